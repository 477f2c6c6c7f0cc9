// SPDX-License-Identifier: EUPL-1.2
/**
 * A mediator's day: what is due and to whom something was promised, what waits, who is away.
 *
 * In the order of days, by keyset, across all of one's cases. Nothing is counted.
 */
import { dueOf } from "./casework.ts"
import { today } from "./clock.ts"
import { type DeskItem, type QueuePage, queuePage } from "./desk.ts"
import { caseOf } from "./picture.ts"
import { authorsOf, type ViewAt } from "./record_opening.ts"
import { type OpenedRecord, openAll, type RefusedRecord, recordsOf } from "./records.ts"
import type { Session } from "./session.ts"

/** An undone task, or a gate that ends. */
export type Due = {
  readonly day: string
  readonly record: OpenedRecord<"task" | "gate">
}

export type DuePage = {
  readonly due: readonly Due[]
  readonly refused: readonly RefusedRecord[]
  /** Goes into the next call; null: that was all. */
  readonly next: string | null
}

/** One page of what is due, the earliest day first. */
export async function duePage(session: Session, after: string | null = null): Promise<DuePage> {
  const asked = after === null ? {} : { after }
  const { records: views, next } = await session.ports.client.tasks(asked)
  const picture = await session.trust.picture()
  const places = new Map<string, ViewAt>()
  const due: Due[] = []
  const refused: RefusedRecord[] = []
  for (const view of views) {
    const place = caseOf(picture, view.case)
    const at = places.get(view.case) ?? { place, authors: await authorsOf(place) }
    places.set(view.case, at)
    const opened = await openAll(session, [view], at)
    refused.push(...opened.refused)
    due.push(...opened.records.flatMap(asDue))
  }
  return { due, refused, next }
}

function asDue(record: OpenedRecord): readonly Due[] {
  const day = dueOf(record)
  return day !== null && (record.type === "task" || record.type === "gate") ? [{ day, record }] : []
}

const MOST_PAGES = 20

/**
 * What waits for a mediator, longest waiting first: `most` of them or a few more, and of those that are there.
 *
 * `fits`: what is passed over stays in the queue, and hides nothing that comes after it.
 */
export async function waiting(
  session: Session,
  fits: (item: DeskItem) => boolean,
  most: number,
): Promise<readonly DeskItem[]> {
  const found: DeskItem[] = []
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES && found.length < most; page++) {
    const asked = {
      state: "submitted,in_review,held,approved,kept,offered",
      ...(after !== null && { after }),
    }
    const { items, next }: QueuePage = await queuePage(session, asked)
    found.push(...items.filter(fits))
    if (next === null) break
    after = next
  }
  return found
}

/** Who is away now or soon in one's cases, and what to know for the cover. */
export async function absences(
  session: Session,
  cases: readonly string[],
): Promise<readonly OpenedRecord<"away">[]> {
  const day = today(session.ports.clock)
  const found: OpenedRecord<"away">[] = []
  for (const caseId of cases) {
    const { records } = await recordsOf(session, caseId, "away")
    found.push(...records.filter(({ clear }) => clear.until >= day))
  }
  return found.sort((one, other) => (one.clear.from < other.clear.from ? -1 : 1))
}
