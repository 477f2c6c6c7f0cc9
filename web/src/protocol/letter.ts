// SPDX-License-Identifier: EUPL-1.2
/**
 * The normal form of a letter: what the mediator cannot see does not exist.
 *
 * The author's client repairs what is harmless (`normaliseLetter`); every reader's client refuses
 * anything that is not in normal form (`checkLetter`), so a sender with another client gains
 * nothing. Code points are judged by a generated table of one Unicode version, never by a runtime's
 * property classes. Twin: `relay/protocol/letter.py`. Sources: docs/format.md §4; UTS 51 for emoji
 * sequences.
 */

import { EMOJI } from "./emoji_table.ts"
import { insist } from "./heard.ts"
import { ALLOWED, MARKS } from "./letter_table.ts"

export const MAX_MARKS = 4
const HARD_SPACES = "\u00A0\u202F"
const OUTER_SPACES = /^[ \u00A0\u202F]+|[ \u00A0\u202F]+$/g
const SPACE_RUN = /[ \u00A0\u202F]+/g
const OTHER_SPACES = /[\t\u1680\u2000-\u200A\u205F\u3000]/g
const LINE_ENDS = /\r\n|[\r\u0085\u2028\u2029]/g
const EMPTY_LINES = /\n{3,}/g
const OUTER_LINES = /^\n+|\n+$/g
const BEFORE = ";:!?»%"
const AFTER = "«"
const DIGIT = /^[0-9]$/
const SELECTOR = 0xfe0f
const UNIT = /^[A-Za-zÀ-ÖØ-öø-ÿ°$¢£¥€]$/

/** Ranges of code points, by rising start. */
type Ranges = readonly (readonly [number, number])[]

function readRanges(table: string): Ranges {
  return words(table).map((entry) => {
    const [first = "", last = first] = entry.split("-")
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  })
}

function words(table: string): readonly string[] {
  return table.trim().split(/\s+/)
}

function readEmoji(): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  for (const entry of words(EMOJI)) {
    const points = entry.split("-").map((point) => Number.parseInt(point, 16))
    const same = found.get(points[0] ?? 0) ?? []
    found.set(points[0] ?? 0, [...same, String.fromCodePoint(...points)])
  }
  // Longest first, so that a family is not read as one person and a stray joiner. Code points, not
  // code units: Python counts those.
  for (const same of found.values()) same.sort((one, other) => [...other].length - [...one].length)
  return found
}

const ALLOWED_RANGES = readRanges(ALLOWED)
const MARK_RANGES = readRanges(MARKS)
const EMOJI_BY_FIRST = readEmoji()

function isIn(point: number, ranges: Ranges): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[0] ?? 0) <= point) low = middle + 1
    else high = middle
  }
  const range = ranges[low - 1]
  return range !== undefined && point <= range[1]
}

/** Whether a letter may hold this one character outside an emoji sequence. */
export function isAllowed(character: string): boolean {
  return character === "\n" || isIn(character.codePointAt(0) ?? 0, ALLOWED_RANGES)
}

function emojiAt(text: string, at: number): string {
  const same = EMOJI_BY_FIRST.get(text.codePointAt(at) ?? 0) ?? []
  return same.find((emoji) => text.startsWith(emoji, at)) ?? ""
}

/** Whether an ASCII character stands here that begins no emoji: most characters of most letters. */
function isPlain(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0x20 && unit <= 0x7e && text.charCodeAt(at + 1) !== SELECTOR
}

/**
 * Return where, in UTF-16 code units, the first character from `start` on stands that a letter may not hold, or
 * null.
 */
export function hiddenAt(text: string, start = 0): number | null {
  let at = start
  while (at < text.length) {
    if (isPlain(text, at)) {
      at += 1
      continue
    }
    const emoji = emojiAt(text, at)
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (emoji === "" && !isAllowed(character)) return at
    at += emoji.length || character.length
  }
  return null
}

/**
 * Refuse text that is not in normal form.
 *
 * Throws `hidden-text` (a code point outside the table, or a joiner outside a known emoji) or
 * `not-normal` (not NFC, spaces or lines out of form, stacked marks, or nothing to see).
 */
export function checkLetter(text: string): void {
  const at = hiddenAt(text)
  insist(at === null, "hidden-text", `a character that may not stand at ${at}`)
  insist(text.normalize("NFC") === text, "not-normal", "not NFC")
  insist(spaced(text) === text, "not-normal", "spaces or lines out of form")
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  insist(!hasStackedMarks(points), "not-normal", `more than ${MAX_MARKS} combining marks in a row`)
  insist(points.some(isVisible), "not-normal", "nothing to see")
}

/**
 * Repair what is harmless: line ends, spaces, empty lines, NFC.
 *
 * What it cannot repair it leaves, for `checkLetter` to refuse. Only text within the table is
 * composed: what a runtime knows beyond it differs from one to the next.
 */
export function normaliseLetter(text: string): string {
  const plain = text.replace(LINE_ENDS, "\n").replace(OTHER_SPACES, " ")
  return spaced(hiddenAt(plain) === null ? plain.normalize("NFC") : plain)
}

function spaced(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(OUTER_SPACES, "").replace(SPACE_RUN, oneSpace))
  return lines.join("\n").replace(EMPTY_LINES, "\n\n").replace(OUTER_LINES, "")
}

/** Return the one space that a run becomes: a hard one only where typography wants it. */
function oneSpace(run: string, start: number, line: string): string {
  const hard = Array.from(run).find((space) => HARD_SPACES.includes(space))
  const [left, right] = [line.charAt(start - 1), line.charAt(start + run.length)]
  return hard !== undefined && isHardPlace(left, right) ? hard : " "
}

/** Whether a hard space may stand between two characters. */
export function isHardPlace(left: string, right: string): boolean {
  if (left === "" || right === "") return false
  if (AFTER.includes(left) || BEFORE.includes(right)) return true
  if (DIGIT.test(left)) return DIGIT.test(right) || UNIT.test(right)
  return UNIT.test(left) && DIGIT.test(right)
}

function hasStackedMarks(points: readonly number[]): boolean {
  let row = 0
  for (const point of points) {
    row = isIn(point, MARK_RANGES) ? row + 1 : 0
    if (row > MAX_MARKS) return true
  }
  return false
}

function isVisible(point: number): boolean {
  return !`\n ${HARD_SPACES}`.includes(String.fromCodePoint(point)) && !isIn(point, MARK_RANGES)
}
