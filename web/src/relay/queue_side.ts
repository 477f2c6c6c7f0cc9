// SPDX-License-Identifier: EUPL-1.2
/** The queue of one side. The server does not know sides of messages apart, so pages are sifted here. */
import { type DeskItem, type QueueFilter, type QueuePage, queuePage } from "./desk.ts"
import type { Session } from "./session.ts"

export type Side = "harmed" | "responsible"

/** At least so many entries are shown at once, where there are that many. */
const ENOUGH = 20
/** Most pages that one call fetches. */
const MOST_PAGES = 5

/** One page with what this side wrote; it may be short or empty while `next` still leads on. */
export async function queueOfSide(
  session: Session,
  side: Side | null,
  filter: QueueFilter = {},
): Promise<QueuePage> {
  if (side === null) return queuePage(session, filter)
  let items: readonly DeskItem[] = []
  let next = filter.after ?? null
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await queuePage(session, next === null ? filter : { ...filter, after: next })
    items = [...items, ...page.items.filter(({ senderSide }) => senderSide === side)]
    next = page.next
    if (next === null || items.length >= ENOUGH) break
  }
  return { items, next }
}
