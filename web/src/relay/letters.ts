// SPDX-License-Identifier: EUPL-1.2
/** A participant's letters: what there is, what may be done with each, and one's own words again. */
import type { MessageView } from "../protocol/wire.ts"
import type { Permitted } from "../review/machine.ts"
import { notYet } from "./not_yet.ts"
import type { Session } from "./session.ts"

/** One letter in a list. What people read for `state` stands in the catalogues. */
export type Letter = {
  readonly id: string
  readonly case: string
  readonly mine: boolean
  readonly state: MessageView["state"]
  readonly channel: MessageView["channel"]
  /** Id of the other person. */
  readonly other: string
  /** UTC day on which it was sealed. */
  readonly day: string
  /** Seconds since 1970; until then only its author holds it back. */
  readonly coolingUntil: number | null
  readonly answer: MessageView["answer"]
  readonly manifest: string
  readonly supersedes: string | null
  readonly version: number
  /** Which buttons make sense. */
  readonly may: Permitted
}

/** All of one's letters, newest first; of one case or of all. */
export async function listLetters(session: Session, caseId?: string): Promise<readonly Letter[]> {
  return notYet(session, caseId)
}

/** A note that a mediator sealed for this person. */
export type NoteText = {
  readonly kind: "approval" | "decision" | "offer" | "readiness"
  /** For a decision: hold, return, decline. */
  readonly decision: string | null
  readonly text: string
  /** Id of the mediator who signed. */
  readonly by: string
  readonly day: string
}

export type OwnLetter = {
  readonly letter: Letter
  readonly text: string
  readonly language: string
  readonly contentNote: string
  readonly notes: readonly NoteText[]
}

/** One's own sent words, opened from the self wrap, with what the mediator wrote back. */
export async function readOwn(session: Session, id: string): Promise<OwnLetter> {
  return notYet(session, id)
}
