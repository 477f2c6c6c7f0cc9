// SPDX-License-Identifier: EUPL-1.2
/**
 * Captions as plain words with times: read from WebVTT strictly, and written again from what was read.
 *
 * A browser's own reader knows styles, places and colours, by which words could be there for one reader
 * and not for another. So only times and words are taken, the words under a letter's rule for what may
 * stand in a text, and the browser is given what we wrote ourselves. Source: W3C WebVTT §4.
 */
import { insist } from "../protocol/heard.ts"
import { hiddenAt } from "../protocol/letter.ts"

/** What is said, and from when to when, in milliseconds from the beginning. */
export type Cue = { readonly from: number; readonly to: number; readonly words: string }

const HEAD = /^\uFEFF?WEBVTT(?:[ \t].*)?$/
const TIME = "(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})"
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
 * Throws `malformed` (not WebVTT, times that do not rise, or no words at all) or `hidden-text`.
 */
export function readCaptions(file: string): readonly Cue[] {
  const [head = "", ...blocks] = file.replace(/\r\n?/g, "\n").split(/\n{2,}/)
  insist(HEAD.test(head.split("\n")[0] ?? ""), "malformed", "captions that are not WebVTT")
  const cues = blocks.map(readBlock).filter((cue) => cue !== null)
  insist(cues.length > 0, "malformed", "captions without words")
  for (const [at, { from, to, words }] of cues.entries()) {
    insist(from < to && (cues[at - 1]?.from ?? 0) <= from, "malformed", "captions out of order")
    insist(hiddenAt(words) === null, "hidden-text", "a caption with a character that may not stand there")
  }
  return cues
}

/** A cue, or null for what is none: a note, a style, a region, or nothing. */
function readBlock(block: string): Cue | null {
  const lines = block.split("\n").filter((line) => line.trim() !== "")
  const at = lines.slice(0, 2).findIndex((line) => line.includes("-->"))
  if (at < 0) return null
  const found = TIMES.exec(lines[at] ?? "")
  insist(found !== null, "malformed", "a caption without its times")
  const words = lines
    .slice(at + 1)
    .map(plain)
    .filter((line) => line !== "")
  if (words.length === 0) return null
  return {
    from: milliseconds(found.slice(1, 5)),
    to: milliseconds(found.slice(5, 9)),
    words: words.join("\n"),
  }
}

function plain(line: string): string {
  return line
    .replace(TAG, "")
    .replace(ENTITY, (name) => NAMED.get(name) ?? name)
    .trim()
}

function milliseconds([hours = "0", minutes = "0", seconds = "0", rest = "0"]: readonly string[]): number {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest)
}

/** Write cues as a WebVTT file that says nothing else. */
export function writeCaptions(cues: readonly Cue[]): string {
  const written = cues.map(({ from, to, words }) => {
    const escaped = words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
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
