// SPDX-License-Identifier: EUPL-1.2
/** What happened to a message while it was looked at: said plainly, so that the mediator can look again. */
import type { DeskItem, EarlierStatement, Review } from "./desk.ts"

export type Change =
  | { readonly kind: "state"; readonly item: DeskItem }
  /** Null: nobody holds it now. */
  | { readonly kind: "claim"; readonly by: string | null }
  | { readonly kind: "said"; readonly statement: EarlierStatement }
  | { readonly kind: "author-key" }
  /** Something that this page does not show. */
  | { readonly kind: "other" }

function nameOf({ kind, by, number }: EarlierStatement): string {
  return `${kind} ${by} ${number}`
}

/** Compare what was looked at with what stands now. Nothing, where neither moved; what `me` said is no news. */
export function changesBetween(before: Review, now: Review, me: string): readonly Change[] {
  const known = new Set(before.earlier.map(nameOf))
  const found: Change[] = now.earlier
    .filter((statement) => statement.by !== me && !known.has(nameOf(statement)))
    .map((statement) => ({ kind: "said", statement }))
  if (before.item.state !== now.item.state) found.push({ kind: "state", item: now.item })
  if (before.item.claimedBy !== now.item.claimedBy) found.push({ kind: "claim", by: now.item.claimedBy })
  if (before.author.certificate !== now.author.certificate) found.push({ kind: "author-key" })
  if (found.length === 0 && before.item.version !== now.item.version) found.push({ kind: "other" })
  return found
}
