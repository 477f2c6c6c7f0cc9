// SPDX-License-Identifier: EUPL-1.2
/** What an approval said about the reading, for the offer and for an approval after it was undone: said once. */
import type { Review } from "../../../relay/desk.ts"
import type { Work } from "./work.ts"

/** The content note and conditions of the last approval; nothing where none had any. */
export function readingOfApproval({ earlier }: Pick<Review, "earlier">): Partial<Work> {
  const note = earlier.findLast(
    ({ kind, note: said }) => kind === "approval" && said?.kind === "review",
  )?.note
  if (note?.kind !== "review") return {}
  return { contentNote: note.content_note, conditions: note.conditions }
}
