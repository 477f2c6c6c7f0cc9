// SPDX-License-Identifier: EUPL-1.2
/** Being told that something waits, and answering: ready, not now, never, or keep it for me. */
import type { MessageView } from "../protocol/wire.ts"
import type { NoteText } from "./letters.ts"
import { notYet } from "./not_yet.ts"
import type { Session } from "./session.ts"

export type Answer = NonNullable<MessageView["answer"]>

export type OpenedOffer = {
  readonly id: string
  readonly case: string
  readonly channel: MessageView["channel"]
  readonly state: MessageView["state"]
  /** What the mediator wrote for this person: who it is from, what kind, what is in it. */
  readonly note: NoteText | null
  /** Own latest answer. */
  readonly answer: Answer | null
  readonly version: number
}

/** Open the offer of one message: verified to come from an assigned mediator. No word of the letter is in it. */
export async function openOffer(session: Session, id: string): Promise<OpenedOffer> {
  return notYet(session, id)
}

/** Answer; every answer can be changed later. Throws `stale-version`, `gate-shut`, `not-allowed`. */
export async function answerOffer(session: Session, offer: OpenedOffer, answer: Answer): Promise<OpenedOffer> {
  return notYet(session, offer, answer)
}
