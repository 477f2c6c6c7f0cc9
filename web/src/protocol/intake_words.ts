// SPDX-License-Identifier: EUPL-1.2
/**
 * What somebody writes who asks to take part, and the manager's sheet about it: inside the boxes.
 *
 * Both are padded to one of three sizes, so that the relay cannot tell a short request from a longer
 * one, nor a person who was harmed from staff who ask for somebody. Twin:
 * `relay/protocol/intake_words.py`. Source: docs/format.md §3, §4.
 */
import { openBox, sealBox } from "../crypto/box.ts"
import { type Bytes, concat, u64be } from "../crypto/bytes.ts"
import { decode, encode, type JsonObject } from "../crypto/canonical.ts"
import { ALPHABET } from "../crypto/codes.ts"
import { SUITE, taggedHash } from "../crypto/derive.ts"
import { unb64u } from "../crypto/encoding.ts"
import { framedLength, LENGTH_BYTES } from "../crypto/padding.ts"
import { type Unwrap, unwrapperOf, wrap } from "../crypto/wrapping.ts"
import { RelayError } from "../errors.ts"
import { insist } from "./heard.ts"
import type { IntakePlace } from "./intake.ts"
import { SIZES } from "./intake_key.ts"
import { checkLetter } from "./letter.ts"
import {
  boolean,
  freeText,
  listOf,
  oneOf,
  optional,
  type Read,
  type Reader,
  readFields,
  recordOf,
} from "./shape.ts"

export const SCREENING_LABEL = "screening"
export const MOST_CHECKS = 32
export const LINE_BYTES = 2_000
export const WORDS_BYTES = 48_000

/** Read text in a letter's normal form, or none at all. */
function shown(maxBytes: number): Reader<string> {
  const bounded = freeText(maxBytes)
  return (value) => {
    const found = bounded(value)
    if (found !== "") checkLetter(found)
    return found
  }
}

const LINE = shown(LINE_BYTES)
const WORDS = shown(WORDS_BYTES)

const ASKING = {
  /** `staff` asks for a person in custody, everybody else for themselves. */
  who: oneOf("victim", "family", "representative", "staff"),
  /** In which they want to be answered. */
  language: oneOf("en", "fr"),
  name: LINE,
  /** How, and when, it is safe to reach them. */
  reach: LINE,
  hours: LINE,
  words: WORDS,
  needs: LINE,
  /** Staff only. */
  institution: LINE,
  /** For whom, where it is somebody else. */
  person: LINE,
  /** Staff only: whether the sentence is two years or more. */
  federal: optional(boolean),
  /** Staff only: what that person says they did, in their own words. */
  responsibility: WORDS,
}
/** Somebody asks to take part; text that was left out is empty. */
export type Asking = Read<typeof ASKING>

const SHEET = {
  /** The eligibility checklist, each line as it read when it was answered. */
  checks: listOf(recordOf({ item: LINE, answer: oneOf("yes", "no", "open") }), { most: MOST_CHECKS }),
  words: WORDS,
}
/** A manager's screening of one request. */
export type Sheet = Read<typeof SHEET>

/** Return the padded plaintext of a request, after reading it back. Throws as `parseAsking`. */
export function buildAsking(asking: Asking): Bytes {
  const padded = padSized(encode(asking as unknown as JsonObject))
  parseAsking(padded)
  return padded
}

/**
 * Read the plaintext of a request.
 *
 * Throws `size-wrong` (not padded to its size), `too-large`, `malformed`, `not-canonical`, `wrong-shape`
 * (other fields, nowhere to reach them, or staff's fields from somebody else), and `hidden-text` or
 * `not-normal` for text that a manager would not see as it is.
 */
export function parseAsking(padded: Uint8Array): Asking {
  const asking: Asking = readFields(decode(unpadSized(padded)), ASKING)
  const staff = asking.who === "staff"
  const fits = asking.reach !== "" && staff === (asking.federal !== null)
  insist(fits, "wrong-shape", "no way to reach them, or fields that do not fit who asks")
  const foreign = !staff && (asking.institution !== "" || asking.responsibility !== "")
  insist(!foreign, "wrong-shape", "staff's fields from somebody who is none")
  return asking
}

