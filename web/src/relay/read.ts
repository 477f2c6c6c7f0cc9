// SPDX-License-Identifier: EUPL-1.2
/**
 * Reading what was released: all checks of the format in their order, and nothing shown otherwise.
 *
 * Content stays in memory; the screen drops it when it is closed.
 */
import { notYet } from "./not_yet.ts"
import type { Session } from "./session.ts"

export type ReadLetter = {
  readonly id: string
  readonly case: string
  /** Id of the author, whose signature was verified. */
  readonly author: string
  readonly text: string
  /** The same, paragraph by paragraph: a reader may stop at any. */
  readonly paragraphs: readonly string[]
  readonly language: string
  readonly contentNote: string
  readonly day: string
}

/** Verify, open and return the words; then tell the server it was opened. */
export async function readLetter(session: Session, id: string): Promise<ReadLetter> {
  return notYet(session, id)
}
