// SPDX-License-Identifier: EUPL-1.2
/** What is with the mediator, longest waiting first: a table where there is room, cards on a phone. */
import { useEffect, useState } from "preact/hooks"
import type { DeskItem, QueuePage } from "../../relay/desk.ts"
import { actions } from "../actions.ts"
import { useDoing, useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate, writtenDay } from "../language.ts"
import { Page } from "../page.tsx"
import { KeyNotices } from "../participant/notices.tsx"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import { isCooling, nowSeconds, shortId, sideWithin, sideWords, stateWords } from "./naming.ts"
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
          <h2 class="card-title">{sideWords(item.senderSide)}</h2>
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

/** Fetch the list anew when something of it changed. */
export function useDeskChanges(again: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one listener for as long as the page is drawn
  useEffect(() => {
    let stop: (() => void) | undefined
    let gone = false
    void actions()
      .events()
      .then(({ listen }) => {
        if (!gone) stop = listen(signedIn(), { onChange: again, onLink: (up) => up && again() })
      })
    return () => {
      gone = true
      stop?.()
    }
  }, [])
}

export function Queue() {
  const first = useLoaded(fetchPage())
  const [more, setMore] = useState<QueuePage | null>(null)
  const doing = useDoing()
  const wide = useWide()
  useDeskChanges(() => {
    setMore(null)
    first.again()
  })
  const items = [...(first.value?.items ?? []), ...(more?.items ?? [])]
  const next = (more ?? first.value)?.next ?? null
  const showMore = (after: string) =>
    doing.run(async () => {
      const page = await fetchPage(after)()
      setMore({ items: [...(more?.items ?? []), ...page.items], next: page.next })
    })
  return (
    <Page title={say("queue-title")} wide>
      <p class="soft">{say("queue-lead")}</p>
      <KeyNotices notices={signedIn().trust.notices()} />
      <Trouble code={first.trouble ?? doing.trouble} />
      {first.value !== null && items.length === 0 && <p>{say("queue-empty")}</p>}
      {items.length > 0 && (wide ? <QueueTable items={items} /> : <QueueCards items={items} />)}
      {next !== null && (
        <div class="row">
          <Button busy={doing.busy} onPress={() => showMore(next)}>
            {say("queue-more")}
          </Button>
        </div>
      )}
    </Page>
  )
}
