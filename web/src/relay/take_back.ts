// SPDX-License-Identifier: EUPL-1.2
/** Taking back: one letter, or one's whole part. No reason is asked; the receipt is checked. */
import { notYet } from "./not_yet.ts"
import type { Session } from "./session.ts"

export type Proof = {
  /** The service key's signature over the destruction was verified. */
  readonly verified: boolean
  /** Seconds since 1970. */
  readonly at: number
}

/** Take one letter back, by its own key: needs nothing but the id and the person's master. */
export async function takeBack(session: Session, id: string): Promise<Proof> {
  return notYet(session, id)
}

/** Pause taking part, resume, or leave for good (which takes back everything of one's own). */
export async function changeTakingPart(
  session: Session,
  caseId: string,
  scope: "pause" | "resume" | "leave",
): Promise<Proof> {
  return notYet(session, caseId, scope)
}
