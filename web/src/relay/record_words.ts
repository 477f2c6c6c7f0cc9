// SPDX-License-Identifier: EUPL-1.2
/**
 * What lies sealed in a record of casework, by its type: one canonical JSON object, every text of it visible.
 *
 * Text is in a letter's normal form or empty, so that nothing hides in a note that a letter could not
 * hide. What a reader refuses is not shown. Source: docs/format.md §2.
 */
import type { Bytes } from "../crypto/bytes.ts"
import {
  decode,
  encode,
  isObject,
  type Json,
  type JsonObject,
  MAX_STATEMENT_BYTES,
} from "../crypto/canonical.ts"
import { insist } from "../protocol/heard.ts"
import { checkLetter, normaliseLetter } from "../protocol/letter.ts"
import { clearOf, type RecordType, type Typed } from "../protocol/record.ts"
import {
  boolean,
  day,
  ident,
  integer,
  listOf,
  oneOf,
  optional,
  type Reader,
  recordOf,
  setOf,
} from "../protocol/shape.ts"

export const MAX_TEXT = 16_000
export const MAX_LINE = 500
export const MAX_NAMES = 500
export const MAX_ENTRIES = 1_000
export const MAX_DEBRIEFS = 16

/** What somebody may need, in rising order. Whatever a person did not name stays closed for them. */
export const TOPICS = [
  "answers",
  "apology",
  "facts",
  "forgiveness",
  "impact",
  "meeting",
  "other",
  "repair",
] as const
export type Topic = (typeof TOPICS)[number]

/** What a note may warn of, in rising order. */
export const RISKS = [
  "contact",
  "manipulation",
  "new-offence",
  "other",
  "self-harm",
  "third-person",
  "threat",
] as const
export type Risk = (typeof RISKS)[number]

/** Read text in a letter's normal form, or none at all, of at most so many characters. */
function shown(most: number): Reader<string> {
  return (value) => {
    insist(typeof value === "string", "wrong-shape", "text belongs here")
    insist([...value].length <= most, "wrong-shape", `text of more than ${most} characters`)
    if (value !== "") checkLetter(value)
    return value
  }
}

const TEXT = shown(MAX_TEXT)
const LINE = shown(MAX_LINE)

const ORDER = recordOf({ evidence: TEXT, reason: TEXT })
const ASSESSMENT = recordOf({ safety: TEXT, privacy: TEXT, wellbeing: TEXT, reason: TEXT })
/** Beside a no-contact or overlap gate. */
export type OrderWords = ReturnType<typeof ORDER>
/** Beside an assessment. */
export type AssessmentWords = ReturnType<typeof ASSESSMENT>

const gate: Reader<OrderWords | AssessmentWords> = (value) =>
  isObject(value) && "safety" in value ? ASSESSMENT(value) : ORDER(value)

const WORDS = {
  gate,
  pace: recordOf({ reason: TEXT }),
  need: recordOf({ words: TEXT, topics: setOf(oneOf(...TOPICS), { most: TOPICS.length }) }),
  task: recordOf({ words: TEXT }),
  note: recordOf({
    words: TEXT,
    message: optional(ident),
    risks: setOf(oneOf(...RISKS), { most: RISKS.length }),
  }),
  names: recordOf({ names: listOf(LINE, { most: MAX_NAMES }) }),
  meeting: recordOf({ aims: TEXT, rules: TEXT, who: TEXT, where: TEXT, when: LINE, support: TEXT }),
  repair: recordOf({ words: TEXT, progress: TEXT }),
  paper: recordOf({ words: TEXT }),
  escalation: recordOf({ page: TEXT, to: TEXT, rule: TEXT }),
  recusal: recordOf({ reason: TEXT }),
  closing: recordOf({
    debriefs: listOf(recordOf({ participant: ident, words: TEXT }), { most: MAX_DEBRIEFS }),
    follow_ups: TEXT,
    reason: TEXT,
  }),
  away: recordOf({ words: TEXT }),
  exposure: recordOf({
    entries: listOf(
      recordOf({
        day,
        message: optional(ident),
        minutes: integer(0, 1_440),
        heavy: boolean,
        words: LINE,
      }),
      { most: MAX_ENTRIES },
    ),
  }),
}
export type RecordWords = { readonly [type in RecordType]: ReturnType<(typeof WORDS)[type]> }

/**
 * Write a record's sealed content, its texts repaired where that is harmless, and read it back.
 *
 * Throws `too-large`, `wrong-shape`, `hidden-text` or `not-normal`.
 */
export function buildWords(record: Typed, words: RecordWords[RecordType]): Bytes {
  const content = encode(repaired(words as unknown as JsonObject))
  insist(content.length <= MAX_STATEMENT_BYTES, "too-large", `a record of ${content.length} bytes`)
  parseWords(record, content)
  return content
}

/** Read a record's sealed content. Throws as `buildWords`, and as `decode`. */
export function parseWords<T extends RecordType>(record: Typed<T>, content: Uint8Array): RecordWords[T] {
  const words: RecordWords[RecordType] = WORDS[record.type](decode(content))
  const judged = clearOf(record, "gate")
  const fits = judged === undefined || (judged.gate === "assessment") === "safety" in words
  insist(fits, "wrong-shape", "words of another gate")
  return words as RecordWords[T]
}

function repaired(value: Json): Json {
  if (typeof value === "string") return normaliseLetter(value)
  if (Array.isArray(value)) return value.map((item: Json) => repaired(item))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, repaired(item)]))
}
