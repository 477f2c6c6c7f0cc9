// SPDX-License-Identifier: EUPL-1.2
/**
 * Drafts that are never lost: sealed, saved two seconds after typing stops, on the server or here.
 *
 * Sealed under the person's own key before it leaves this file. Without a link, or after the session
 * ended, the sealed draft waits on this device (private) or in this tab (shared) and goes up at the
 * next sign-in. When another tab was first, both versions are kept.
 */
import { notYet } from "./not_yet.ts"
import type { Session } from "./session.ts"

export const SAVE_AFTER_SECONDS = 2

export type DraftContent = {
  readonly case: string
  readonly addressee: string | null
  readonly text: string
  readonly language: string
  readonly contentNote: string
  readonly supersedes: string | null
}

export type DraftState = {
  /** `unsaved-shared`: only in this tab so far, on a shared computer without a link. */
  readonly where: "untouched" | "saving" | "saved-server" | "saved-device" | "unsaved-shared"
  /** Seconds since 1970 of the last save; null before the first. */
  readonly at: number | null
  /** True when another version was kept beside this one as a draft of its own. */
  readonly conflict: boolean
}

export type SavedDraft = {
  readonly id: string
  readonly content: DraftContent
  /** Seconds since 1970. */
  readonly updatedAt: number
  /** 0: not on the server yet. */
  readonly version: number
}

export type Draft = {
  readonly id: string
  readonly content: () => DraftContent
  readonly change: (content: DraftContent) => void
  readonly state: () => DraftState
  readonly watch: (listener: (state: DraftState) => void) => () => void
  /** Save now. Never throws: `state` says where it is. */
  readonly flush: () => Promise<void>
  readonly discard: () => Promise<void>
  /** Save and stop. */
  readonly close: () => Promise<void>
}

/** All drafts, newest first: the server's, and what waits on this device. */
export async function listDrafts(session: Session): Promise<readonly SavedDraft[]> {
  return notYet(session)
}

export function newDraft(session: Session, content: DraftContent): Draft {
  return notYet(session, content)
}

export function openDraft(session: Session, saved: SavedDraft): Draft {
  return notYet(session, saved)
}

/** Start a new draft from a returned letter, whose place it will take. */
export async function draftFromReturned(session: Session, id: string): Promise<Draft> {
  return notYet(session, id)
}
