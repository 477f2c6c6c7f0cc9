// SPDX-License-Identifier: EUPL-1.2
/**
 * Seal and give: words become a message that only the mediators and the author can open.
 *
 * The content key lives for one call. Ciphertext is made once and kept until the server has it; a
 * reload goes on with those same bytes, and who lost them draws a new id, key and salts: never two
 * plaintexts under one key (P25).
 */
import { SALT_BYTES } from "../crypto/box.ts"
import { utf8 } from "../crypto/bytes.ts"
import { RelayError } from "../errors.ts"
import { inMemory } from "../media/stored.ts"
import { MAX_NOTE_BYTES as MAX_CONTENT_NOTE_BYTES, TEXT_TYPE } from "../protocol/header.ts"
import { insist } from "../protocol/heard.ts"
import { checkLetter, hiddenAt, normaliseLetter } from "../protocol/letter.ts"
import { type Content, sealParts } from "../protocol/sealing.ts"
import type { MessageDetail, MessageView } from "../protocol/wire.ts"
import { wholeSecond } from "./clock.ts"
import { releaseDraft } from "./draft_store.ts"
import { handIn } from "./hand_in.ts"
import { dropRecording } from "./kept_recording.ts"
import { freshId } from "./random.ts"
import { freshSealing, sealUp, type Told } from "./seal_up.ts"
import type { Session } from "./session.ts"
import { takeBack } from "./take_back.ts"
import { dropKept, keepUnsent, listUnsent, loadUnsent, originOf, type UnsentLetter } from "./unsent.ts"

