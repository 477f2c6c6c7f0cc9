// SPDX-License-Identifier: EUPL-1.2
/** The entries of the queue: a table where there is room, cards on a phone. */

import { useEffect, useState } from "preact/hooks"
import type { DeskItem } from "../../../relay/desk.ts"
import { Button } from "../../elements/button/button.tsx"
import { say, writtenDate, writtenDay } from "../../language.ts"
import { go } from "../../place.ts"
import { shortId } from "../../short-id.ts"
import { sortOf } from "../../sort.ts"
import { STOP } from "../keys/moving.ts"
import { isCooling, kindWords, nowSeconds, sideWithin, sideWords, stateWords } from "../naming.ts"

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

function OpenButton({ item }: { readonly item: DeskItem }) {
  if (isCooling(item, nowSeconds())) return null
  return (
    <Button mark={STOP} onPress={() => go({ at: "review", message: item.id })}>
      <span aria-hidden="true">{say("queue-open")}</span>
      <span class="unseen">
        {say("queue-open-name", {
          day: writtenDate(item.day),
          side: sideWithin(item.senderSide),
          what: sortOf(item),
        })}
      </span>
    </Button>
  )
}

function since(item: DeskItem): string {
  return item.waitingSince === null ? "–" : writtenDay(item.waitingSince)
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
              <span class="queue-case">{kindWords(item)}</span>
              <span class="queue-case">{say("queue-case", { case: shortId(item.case) })}</span>
            </th>
            <td>{stateWords(item, nowSeconds())}</td>
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
          <p>{kindWords(item)}</p>
          <p class="soft">{say("queue-case", { case: shortId(item.case) })}</p>
          <p>
            <strong>{stateWords(item, nowSeconds())}</strong>
          </p>
          {item.waitingSince !== null && <p>{say("queue-since", { day: writtenDay(item.waitingSince) })}</p>}
          <OpenButton item={item} />
        </li>
      ))}
    </ul>
  )
}

/** In the order they came, longest waiting first. */
export function Entries({ items }: { readonly items: readonly DeskItem[] }) {
  const wide = useWide()
  if (items.length === 0) return null
  return wide ? <QueueTable items={items} /> : <QueueCards items={items} />
}
