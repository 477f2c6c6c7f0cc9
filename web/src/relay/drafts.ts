// SPDX-License-Identifier: EUPL-1.2
/**
 * Drafts that are never lost: sealed, saved two seconds after typing stops, on the server or here.
 *
 * Sealed under the person's own key before it leaves this file. Without a link, or after the session
 * ended, the sealed draft waits on this device (private) or in this tab (shared) and goes up at the
 * next sign-in. When another tab was first, both versions are kept.
 */
import { RelayError } from "../errors.ts"
import { wholeSecond } from "./clock.ts"
import {
  type DraftContent,
  dropWaiting,
  keepWaiting,
  listWaiting,
  noteClosed,
  noteOpen,
  openContent,
  sealContent,
  type WaitingDraft,
} from "./draft_store.ts"
import { readOwn } from "./letters.ts"
import { freshId } from "./random.ts"
import type { Session } from "./session.ts"

export type { DraftContent } from "./draft_store.ts"

export const SAVE_AFTER_SECONDS = 2
/** Someone who never pauses is saved all the same. */
export const SAVE_AT_LEAST_EVERY_SECONDS = 15
const TRY_AGAIN_SECONDS = 20

export type DraftState = {
  /** `unsaved-shared`: sealed in this tab only, on a shared computer without a link. */
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
  /** Save now. Never throws a refusal: `state` says where it is. */
  readonly flush: () => Promise<void>
  readonly discard: () => Promise<void>
  /** Save and stop. */
  readonly close: () => Promise<void>
}

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

async function opened(session: Session, waiting: ReadonlyMap<string, WaitingDraft>): Promise<readonly SavedDraft[]> {
  const found = [...waiting].map(([id, { box, updatedAt, version }]) => readable(session, { id, box, updatedAt, version }))
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
  return write(session, { id: freshId(session.ports.random), content, updatedAt: 0, version: 0 })
}

export function openDraft(session: Session, saved: SavedDraft): Draft {
  return write(session, saved)
}

/** Start a new draft from a returned letter, whose place it will take. */
export async function draftFromReturned(session: Session, id: string): Promise<Draft> {
  const { letter, text, language, contentNote } = await readOwn(session, id)
  return newDraft(session, {
    addressee: letter.other,
    case: letter.case,
    contentNote,
    language,
    supersedes: letter.manifest,
    text,
  })
}

function write(session: Session, saved: SavedDraft): Draft {
  const { clock } = session.ports
  const { id } = saved
  const listeners = new Set<(state: DraftState) => void>()
  let { content, version } = saved
  let state: DraftState = { where: "untouched", at: saved.updatedAt || null, conflict: false }
  let changes = 0
  let savedChanges = 0
  let firstUnsavedAt: number | null = null
  let stopped = false
  let cancel = () => {}
  let saving: Promise<void> = Promise.resolve()
  const tell = (next: Partial<DraftState>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener(state)
  }
  const schedule = (seconds: number) => {
    cancel()
    if (!stopped) cancel = clock.after(seconds, () => void flush())
  }
  const saveNow = async (): Promise<void> => {
    if (stopped || savedChanges === changes) return
    const saves = changes
    tell({ where: "saving" })
    const at = wholeSecond(clock)
    const done = await save(session, { id, content, version, updatedAt: at })
    version = done.version
    if (done.where !== "nowhere") savedChanges = saves
    if (savedChanges === changes) firstUnsavedAt = null
    tell({ where: WHERE[done.where], at: done.where === "nowhere" ? state.at : at, conflict: state.conflict || done.conflict })
    if (done.where !== "server") {
      savedChanges = -1
      schedule(TRY_AGAIN_SECONDS)
    }
  }
  const flush = (): Promise<void> => {
    cancel()
    saving = saving.then(saveNow)
    return saving
  }
  const stop = () => {
    stopped = true
    cancel()
    unhook()
    noteClosed(session, id)
  }
  const unhook = session.beforeEnd(flush)
  noteOpen(session, id, stop)
  return {
    id,
    content: () => content,
    change: (next) => {
      content = next
      changes += 1
      firstUnsavedAt ??= clock.now()
      const longest = firstUnsavedAt + SAVE_AT_LEAST_EVERY_SECONDS - clock.now()
      schedule(Math.max(0, Math.min(SAVE_AFTER_SECONDS, longest)))
    },
    state: () => state,
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    flush,
    discard: async () => {
      stop()
      await saving
      await dropWaiting(session, id)
      if (version > 0) await session.ports.client.dropDraft(id).catch(passMissing)
    },
    close: async () => {
      await flush()
      stop()
    },
  }
}

function passMissing(error: unknown): void {
  if (!(error instanceof RelayError) || error.code !== "not-found") throw error
}

const WHERE = { server: "saved-server", device: "saved-device", tab: "unsaved-shared", nowhere: "unsaved-shared" } as const

type Saved = { readonly where: keyof typeof WHERE; readonly version: number; readonly conflict: boolean }

/** Seal and save: here first, then on the server; what the server has does not wait here any more. */
async function save(session: Session, draft: SavedDraft): Promise<Saved> {
  const { id, content, version, updatedAt } = draft
  try {
    const box = await sealContent(session, id, content)
    const kept = await keepHere(session, id, { box, case: content.case, updatedAt, version })
    try {
      const put = await putOrSettle(session, draft, box)
      await dropWaiting(session, id)
      return { where: "server", ...put }
    } catch (error) {
      if (!(error instanceof RelayError)) throw error
      return { where: kept, version, conflict: false }
    }
  } catch (error) {
    // The keys are gone, or the words are longer than a box.
    if (error instanceof RelayError || error instanceof TypeError) return { where: "nowhere", version, conflict: false }
    throw error
  }
}

async function keepHere(session: Session, id: string, waiting: WaitingDraft): Promise<"device" | "tab" | "nowhere"> {
  try {
    await keepWaiting(session, id, waiting)
    return session.device.durable ? "device" : "tab"
  } catch (error) {
    if (error instanceof RelayError) return "nowhere"
    throw error
  }
}

/** Put a draft; where another version came first, that one is kept as a draft of its own. */
async function putOrSettle(
  session: Session,
  { id, content, version }: SavedDraft,
  box: string,
): Promise<{ readonly version: number; readonly conflict: boolean }> {
  const { client } = session.ports
  try {
    return { ...(await client.putDraft(id, { case: content.case, box, version })), conflict: false }
  } catch (error) {
    if (!(error instanceof RelayError) || error.code !== "stale-version") throw error
  }
  const theirs = await client.draft(id).catch(orGone)
  if (theirs === null) return { ...(await client.putDraft(id, { case: content.case, box, version: 0 })), conflict: false }
  await keepBeside(session, id, theirs.box)
  return { ...(await client.putDraft(id, { case: content.case, box, version: theirs.version })), conflict: true }
}

function orGone(error: unknown): null {
  if (error instanceof RelayError && error.code === "not-found") return null
  throw error
}

async function keepBeside(session: Session, id: string, box: string): Promise<void> {
  const content = await openContent(session, id, box)
  const beside = freshId(session.ports.random)
  const moved = await sealContent(session, beside, content)
  await session.ports.client.putDraft(beside, { case: content.case, box: moved, version: 0 })
}
