// SPDX-License-Identifier: EUPL-1.2
/**
 * Seal and give: words become a message that only the mediators and the author can open.
 *
 * The content key lives for one call. Ciphertext is made once and kept until the server has it; a
 * reload goes on with those same bytes, and who lost them draws a new id, key and salts: never two
 * plaintexts under one key (P25).
 */
import { notYet } from "./not_yet.ts"
import type { Session } from "./session.ts"

export type Composed = {
  readonly case: string
  /** Id of the one it is for; null: the one participant on the other side. */
  readonly addressee: string | null
  readonly text: string
  /** `en`, `fr`, … 2 to 8 of `a-z-`. */
  readonly language: string
  /** What the reader should know first; at most 2,000 bytes; may be empty. */
  readonly contentNote: string
  /** The manifest hash of the returned letter that this one replaces. */
  readonly supersedes: string | null
  /** The draft this came from: its id becomes the message's. */
  readonly draft: string | null
}

export type Progress = {
  readonly stage: "preparing" | "locking" | "sending"
  /** 0 to 1 within the stage. */
  readonly done: number
  /** True when the page may be closed and the sending goes on at the next visit. */
  readonly mayClose: boolean
}

export type GiveOptions = {
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/** A letter sealed on this device whose sending was interrupted. */
export type Unsent = { readonly id: string; readonly case: string; readonly sealedAt: number }

/**
 * Normalise, seal, send, hand in. Returns the message id.
 *
 * Throws `hidden-text`, `not-normal` (before anything is sealed), `gate-shut`, `offline` (sealed and
 * kept: `unsentLetters`), `quota`, `storage-full`, …
 */
export async function give(session: Session, letter: Composed, options: GiveOptions = {}): Promise<string> {
  return notYet(session, letter, options)
}

/** What is sealed and not yet handed in. */
export async function unsentLetters(session: Session): Promise<readonly Unsent[]> {
  return notYet(session)
}

/** Go on sending the same bytes. Returns the message id. */
export async function continueSending(session: Session, id: string, options: GiveOptions = {}): Promise<string> {
  return notYet(session, id, options)
}

/** Let go of a sealed letter that was not handed in; its draft stays. */
export async function dropUnsent(session: Session, id: string): Promise<void> {
  return notYet(session, id)
}

/** The letter as the other person will see it. Throws `hidden-text` or `not-normal`. */
export function preview(text: string): string {
  return notYet(text)
}
