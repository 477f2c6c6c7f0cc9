// SPDX-License-Identifier: EUPL-1.2
/**
 * Sealed notes: a mediator's words beside a statement, for exactly their readers.
 *
 * Each note has its own random key; the statement names the box's hash, so a note cannot be put
 * beside another statement.
 */
import { SALT_BYTES } from "../crypto/box.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { WRAPPED_KEY_BYTES, wrap } from "../crypto/wrapping.ts"
import { RelayError } from "../errors.ts"
import { normaliseLetter } from "../protocol/letter.ts"
import { buildNote, type NoteWords, parseNote } from "../protocol/note_words.ts"
import { type NotePlace, noteHash, openNote, sealNote } from "../protocol/record.ts"
import type { Note, StoredNote } from "../protocol/wire.ts"
import type { Keyring } from "./keyring.ts"
import { type CasePicture, certificateOf, mediatorsOf, participantKeyId, type Recipient } from "./picture.ts"
import type { Random } from "./random.ts"

export type SealedNote = {
  /** As statements name it. */
  readonly hash: string
  readonly note: Note
}

/**
 * Seal a note for its readers.
 *
 * What is harmless in its texts is repaired as in a letter. Throws `hidden-text`, or `too-large` beyond
 * 16,000 characters a text or 64,000 bytes in all.
 */
export async function writeNote(
  words: NoteWords,
  {
    place,
    readers,
    random,
  }: { readonly place: NotePlace; readonly readers: readonly Recipient[]; readonly random: Random },
): Promise<SealedNote> {
  const content = buildNote(repaired(words))
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

function repaired(note: NoteWords): NoteWords {
  const words = normaliseLetter(note.words)
  switch (note.kind) {
    case "plain":
      return { ...note, words }
    case "marked":
      return {
        ...note,
        words,
        marks: note.marks.map((mark) => ({ ...mark, words: normaliseLetter(mark.words) })),
      }
    default:
      return { ...note, words, content_note: normaliseLetter(note.content_note) }
  }
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
): Promise<NoteWords | null> {
  const stored = notes.find(({ hash }) => hash === named)
  if (named === null || stored === undefined) return null
  const key = await unwrap(unb64u(stored.wrap), { purpose: "note", subject: unb64u(named) })
  return parseNote(await openNote(key, unb64u(stored.box), { note: place, named }))
}

/** The same, for a note whose loss is not worth losing the rest over: null where it does not open. */
export async function readNoteIfAny(
  keyring: Pick<Keyring, "unwrap">,
  at: Parameters<typeof readNote>[1],
): Promise<NoteWords | null> {
  try {
    return await readNote(keyring, at)
  } catch (error) {
    if (error instanceof RelayError) return null
    throw error
  }
}