/** Return the padded plaintext of a screening sheet, after reading it back. */
export function buildSheet(sheet: Sheet): Bytes {
  const padded = padSized(encode(sheet as unknown as JsonObject))
  parseSheet(padded)
  return padded
}

/** Read the plaintext of a screening sheet. Throws as `parseAsking`. */
export function parseSheet(padded: Uint8Array): Sheet {
  return readFields(decode(unpadSized(padded)), SHEET)
}

/** Return what a person can say on the telephone: the first 40 bits of the id, in two groups of four. */
export function receiptNumber(intake: string): string {
  const value = unb64u(intake)
    .subarray(0, 5)
    .reduce((sum, byte) => sum * 256 + byte, 0)
  const digits = Array.from({ length: 8 }, (_, at) =>
    ALPHABET.charAt(Math.floor(value / 32 ** (7 - at)) % 32),
  )
  return `${digits.slice(0, 4).join("")}-${digits.slice(4).join("")}`
}

/** Return the canonical context of a screening sheet's box. */
export function sheetContext({ programme, intake }: IntakePlace): Bytes {
  return encode({ intake, programme, suite: SUITE })
}

/** Return `H("screening", box)`, which the wrap is bound to. */
export async function sheetSubject(box: Uint8Array): Promise<Bytes> {
  return taggedHash("screening", box)
}

/** Seal a screening sheet under a random key; the salt is 32 fresh bytes, new at every write. */
export async function sealSheet(
  key: Uint8Array,
  content: Uint8Array,
  { place, salt }: { readonly place: IntakePlace; readonly salt: Uint8Array },
): Promise<Bytes> {
  return sealBox(key, content, { label: SCREENING_LABEL, context: sheetContext(place), salt })
}

/** Wrap a sheet's key for the programme's own intake key. Throws as `wrap`. */
export async function wrapSheet(kem: Uint8Array, key: Uint8Array, box: Uint8Array): Promise<Bytes> {
  return wrap(kem, key, { purpose: "intake", subject: await sheetSubject(box) })
}

/** Open a screening sheet with the intake key's seed. Throws as `openIntake`. */
export async function openSheet(
  seed: Uint8Array,
  box: Uint8Array,
  { wrapped, place }: { readonly wrapped: Uint8Array; readonly place: IntakePlace },
): Promise<Bytes> {
  return openSheetWith(unwrapperOf(seed), box, { wrapped, place })
}

/** Open a screening sheet with whatever opens wraps for the intake key. Throws as `openSheet`. */
export async function openSheetWith(
  unwrap: Unwrap,
  box: Uint8Array,
  { wrapped, place }: { readonly wrapped: Uint8Array; readonly place: IntakePlace },
): Promise<Bytes> {
  const key = await unwrap(wrapped, { purpose: "intake", subject: await sheetSubject(box) })
  return openBox(key, box, { label: SCREENING_LABEL, context: sheetContext(place) })
}

function padSized(content: Uint8Array): Bytes {
  const zeros = sizeFor(content.length) - LENGTH_BYTES - content.length
  return concat(u64be(content.length), content, new Uint8Array(zeros))
}

function unpadSized(padded: Uint8Array): Bytes {
  const known = SIZES.some((size) => size === padded.length)
  insist(known, "size-wrong", "padded to another size than the computed one")
  const length = framedLength(padded)
  const end = LENGTH_BYTES + length
  const fits = end <= padded.length && sizeFor(length) === padded.length
  insist(fits, "size-wrong", "padded to another size than the computed one")
  insist(!padded.subarray(end).some((byte) => byte !== 0), "size-wrong", "padding that is not zero")
  return concat(padded.subarray(LENGTH_BYTES, end))
}

function sizeFor(length: number): number {
  const found = SIZES.find((size) => LENGTH_BYTES + length <= size)
  if (found === undefined) throw new RelayError("too-large", "more than fits into a request")
  return found
}
