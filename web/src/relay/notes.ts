// SPDX-License-Identifier: EUPL-1.2
/**
 * Sealed notes: a mediator's words beside a statement, for exactly their readers.
 *
 * Each note has its own random key; the statement names the box's hash, so a note cannot be put
 * beside another statement.
 */
import { SALT_BYTES } from "../crypto/box.ts"
import { utf8 } from "../crypto/bytes.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { WRAPPED_KEY_BYTES, wrap } from "../crypto/wrapping.ts"
import { RelayError } from "../errors.ts"
import { insist } from "../protocol/heard.ts"
import { readText } from "../protocol/opening.ts"
import { type NotePlace, noteHash, openNote, sealNote } from "../protocol/record.ts"
import type { Note, StoredNote } from "../protocol/wire.ts"
import type { Keyring } from "./keyring.ts"
import { type CasePicture, certificateOf, mediatorsOf, participantKeyId, type Recipient } from "./picture.ts"
import type { Random } from "./random.ts"

/** Most bytes of a note's text: a box travels as at most 96,000 characters. */
export const MAX_NOTE_BYTES = 64_000

export type SealedNote = {
  /** As statements name it. */
  readonly hash: string
  readonly note: Note
}

/** Seal words for their readers. Throws `too-large` beyond 64,000 bytes. */
export async function writeNote(
  text: string,
  {
    place,
    readers,
    random,
  }: { readonly place: NotePlace; readonly readers: readonly Recipient[]; readonly random: Random },
): Promise<SealedNote> {
  const content = utf8(text.normalize("NFC"))
  insist(content.length <= MAX_NOTE_BYTES, "too-large", `a note has at most ${MAX_NOTE_BYTES} bytes`)
  const key = random(WRAPPED_KEY_BYTES)
  const box = await sealNote(key, content, { note: place, salt: random(SALT_BYTES) })
  const hash = await noteHash(box)
  const subject = unb64u(hash)
  const wraps = await Promise.all(
    readers.map(async ({ keyId, kem }) => ({
      purpose: "note" as const,
      recipient: keyId,
      wrap: b64u(await wrap(unb64u(kem), key, { purpose: "note", subject })),
    })),
  )
  key.fill(0)
  return { hash, note: { box: b64u(box), wraps } }
}

/** Return a participant as a reader. Throws `certificate-wrong`. */
export async function readerOf(place: CasePicture, participant: string): Promise<Recipient> {
  const { kem } = certificateOf(place, participant).body
  return { person: participant, keyId: await participantKeyId(place, participant), kem }
}

/** Return the mediators of a case and these participants, each once. */
export async function readersOf(
  place: CasePicture,
  participants: readonly string[],
): Promise<readonly Recipient[]> {
  const people = await Promise.all(participants.map((participant) => readerOf(place, participant)))
  return [...mediatorsOf(place), ...people]
}

/** Open the note that a verified statement names; null when it is not for this person. */
export async function readNote(
  { unwrap }: Pick<Keyring, "unwrap">,
  {
    notes,
    named,
    place,
  }: { readonly notes: readonly StoredNote[]; readonly named: string | null; readonly place: NotePlace },
): Promise<string | null> {
  const stored = notes.find(({ hash }) => hash === named)
  if (named === null || stored === undefined) return null
  const key = await unwrap(unb64u(stored.wrap), { purpose: "note", subject: unb64u(named) })
  return readText(await openNote(key, unb64u(stored.box), { note: place, named }))
}

/** The same, for a note whose loss is not worth losing the rest over: null where it does not open. */
export async function readNoteIfAny(
  keyring: Pick<Keyring, "unwrap">,
  at: Parameters<typeof readNote>[1],
): Promise<string | null> {
  try {
    return await readNote(keyring, at)
  } catch (error) {
    if (error instanceof RelayError) return null
    throw error
  }
}
