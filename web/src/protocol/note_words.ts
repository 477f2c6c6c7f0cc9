// SPDX-License-Identifier: EUPL-1.2
/**
 * What a sealed note says: one canonical JSON object, each text without hidden characters.
 *
 * The words beside a decision, the passages that a return marks, what an approval looked at, how an
 * offer is to be read. Twin: `relay/protocol/note_words.py`. Source: docs/format.md §4.
 */
import type { Bytes } from "../crypto/bytes.ts"
import { decode, encode, isObject, type Json } from "../crypto/canonical.ts"
import { RelayError } from "../errors.ts"
import { insist } from "./heard.ts"
import { hiddenAt } from "./letter.ts"
import {
  boolean,
  day,
  integer,
  listOf,
  oneOf,
  optional,
  type Read,
  type Reader,
  readFields,
  recordOf,
  setOf,
  text,
} from "./shape.ts"

export const MAX_CHARACTERS = 16_000
export const MAX_MARKS = 200
/** Most bytes of a note's content: a box travels as at most 96,000 characters. */
export const MAX_NOTE_BYTES = 64_000
const MOST_CHECKS = 32

/** Reads text that is shown: it may hold nothing that a reader cannot see. */
const seenText: Reader<string> = (value) => {
  insist(typeof value === "string", "wrong-shape", "text belongs here")
  // A string iterates by code points, which is what both languages count.
  const long = value.length > MAX_CHARACTERS && [...value].length > MAX_CHARACTERS
  insist(!long, "too-large", `text of more than ${MAX_CHARACTERS} characters`)
  insist(value === "" || hiddenAt(value) === null, "hidden-text", "a note with hidden text")
  return value
}

const MARK = { from: integer(), to: integer(1), words: seenText }
/** A marked passage: code points `from` up to `to` of the letter's text, and words about it. */
export type Mark = Read<typeof MARK>

const marks: Reader<readonly Mark[]> = (value) => {
  const found = listOf(recordOf(MARK), { most: MAX_MARKS })(value)
  const whole = found.every(({ from, to }) => from < to)
  insist(whole, "wrong-shape", "a mark that begins where it ends")
  const inOrder = found.every(({ from }, index) => index === 0 || (found[index - 1]?.to ?? 0) <= from)
  insist(inOrder, "wrong-shape", "marks out of order, or over each other")
  return found
}

const CONDITIONS = {
  company: oneOf("any", "mediator", "support"),
  parts: boolean,
  print: boolean,
  kiosk: boolean,
  expires: optional(day),
}
/** How something is to be read: in whose company, in parts, on paper, at a kiosk, until which day. */
export type Conditions = Read<typeof CONDITIONS>

const PLAIN = { words: seenText }
const MARKED = { words: seenText, marks }
const READING = { words: seenText, content_note: seenText, conditions: recordOf(CONDITIONS) }
const REVIEW = { ...READING, checks: setOf(text(/^[a-z-]{1,32}$/), { most: MOST_CHECKS }) }

export type PlainNote = { readonly kind: "plain" } & Read<typeof PLAIN>
export type MarkedNote = { readonly kind: "marked" } & Read<typeof MARKED>
export type ReviewNote = { readonly kind: "review" } & Read<typeof REVIEW>
export type OfferNote = { readonly kind: "offer" } & Read<typeof READING>
export type NoteWords = PlainNote | MarkedNote | ReviewNote | OfferNote

/**
 * Read what a note's box holds.
 *
 * Throws `too-large`, `malformed`, `not-canonical`, `hidden-text` or `wrong-shape`.
 */
export function parseNote(content: Uint8Array): NoteWords {
  const value = decode(content, MAX_NOTE_BYTES)
  insist(isObject(value), "wrong-shape", "a note is an object")
  const { kind, ...fields } = value
  return noteOf(kind, fields)
}

function noteOf(kind: Json | undefined, fields: Json): NoteWords {
  switch (kind) {
    case "plain":
      return { kind, ...readFields(fields, PLAIN) }
    case "marked":
      return { kind, ...readFields(fields, MARKED) }
    case "review":
      return { kind, ...readFields(fields, REVIEW) }
    case "offer":
      return { kind, ...readFields(fields, READING) }
    default:
      throw new RelayError("wrong-shape", "no note of a known kind")
  }
}

/** Return a note's canonical bytes, after reading them back. Throws as `parseNote`. */
export function buildNote(note: NoteWords): Bytes {
  const content = encode(note)
  parseNote(content)
  return content
}
