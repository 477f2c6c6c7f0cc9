// SPDX-License-Identifier: EUPL-1.2
/**
 * One draft being written: saved two seconds after typing stops, and said where.
 *
 * Changes are counted, so that what was typed while a save was under way is saved by the next.
 */
import { wholeSecond } from "./clock.ts"
import { type Saved, saveDraft, type ToSave } from "./draft_saving.ts"
import { type DraftContent, dropWaiting, noteClosed, noteOpen } from "./draft_store.ts"
import { passCode } from "./refusals.ts"
import type { Session } from "./session.ts"

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

const WHERE = {
  server: "saved-server",
  device: "saved-device",
  tab: "unsaved-shared",
  nowhere: "unsaved-shared",
} as const

/** What is being written, and how much of it is safe. */
type Page = {
  content: DraftContent
  version: number
  changes: number
  /** How many changes the server has. */
  safe: number
  firstUnsafeAt: number | null
  stopped: boolean
}

type Told = { state: DraftState; readonly listeners: Set<(state: DraftState) => void> }

/** Go on writing a draft. */
export function writeDraft(session: Session, { id, ...saved }: ToSave): Draft {
  const { clock } = session.ports
  const page: Page = { ...saved, changes: 0, safe: 0, firstUnsafeAt: null, stopped: false }
  const told: Told = {
    state: { where: "untouched", at: saved.updatedAt || null, conflict: false },
    listeners: new Set(),
  }
  let cancel = () => {}
  let saving: Promise<void> = Promise.resolve()
  const schedule = (seconds: number) => {
    cancel()
    if (!page.stopped) cancel = clock.after(seconds, () => void flush())
  }
  const flush = (): Promise<void> => {
    cancel()
    saving = saving.then(async () => {
      if (await savePage(session, id, { page, told })) schedule(TRY_AGAIN_SECONDS)
    })
    return saving
  }
  const unhook = session.beforeEnd(flush)
  const stop = () => {
    page.stopped = true
    cancel()
    unhook()
    noteClosed(session, id)
  }
  noteOpen(session, id, stop)
  return {
    id,
    content: () => page.content,
    change: (next) => {
      page.content = next
      page.changes += 1
      page.firstUnsafeAt ??= clock.now()
      const longest = page.firstUnsafeAt + SAVE_AT_LEAST_EVERY_SECONDS - clock.now()
      schedule(Math.max(0, Math.min(SAVE_AFTER_SECONDS, longest)))
    },
    state: () => told.state,
    watch: (listener) => {
      told.listeners.add(listener)
      return () => told.listeners.delete(listener)
    },
    flush,
    discard: async () => {
      stop()
      await saving
      await dropWaiting(session, id)
      if (page.version > 0) await session.ports.client.dropDraft(id).catch(passCode("not-found"))
    },
    close: async () => {
      await flush()
      stop()
    },
  }
}

type Writing = { readonly page: Page; readonly told: Told }

/** Save what is not on the server yet; true when it should be tried again. */
async function savePage(session: Session, id: string, { page, told }: Writing): Promise<boolean> {
  if (page.stopped || page.safe === page.changes) return false
  const { changes, content, version } = page
  const at = wholeSecond(session.ports.clock)
  tell(told, { ...told.state, where: "saving" })
  const done = await saveDraft(session, { id, content, version, updatedAt: at })
  page.version = done.version
  const isSafe = done.where === "server"
  if (isSafe) page.safe = changes
  if (done.where !== "nowhere") page.firstUnsafeAt = null
  tell(told, stateAfter(told.state, done, at))
  return !isSafe
}

function stateAfter(before: DraftState, { where, conflict }: Saved, at: number): DraftState {
  return {
    where: WHERE[where],
    at: where === "nowhere" ? before.at : at,
    conflict: before.conflict || conflict,
  }
}

function tell(told: Told, state: DraftState): void {
  told.state = state
  for (const listener of told.listeners) listener(state)
}
