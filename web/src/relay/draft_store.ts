// SPDX-License-Identifier: EUPL-1.2
/** Where drafts lie: sealed boxes on the server, and sealed boxes that wait here to go there. */
import { SALT_BYTES } from "../crypto/box.ts"
import { type Bytes, utf8 } from "../crypto/bytes.ts"
import type { Json } from "../crypto/canonical.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { RelayError } from "../errors.ts"
import { readText } from "../protocol/opening.ts"
import { freeText, hashed, ident, integer, optional, type Read, readFields, text } from "../protocol/shape.ts"
import { draftContext, openDraft as openDraftBox, sealDraft } from "../protocol/unlocking.ts"
import { draftFolder } from "./draft_folder.ts"
import type { Session } from "./session.ts"

const MAX_TEXT_BYTES = 1_000_000
/** A stored draft's size says little of the words in it. */
const SIZE_STEP = 4096

const CONTENT = {
  addressee: optional(ident),
  case: ident,
  contentNote: freeText(MAX_TEXT_BYTES),
  language: text(/^[a-z-]{2,8}$/),
  supersedes: optional(hashed),
  text: freeText(MAX_TEXT_BYTES),
}

export type DraftContent = Read<typeof CONTENT>

const WAITING = {
  box: text(/^[A-Za-z0-9_-]{1,1500000}$/),
  case: ident,
  updatedAt: integer(),
  version: integer(),
}

/** A sealed draft that waits here: its box, and the server's version that it follows. */
export type WaitingDraft = Read<typeof WAITING>

/** Seal what was written. Spaces at the end round its size up. */
export async function sealContent(session: Session, id: string, content: DraftContent): Promise<string> {
  const json = utf8(JSON.stringify(content))
  const padded = new Uint8Array(Math.ceil((json.length + 1) / SIZE_STEP) * SIZE_STEP).fill(0x20)
  padded.set(json)
  const at = { context: draftContext(session, id), salt: session.ports.random(SALT_BYTES) }
  return b64u(await session.keyring.withMaster((master) => sealDraft(master, padded, at)))
}

/** Open a sealed draft. Throws `commitment-wrong`, `seal-broken`, `malformed` or `wrong-shape`. */
export async function openContent(session: Session, id: string, box: string): Promise<DraftContent> {
  const at = { context: draftContext(session, id) }
  const padded = await session.keyring.withMaster((master) => openDraftBox(master, unb64u(box), at))
  return readFields(jsonOf(padded), CONTENT)
}

function jsonOf(bytes: Bytes): Json {
  try {
    return JSON.parse(readText(bytes)) as Json
  } catch (cause) {
    if (cause instanceof RelayError) throw cause
    throw new RelayError("malformed", "a draft that is not JSON", { cause })
  }
}

/** Keep a sealed draft here until the server has it. Throws `storage-full`. */
export async function keepWaiting(session: Session, id: string, waiting: WaitingDraft): Promise<void> {
  await session.device.put(draftFolder(session.account) + id, utf8(JSON.stringify(waiting)))
}

/** Let go of what waits here of a draft. */
export async function dropWaiting(session: Session, id: string): Promise<void> {
  await session.device.drop(draftFolder(session.account) + id)
}

/** Return what waits here, by draft id. */
export async function listWaiting(session: Session): Promise<ReadonlyMap<string, WaitingDraft>> {
  const waiting = new Map<string, WaitingDraft>()
  for (const { name, bytes } of await session.device.list(draftFolder(session.account))) {
    const found = readWaiting(bytes)
    if (found !== null) waiting.set(name.slice(draftFolder(session.account).length), found)
  }
  return waiting
}

function readWaiting(bytes: Bytes): WaitingDraft | null {
  try {
    return readFields(jsonOf(bytes), WAITING)
  } catch (error) {
    if (error instanceof RelayError) return null
    throw error
  }
}

type LetGo = () => void
const open = new WeakMap<Session["keyring"], Map<string, LetGo>>()

/** Note that a draft is being written, so that giving the letter can stop its saving. */
export function noteOpen({ keyring }: Session, id: string, letGo: LetGo): void {
  const drafts = open.get(keyring) ?? new Map<string, LetGo>()
  drafts.set(id, letGo)
  open.set(keyring, drafts)
}

/** Forget that it is being written. */
export function noteClosed({ keyring }: Session, id: string): void {
  open.get(keyring)?.delete(id)
}

/** Let go of a draft whose letter was handed in: no later save brings it back. */
export async function releaseDraft(session: Session, id: string): Promise<void> {
  open.get(session.keyring)?.get(id)?.()
  await dropWaiting(session, id)
  try {
    await session.ports.client.dropDraft(id)
  } catch (error) {
    // The server lets go of the draft by itself when the letter is handed in under the same id.
    if (!(error instanceof RelayError)) throw error
  }
}
