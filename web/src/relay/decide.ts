// SPDX-License-Identifier: EUPL-1.2
/** What a mediator signs about one message: yes, not yet, back to you, no; offered, released, taken back. */
import type { DeskItem, Review } from "./desk.ts"
import { notYet } from "./not_yet.ts"
import type { Session } from "./session.ts"
import type { Proof } from "./take_back.ts"

/** Say yes to this very manifest. The note, if any, is for the mediators of the case. */
export async function approve(session: Session, review: Review, note = ""): Promise<DeskItem> {
  return notYet(session, review, note)
}

/** Keep it until a UTC day, `YYYY-MM-DD`. The note is for the mediators of the case. */
export async function hold(session: Session, review: Review, until: string, note = ""): Promise<DeskItem> {
  return notYet(session, review, until, note)
}

/** Give it back to its author with words for them. */
export async function giveBack(session: Session, review: Review, words: string): Promise<DeskItem> {
  return notYet(session, review, words)
}

/** Do not pass it on; the words are for its author. */
export async function decline(session: Session, review: Review, words: string): Promise<DeskItem> {
  return notYet(session, review, words)
}

/** Stop and raise a safety matter. The note is for the mediators of the case. */
export async function escalate(session: Session, review: Review, note: string): Promise<DeskItem> {
  return notYet(session, review, note)
}

/** Tell the addressee that something waits. `words`: who, what kind, how long, what is in it. */
export async function offer(session: Session, item: DeskItem, words: string): Promise<DeskItem> {
  return notYet(session, item, words)
}

/**
 * Hand the key to a ready addressee. Everything is verified anew: approvals, readiness, certificate.
 *
 * Throws `not-ready`, `not-approved`, `cooling-off`, `gate-shut`, `directory-stale`, `revoked`, …
 */
export async function release(session: Session, item: DeskItem): Promise<DeskItem> {
  return notYet(session, item)
}

/** Take a message back for safety; the reason is sealed for the mediators of the case. */
export async function withdrawForSafety(session: Session, item: DeskItem, reason: string): Promise<Proof> {
  return notYet(session, item, reason)
}
