// SPDX-License-Identifier: EUPL-1.2
/**
 * Captions as plain words with times: read from WebVTT strictly, and written again from what was read.
 *
 * A browser's own reader knows styles, places and colours, by which words could be there for one reader
 * and not for another. So only times and words are taken, the words in a letter's normal form, and the
 * browser is given what we wrote ourselves. The same normal form is what is sealed; it has no twin, since
 * only browsers seal and show captions. Source: W3C WebVTT §4; docs/format.md §4.
 */
import { type ErrorCode, RelayError } from "../errors.ts"
import { checkLetter, normaliseLetter } from "../protocol/letter.ts"

/** What is said, and from when to when, in milliseconds from the beginning. */
export type Cue = { readonly from: number; readonly to: number; readonly words: string }

export const CAPTIONS_TYPE = "text/vtt"
/** More is no line to be read while a film runs. In UTF-16 code units. */
export const MOST_IN_CUE = 500
/** A line every two seconds for more than five hours. */
export const MOST_CUES = 10_000
const MOST_IN_FILE = 2 ** 20
/** Who writes captions rounds the end up; nobody loses a word by so little. */
const LATE_MILLISECONDS = 500

const CODES = {
  "not-vtt": "malformed",
  empty: "malformed",
  time: "malformed",
  order: "malformed",
  late: "malformed",
  hidden: "hidden-text",
  form: "not-normal",
  long: "too-large",
  many: "too-large",
} as const satisfies Record<string, ErrorCode>

/** What is wrong with captions. */
export type CaptionFault = keyof typeof CODES

/** Captions that are not taken: what is wrong, and in which line of the file, from 1. */
export class CaptionsError extends RelayError {
  readonly fault: CaptionFault
  readonly line: number

  constructor(fault: CaptionFault, line: number) {
    super(CODES[fault], `captions, line ${line}: ${fault}`)
    this.fault = fault
    this.line = line
  }
}

const HEAD = /^\uFEFF?WEBVTT(?:[ \t].*)?$/
const TIME = "(?:(\\d{2}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})"
const TIMES = new RegExp(`^${TIME}[ \\t]+-->[ \\t]+${TIME}(?:[ \\t].*)?$`)
const TAG = /<[^>]*>/g
const NAMED = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&nbsp;", "\u00A0"],
])
const ENTITY = /&(?:amp|lt|gt|nbsp);/g

/**
 * Read a WebVTT file. Places and styles are passed over; tags are taken off.
 *
 * `lasts`: milliseconds of the film beside which they stand, where that is known.
 *
 * Throws `CaptionsError`: not WebVTT, times that go back or overlap or lie after the film's end, no words, or
 * words that a letter may not hold.
 */
export function readCaptions(file: string, lasts = Number.POSITIVE_INFINITY): readonly Cue[] {
  refuse(file.length > MOST_IN_FILE, "many", 1)
  const [head, ...blocks] = blocksOf(file)
  refuse(head === undefined || head.line !== 1 || !HEAD.test(head.lines[0] ?? ""), "not-vtt", 1)
  const cues: Cue[] = []
  let before = 0
  for (const block of blocks) {
    const cue = readBlock(block)
    if (cue === null) continue
    refuse(cue.from >= cue.to || cue.from < before, "order", cue.line)
    refuse(cue.to > lasts + LATE_MILLISECONDS, "late", cue.line)
    refuse(cues.length === MOST_CUES, "many", cue.line)
    cues.push({ from: cue.from, to: cue.to, words: cue.words })
    before = cue.to
  }
  refuse(cues.length === 0, "empty", 1)
  return cues
}

/** The same captions in normal form: nothing but times and words. Throws as `readCaptions`. */
export function normalCaptions(file: string, lasts?: number): string {
  return writeCaptions(readCaptions(file, lasts))
}

function refuse(wrong: boolean, fault: CaptionFault, line: number): void {
  if (wrong) throw new CaptionsError(fault, line)
}

/** Lines without an empty one between them, and the number of the first. */
type Block = { readonly line: number; readonly lines: readonly string[] }

function blocksOf(file: string): readonly Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  const end = (at: number) => {
    if (lines.length > 0) blocks.push({ line: at - lines.length + 1, lines })
    lines = []
  }
  const all = file.replace(/\r\n?/g, "\n").split("\n")
  for (const [at, line] of all.entries()) {
    if (line === "") end(at)
    else lines.push(line)
  }
  end(all.length)
  return blocks
}

/** A cue and the line of its times, or null for what is none: a note, a style, a region, or no words. */
function readBlock({ line, lines }: Block): (Cue & { readonly line: number }) | null {
  const at = lines.slice(0, 2).findIndex((one) => one.includes("-->"))
  if (at < 0) return null
  const found = TIMES.exec(lines[at] ?? "")
  if (found === null) throw new CaptionsError("time", line + at)
  const words = lines
    .slice(at + 1)
    .map((one, next) => wordsOf(one, line + at + 1 + next))
    .filter((one) => one !== "")
    .join("\n")
  refuse(words.length > MOST_IN_CUE, "long", line + at)
  if (words === "") return null
  return {
    line: line + at,
    from: milliseconds(found.slice(1, 5)),
    to: milliseconds(found.slice(5, 9)),
    words,
  }
}

/** One line's words in a letter's normal form; empty where it has none. */
function wordsOf(written: string, line: number): string {
  const words = normaliseLetter(written.replace(TAG, "").replace(ENTITY, (name) => NAMED.get(name) ?? name))
  if (words === "") return ""
  try {
    checkLetter(words)
  } catch (error) {
    const hidden = error instanceof RelayError && error.code === "hidden-text"
    throw new CaptionsError(hidden ? "hidden" : "form", line)
  }
  return words
}

function milliseconds([hours = "0", minutes = "0", seconds = "0", rest = "0"]: readonly string[]): number {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest)
}

/** Write cues as a WebVTT file that says nothing else. An empty line within one would end it: it is left out. */
export function writeCaptions(cues: readonly Cue[]): string {
  const written = cues.map(({ from, to, words }) => {
    const lines = words.split("\n").filter((line) => line.trim() !== "")
    const escaped = lines.join("\n").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    return `${timeOf(from)} --> ${timeOf(to)}\n${escaped}\n`
  })
  return ["WEBVTT\n", ...written].join("\n")
}

function timeOf(at: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0")
  const seconds = at / 1000
  const whole = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`
  return `${whole}.${String(at % 1000).padStart(3, "0")}`
}