export type Composed = Told & {
  readonly text: string
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

/** A letter or a film sealed on this device whose sending was interrupted. */
export type Unsent = {
  readonly id: string
  readonly case: string
  readonly sealedAt: number
  readonly isFilm: boolean
}

/** The letter as the other person will see it. Throws `hidden-text` or `not-normal`. */
export function preview(text: string): string {
  const letter = normaliseLetter(text)
  checkLetter(letter)
  return letter
}

/** The content note as it will be read; may be empty. Throws `hidden-text` or `too-large`. */
export function previewNote(text: string): string {
  const note = normaliseLetter(text)
  insist(hiddenAt(note) === null, "hidden-text", "a content note with hidden text")
  insist(utf8(note).length <= MAX_CONTENT_NOTE_BYTES, "too-large", "a content note has at most 2,000 bytes")
  return note
}

/**
 * Normalise, seal, send, hand in. Returns the message id.
 *
 * Throws `hidden-text`, `not-normal` (before anything is sealed), `offline` (sealed and kept:
 * `unsentLetters`), `gate-shut`, `quota`, `storage-full`, …
 */
export async function give(session: Session, composed: Composed, options: GiveOptions = {}): Promise<string> {
  const tell = (progress: Progress) => options.onProgress?.(progress)
  tell({ stage: "preparing", done: 0, mayClose: false })
  const text = preview(composed.text)
  const contentNote = previewNote(composed.contentNote)
  await session.trust.refresh()
  const found = await freeId(session, composed.draft)
  if ("handedIn" in found) return handedInAlready(session, found.handedIn, composed)
  const id = found.free
  tell({ stage: "locking", done: 0, mayClose: false })
  const letter = await seal(session, id, { ...composed, text, contentNote })
  tell({ stage: "locking", done: 1, mayClose: false })
  // Remembered before anybody else has it: there is one manifest for this id, ever.
  if (!(await isRemembered(session, id, letter.manifest))) return give(session, composed, options)
  await keepUnsent(session, letter)
  await send(session, letter, options)
  return id
}

/** False when another tab sealed the same draft first; what it did is known from here on. */
async function isRemembered(session: Session, id: string, manifest: string): Promise<boolean> {
  try {
    await session.trust.remember(id, manifest)
    return true
  } catch (error) {
    if (error instanceof RelayError && error.code === "fork") return false
    throw error
  }
}

type Free = { readonly free: string } | { readonly handedIn: string }

/**
 * Find the id under which to seal: the draft's own, unless a manifest was ever signed for it.
 *
 * An earlier attempt that reached the server whole is not made again; one that did not is taken back,
 * and its ciphertext forgotten.
 */
async function freeId(session: Session, draft: string | null): Promise<Free> {
  const fresh = freshId(session.ports.random)
  if (draft === null) return { free: fresh }
  const attempts = await attemptsFrom(session, draft)
  for (const id of attempts) if (await isHandedIn(session, id)) return { handedIn: id }
  return { free: attempts.length === 0 ? draft : fresh }
}

/** Ids under which this draft was sealed before: what a manifest was signed for is remembered first. */
async function attemptsFrom(session: Session, draft: string): Promise<readonly string[]> {
  const own = session.trust.seenManifest(draft) === null ? [] : [draft]
  const unsent = (await listUnsent(session)).filter((letter) => letter.draft === draft && letter.id !== draft)
  return [...own, ...unsent.map(({ id }) => id)]
}

/** Tell whether an attempt reached the server whole; one that did not is ended. */
async function isHandedIn(session: Session, id: string): Promise<boolean> {
  const state = (await existing(session, id))?.view.state
  if (state !== undefined && !UNFINISHED.includes(state)) return true
  if (state === "uploading") await takeBack(session, id)
  await dropKept(session, id)
  return false
}

const UNFINISHED: readonly MessageView["state"][] = ["uploading", "withdrawn", "expired"]

async function existing(session: Session, id: string): Promise<MessageDetail | null> {
  try {
    return await session.ports.client.message(id)
  } catch (error) {
    if (error instanceof RelayError && error.code === "not-found") return null
    throw error
  }
}

async function handedInAlready(session: Session, id: string, { draft }: Composed): Promise<string> {
  await dropKept(session, id)
  if (draft !== null) await releaseDraft(session, draft)
  return id
}

/** Seal once. The content key and every salt are drawn here and leave only as ciphertext and wraps. */
async function seal(session: Session, id: string, composed: Composed): Promise<UnsentLetter> {
  const sealing = await freshSealing(session, id, { ...composed, channel: "letter" })
  const words: Content = {
    type: TEXT_TYPE,
    content: utf8(composed.text),
    duration_ms: null,
    salt: session.ports.random(SALT_BYTES),
  }
  const parts = await sealParts(sealing.outline, [words], sealing.contentKey)
  return {
    ...(await sealUp(session, sealing, { ...composed, parts })),
    id,
    case: composed.case,
    draft: composed.draft,
    film: null,
    parts: parts.length,
    sealedAt: wholeSecond(session.ports.clock),
    stored: parts.map(({ stored: { stored } }) => inMemory(stored)),
  }
}

/** What is sealed and not yet handed in. */
export async function unsentLetters(session: Session): Promise<readonly Unsent[]> {
  return (await listUnsent(session)).map(({ id, case: place, film, sealedAt }) => {
    return { id, case: place, sealedAt, isFilm: film !== null }
  })
}

/** Go on sending the same bytes. Returns the message id. Throws `not-found`: this device has not got it. */
export async function continueSending(
  session: Session,
  id: string,
  options: GiveOptions = {},
): Promise<string> {
  const letter = await loadUnsent(session, id)
  insist(letter !== null, "not-found", "no such sealed letter on this device")
  await send(session, letter, options)
  return id
}

/** Let go of what is kept, and of the recording that it was sealed from. */
async function dropAll(session: Session, { id, film }: Pick<UnsentLetter, "id" | "film">): Promise<void> {
  const recording = film === null ? null : await originOf(session, id)
  await dropKept(session, id)
  // Where another tab is at it, it stays, and stands among what was not sent.
  if (recording !== null) await dropRecording(session, recording).catch(() => undefined)
}

/** Let go of a sealed letter that was not handed in, its draft stays; of a film, and of what it was sealed from. */
export async function dropUnsent(session: Session, id: string): Promise<void> {
  const detail = await existing(session, id)
  if (detail?.view.state === "uploading") await takeBack(session, id)
  await dropAll(session, { id, film: id })
}

/**
 * Send what is kept, from wherever the server has it, and let go of it.
 *
 * Throws `other-tab`: a film that another tab is sending. Stopping it by the signal ends as `offline`.
 */
export async function send(session: Session, letter: UnsentLetter, options: GiveOptions): Promise<void> {
  if (letter.film === null) return sendHere(session, letter, options)
  const films = await session.ports.films()
  await films.alone(`sending ${letter.id}`, () => sendHere(session, letter, options))
}

async function sendHere(
  session: Session,
  letter: UnsentLetter,
  { onProgress, signal }: GiveOptions,
): Promise<void> {
  const mayClose = session.device.durable
  const total = letter.stored.reduce((sum, { length }) => sum + length, 0)
  const tell = (bytes: number) => onProgress?.({ stage: "sending", done: bytes / total, mayClose })
  tell(0)
  await handIn(session, letter, { onBytes: tell, signal })
  tell(total)
  await dropAll(session, letter)
  if (letter.draft !== null) await releaseDraft(session, letter.draft)
}
