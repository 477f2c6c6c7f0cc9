// SPDX-License-Identifier: EUPL-1.2
/**
 * Drafts that are never lost: the server's, and what waits here because it could not go there.
 *
 * Sealed under the person's own key before they leave this app. Without a link, or after the session
 * ended, the sealed draft waits on this device (private) or in this tab (shared) and goes up at the
 * next sign-in. When another tab was first, both versions are kept.
 */
import { RelayError } from "../errors.ts"
import { type Draft, writeDraft } from "./draft.ts"
import type { ToSave } from "./draft_saving.ts"
import {
  type DraftContent,
  dropWaiting,
  listWaiting,
  openContent,
  sealContent,
  type WaitingDraft,
} from "./draft_store.ts"
import { readOwn } from "./letters.ts"
import { freshId } from "./random.ts"
import type { Session } from "./session.ts"

export type { Draft, DraftState } from "./draft.ts"
export type { DraftContent } from "./draft_store.ts"

/** A draft as it was last saved. */
export type SavedDraft = ToSave

/** All drafts, newest first: the server's, and what waits on this device, which then goes up. */
export async function listDrafts(session: Session): Promise<readonly SavedDraft[]> {
  const here = await opened(session, await listWaiting(session))
  const there = await serversDrafts(session)
  const merged = new Map(there.map((draft) => [draft.id, draft]))
  for (const draft of here) {
    const theirs = merged.get(draft.id)
    if (theirs !== undefined && theirs.version > draft.version) {
      // Both were written on since; both stay, ours under an id of its own.
      const moved = { ...draft, id: freshId(session.ports.random), version: 0 }
      merged.set(moved.id, await raised(session, moved, draft.id))
    } else merged.set(draft.id, await raised(session, draft, draft.id))
  }
  return [...merged.values()].sort((one, other) => other.updatedAt - one.updatedAt)
}

async function opened(
  session: Session,
  waiting: ReadonlyMap<string, WaitingDraft>,
): Promise<readonly SavedDraft[]> {
  const found = [...waiting].map(([id, { box, updatedAt, version }]) =>
    readable(session, { id, box, updatedAt, version }),
  )
  return (await Promise.all(found)).flatMap((draft) => (draft === null ? [] : [draft]))
}

type Boxed = Omit<SavedDraft, "content"> & { readonly box: string }

/** A box that does not open was never this person's draft; the others must not be lost over it. */
async function readable(session: Session, { box, ...facts }: Boxed): Promise<SavedDraft | null> {
  try {
    return { ...facts, content: await openContent(session, facts.id, box) }
  } catch (error) {
    if (error instanceof RelayError && error.code !== "session-expired") return null
    throw error
  }
}

async function serversDrafts(session: Session): Promise<readonly SavedDraft[]> {
  try {
    const { drafts } = await session.ports.client.drafts()
    const found = drafts.map(({ message, box, updated_at, version }) =>
      readable(session, { id: message, box, updatedAt: updated_at, version }),
    )
    return (await Promise.all(found)).flatMap((draft) => (draft === null ? [] : [draft]))
  } catch (error) {
    if (error instanceof RelayError && error.code === "offline") return []
    throw error
  }
}

/** Bring a waiting draft to the server; where that does not go, it waits on. */
async function raised(session: Session, draft: SavedDraft, waitingAs: string): Promise<SavedDraft> {
  const { id, content, version, updatedAt } = draft
  try {
    const box = await sealContent(session, id, content)
    const put = await session.ports.client.putDraft(id, { case: content.case, box, version })
    await dropWaiting(session, waitingAs)
    return { ...draft, version: put.version }
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
    return { id, content, version, updatedAt }
  }
}

export function newDraft(session: Session, content: DraftContent): Draft {
  return writeDraft(session, { id: freshId(session.ports.random), content, updatedAt: 0, version: 0 })
}

export function openDraft(session: Session, saved: SavedDraft): Draft {
  return writeDraft(session, saved)
}

/** What comes over from a returned letter or film to the one that will take its place, linked to it by hash. */
export async function takenOver(session: Session, id: string): Promise<DraftContent> {
  const { letter, text, language, contentNote } = await readOwn(session, id)
  return {
    addressee: letter.other,
    case: letter.case,
    contentNote,
    language,
    supersedes: letter.manifest,
    text,
  }
}
