// SPDX-License-Identifier: EUPL-1.2
/** The mediator's desk: what waits, taking it up, and what may be done with it. */
import type { MessageView } from "../protocol/wire.ts"
import type { Permitted } from "../review/machine.ts"
import { notYet } from "./not_yet.ts"
import type { Session } from "./session.ts"

export type DeskItem = {
  readonly id: string
  readonly case: string
  readonly state: MessageView["state"]
  readonly channel: MessageView["channel"]
  readonly kind: MessageView["kind"]
  readonly sender: string
  readonly addressee: string
  readonly senderSide: "harmed" | "responsible" | null
  readonly day: string
  readonly coolingUntil: number | null
  readonly holdUntil: string | null
  readonly approvals: number | null
  readonly quorum: number | null
  readonly answer: MessageView["answer"]
  /** Seconds since 1970. */
  readonly waitingSince: number | null
  readonly claimedByMe: boolean
  readonly claimedBy: string | null
  readonly version: number
  readonly may: Permitted
}

export type QueueFilter = {
  readonly case?: string
  readonly state?: MessageView["state"]
  /** From the page before. */
  readonly after?: string
  readonly limit?: number
}

export type QueuePage = { readonly items: readonly DeskItem[]; readonly next: string | null }

/** One page of the queue, longest waiting first. */
export async function queuePage(session: Session, filter: QueueFilter = {}): Promise<QueuePage> {
  return notYet(session, filter)
}

/** Take an item up for review. Throws `stale-version` when somebody else was first. */
export async function claim(session: Session, item: DeskItem): Promise<DeskItem> {
  return notYet(session, item)
}

export type EarlierStatement = {
  readonly kind: "approval" | "decision" | "offer" | "readiness" | "release" | "withdrawal"
  readonly what: string | null
  readonly by: string
  readonly number: number
  readonly day: string
  /** The sealed note, where it was sealed for this mediator too. */
  readonly note: string | null
}

/** A message opened for review: everything of it was verified before a word was shown. */
export type Review = {
  readonly item: DeskItem
  readonly text: string
  readonly paragraphs: readonly string[]
  readonly language: string
  readonly contentNote: string
  readonly author: {
    readonly person: string
    readonly side: "harmed" | "responsible"
    /** The certificate that the policy names; its key signed these words. */
    readonly certificate: string
    readonly keyEpoch: number
    /** More than one key stood for this person. */
    readonly keyChanged: boolean
  }
  readonly earlier: readonly EarlierStatement[]
  readonly manifest: string
}

/** Verify and open. Throws the first check that failed; nothing is shown then. */
export async function openForReview(session: Session, id: string): Promise<Review> {
  return notYet(session, id)
}
