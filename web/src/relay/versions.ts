// SPDX-License-Identifier: EUPL-1.2
/** A letter that was written anew, and the one that came before it: linked by the manifest's own hash. */
import { RelayError } from "../errors.ts"
import { findInCase } from "./case_messages.ts"
import { openForReview, type Review } from "./desk.ts"
import type { Session } from "./session.ts"

export type EarlierVersion = {
  /** Null where the relay does not show it any more. */
  readonly id: string | null
  /** Null where there is nothing left to open: taken back, or past its time. */
  readonly review: Review | null
}

/** Refusals that say that a message's words are gone for good. */
const GONE = ["withdrawn", "key-destroyed", "not-found"]

/** Open the version that this one takes the place of; null where it is the first. Throws what went wrong. */
export async function earlierVersion(session: Session, review: Review): Promise<EarlierVersion | null> {
  const { supersedes, item } = review
  if (supersedes === null) return null
  const found = await findInCase(session, item.case, ({ manifest }) => manifest === supersedes)
  if (found === null) return { id: null, review: null }
  return { id: found.message, review: await openOrNothing(session, found.message, supersedes) }
}

async function openOrNothing(session: Session, id: string, manifest: string): Promise<Review | null> {
  try {
    const review = await openForReview(session, id)
    // Linked by hash: what the server calls the earlier version must be the very one.
    return review.manifest === manifest ? review : null
  } catch (error) {
    if (error instanceof RelayError && GONE.includes(error.code)) return null
    throw error
  }
}

/** The id of the version that took this one's place; null while there is none. */
export async function laterVersion(session: Session, review: Review): Promise<string | null> {
  const found = await findInCase(session, review.item.case, (view) => view.supersedes === review.manifest)
  return found?.message ?? null
}
