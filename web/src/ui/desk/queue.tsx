// SPDX-License-Identifier: EUPL-1.2
/** What is with the mediator, longest waiting first: a table where there is room, cards on a phone. */
import { useEffect, useState } from "preact/hooks"
import type { ErrorCode } from "../../errors.ts"
import type { DeskItem, QueuePage } from "../../relay/desk.ts"
import { actions } from "../actions.ts"
import { useDoing, useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate, writtenDay } from "../language.ts"
import { useLive } from "../live.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import { isCooling, nowSeconds, shortId, sideWithin, sideWords, stateWords } from "./naming.ts"
import { DeskNotices } from "./notices.tsx"
import "./desk.css"

const WIDE = "(min-width: 48rem)"

/** True where a table fits. */
function useWide(): boolean {
  const [wide, setWide] = useState(() => globalThis.matchMedia?.(WIDE).matches ?? true)
  useEffect(() => {
    const query = globalThis.matchMedia?.(WIDE)
    const listen = () => setWide(query.matches)
    query?.addEventListener("change", listen)
    return () => query?.removeEventListener("change", listen)
  }, [])
  return wide
}

function fetchPage(after?: string): () => Promise<QueuePage> {
  return async () => (await actions().desk()).queuePage(signedIn(), after === undefined ? {} : { after })
}

function OpenButton({ item }: { readonly item: DeskItem }) {
  if (isCooling(item, nowSeconds())) return null
  return (
    <Button onPress={() => go({ at: "review", message: item.id })}>
      <span aria-hidden="true">{say("queue-open")}</span>
      <span class="unseen">
        {say("queue-open-name", { day: writtenDate(item.day), side: sideWithin(item.senderSide) })}
      </span>
    </Button>
  )
}

function since(item: DeskItem): string {
  return item.waitingSince === null ? "–" : writtenDay(item.waitingSince)
}

function stateOf(item: DeskItem): string {
  const words = stateWords(item, nowSeconds())
  return item.claimedBy !== null && !item.claimedByMe && item.state === "in_review"
    ? say("queue-claimed")
    : words
}

function QueueTable({ items }: { readonly items: readonly DeskItem[] }) {
  return (
    <table class="queue">
      <thead>
        <tr>
          <th scope="col">{say("queue-waiting")}</th>
          <th scope="col">{say("queue-from")}</th>
          <th scope="col">{say("queue-state")}</th>
          <th scope="col">
            <span class="unseen">{say("queue-next")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td>{since(item)}</td>
            <th scope="row">
              {sideWords(item.senderSide)}
              <span class="queue-case">{say("queue-case", { case: shortId(item.case) })}</span>
            </th>
            <td>{stateOf(item)}</td>
            <td class="queue-act">
              <OpenButton item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function QueueCards({ items }: { readonly items: readonly DeskItem[] }) {
  return (
    <ul class="cards">
      {items.map((item) => (
        <li key={item.id} class="card">
          <p class="card-title">{sideWords(item.senderSide)}</p>
          <p class="soft">{say("queue-case", { case: shortId(item.case) })}</p>
          <p>
            <strong>{stateOf(item)}</strong>
          </p>
          {item.waitingSince !== null && <p>{say("queue-since", { day: writtenDay(item.waitingSince) })}</p>}
          <OpenButton item={item} />
        </li>
      ))}
    </ul>
  )
}

type Listed = {
  readonly items: readonly DeskItem[]
  readonly known: boolean
  readonly trouble: ErrorCode | null
  readonly busy: boolean
  /** Begin anew. */
  readonly again: () => void
  /** Fetch the next page; null when there is none. */
  readonly more: (() => void) | null
}

/** The pages fetched so far, begun anew whenever something changed. */
function useQueue(): Listed {
  const first = useLoaded(fetchPage())
  const [rest, setRest] = useState<QueuePage | null>(null)
  const doing = useDoing()
  const again = () => {
    setRest(null)
    doing.clear()
    first.again()
  }
  useLive(again)
  const next = (rest ?? first.value)?.next ?? null
  const fetchMore = (after: string) =>
    doing.run(async () => {
      const page = await fetchPage(after)()
      setRest({ items: [...(rest?.items ?? []), ...page.items], next: page.next })
    })
  return {
    items: [...(first.value?.items ?? []), ...(rest?.items ?? [])],
    known: first.value !== null,
    trouble: first.trouble ?? doing.trouble,
    busy: doing.busy,
    again,
    more: next === null ? null : () => fetchMore(next),
  }
}

const WITH_MEDIATOR: readonly DeskItem["state"][] = ["submitted", "in_review", "held", "approved", "kept"]

/** True when it waits for a mediator, and not for its author, its reader or nobody. */
function isWithMe(item: DeskItem): boolean {
  if (item.state === "offered") return item.answer === "ready"
  return WITH_MEDIATOR.includes(item.state) && !isCooling(item, nowSeconds())
}

function Items({ items }: { readonly items: readonly DeskItem[] }) {
  const wide = useWide()
  if (items.length === 0) return null
  return wide ? <QueueTable items={items} /> : <QueueCards items={items} />
}

export function Queue() {
  const queue = useQueue()
  const [mine, others] = [queue.items.filter(isWithMe), queue.items.filter((item) => !isWithMe(item))]
  return (
    <Page title={say("queue-title")} wide>
      <p class="soft">{say("queue-lead")}</p>
      <DeskNotices notices={signedIn().trust.notices()} />
      <Trouble code={queue.trouble} again={queue.again} />
      {queue.known && mine.length === 0 && <p>{say("queue-empty")}</p>}
      <Items items={mine} />
      {others.length > 0 && <h2 class="part">{say("queue-elsewhere")}</h2>}
      <Items items={others} />
      {queue.more && (
        <div class="row">
          <Button busy={queue.busy} onPress={queue.more}>
            {say("queue-more")}
          </Button>
        </div>
      )}
    </Page>
  )
}
