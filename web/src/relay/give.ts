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
import { b64u } from "../crypto/encoding.ts"
import { toEnvelope } from "../crypto/signing.ts"
import { WRAPPED_KEY_BYTES } from "../crypto/wrapping.ts"
import { RelayError } from "../errors.ts"
import { MAX_NOTE_BYTES as MAX_CONTENT_NOTE_BYTES, TEXT_TYPE } from "../protocol/header.ts"
import { insist } from "../protocol/heard.ts"
import { checkLetter, hiddenAt, normaliseLetter } from "../protocol/letter.ts"
import { referencesOf } from "../protocol/policy.ts"
import {
  type Content,
  type Outline,
  type Recipient,
  sealMessage,
  wrapContentKey,
} from "../protocol/sealing.ts"
import type { MessageDetail, MessageView } from "../protocol/wire.ts"
import { addresseeFor } from "./addressee.ts"
import { today, wholeSecond } from "./clock.ts"
import { releaseDraft } from "./draft_store.ts"
import { handIn } from "./hand_in.ts"
import { type CasePicture, caseOf, mediatorsOf } from "./picture.ts"
import { freshId } from "./random.ts"
import type { Session } from "./session.ts"
import { takeBack } from "./take_back.ts"
import {
  dropKept,
  keepUnsent,
  listUnsent,
  loadUnsent,
  type UnsentFacts,
  type UnsentLetter,
} from "./unsent.ts"

export type Composed = {
  readonly case: string
  /** Id of the one it is for; null: the only one it can be for (`addressee.ts`). */
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
  await keepUnsent(session, id, letter)
  await send(session, { ...letter, id }, options)
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
async function seal(
  session: Session,
  id: string,
  composed: Composed,
): Promise<UnsentFacts & Pick<UnsentLetter, "stored">> {
  const { keyring, ports, person, programme } = session
  const place = caseOf(await session.trust.picture(), composed.case)
  const outline: Outline = {
    programme,
    case: composed.case,
    message: id,
    sender: person,
    addressees: [composed.addressee ?? (await addresseeFor(session, composed.case))],
    channel: "letter",
    class: "original",
    wk: b64u(await keyring.messageKey(id)),
    supersedes: composed.supersedes,
    derived_from: null,
    ...referencesOf(place.policy),
    day: today(ports.clock),
  }
  const contentKey = ports.random(WRAPPED_KEY_BYTES)
  const content: Content = {
    type: TEXT_TYPE,
    content: utf8(composed.text),
    duration_ms: null,
    salt: ports.random(SALT_BYTES),
  }
  const { certificate } = session.trust.me(place)
  const sealed = await sealMessage(outline, [content], {
    words: { language: composed.language, content_note: composed.contentNote, certificate },
    contentKey,
    signAsAuthor: keyring.sign,
    signAsMessage: keyring.signAsMessage(id),
    headerSalt: ports.random(SALT_BYTES),
  })
  const wraps = await wrapContentKey(contentKey, sealed.hash, recipients(session, place))
  contentKey.fill(0)
  return {
    case: composed.case,
    draft: composed.draft,
    manifest: sealed.hash,
    parts: sealed.parts.length,
    post: {
      manifest: toEnvelope(sealed.manifest),
      header: b64u(sealed.header),
      wraps: wraps.map(({ purpose, recipient, wrap }) => ({ purpose, recipient, wrap: b64u(wrap) })),
    },
    sealedAt: wholeSecond(ports.clock),
    stored: sealed.parts.map(({ stored }) => stored as UnsentLetter["stored"][number]),
  }
}

/** The assigned mediators and the author; never the addressee. */
function recipients({ keyring }: Session, place: CasePicture): readonly Recipient[] {
  const review = mediatorsOf(place).map(({ keyId, kem }): Recipient => ({ keyId, kem, purpose: "review" }))
  insist(review.length > 0, "revoked", "no active mediator stands in the policy")
  return [...review, { keyId: keyring.keyId, kem: b64u(keyring.kem), purpose: "self" }]
}

/** What is sealed and not yet handed in. */
export async function unsentLetters(session: Session): Promise<readonly Unsent[]> {
  return (await listUnsent(session)).map(({ id, case: place, sealedAt }) => ({ id, case: place, sealedAt }))
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

/** Let go of a sealed letter that was not handed in; its draft stays. */
export async function dropUnsent(session: Session, id: string): Promise<void> {
  const detail = await existing(session, id)
  if (detail?.view.state === "uploading") await takeBack(session, id)
  await dropKept(session, id)
}

async function send(
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
  await dropKept(session, letter.id)
  if (letter.draft !== null) await releaseDraft(session, letter.draft)
}
