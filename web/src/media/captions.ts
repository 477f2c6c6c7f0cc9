// SPDX-License-Identifier: EUPL-1.2
/** Captions from what somebody typed: WebVTT in normal form, or lines that share the time by their length. */
import { captionsFrom } from "../review/captioning.ts"
import { CaptionsError, type Cue, normalCaptions } from "../review/captions.ts"

const SIGNATURE = "WEBVTT"
/** Nobody reads a line that is there for less. */
const LEAST_CHARACTERS = 10
/** How long a line is there where nobody knows how long the film is. */
const SECONDS_A_LINE = 4

/**
 * Return WebVTT for captions of a film of `seconds` (0: not known); null where nothing was written.
 *
 * Throws `CaptionsError` with the line of what was typed: also for what stands there after the film's end.
 */
export function captionsOf(written: string, seconds: number): string | null {
  const text = linesOf(written)
  if (text.trim() === "") return null
  if (!text.startsWith(SIGNATURE)) return sharedAmong(text, seconds)
  return normalCaptions(text, seconds > 0 ? thousandths(seconds) : undefined)
}

/** Captions of lines without times. */
function sharedAmong(text: string, seconds: number): string | null {
  const lines = text
    .split("\n")
    .map((line, at) => ({ words: line.trim(), number: at + 1 }))
    .filter(({ words }) => words !== "")
  try {
    return captionsFrom(sharing(lines, seconds > 0 ? seconds : lines.length * SECONDS_A_LINE))
  } catch (error) {
    if (!(error instanceof CaptionsError)) throw error
    throw new CaptionsError(error.fault, lines[error.line - 1]?.number ?? 1)
  }
}

/** With the same ends of lines everywhere, and without what marks a file's bytes. */
function linesOf(written: string): string {
  return written
    .replaceAll(/\r\n?/gu, "\n")
    .replace(/^\uFEFF/u, "")
    .trimEnd()
}

function sharing(lines: readonly { readonly words: string }[], seconds: number): readonly Cue[] {
  const whole = lines.reduce((sum, line) => sum + weight(line), 0)
  let at = 0
  return lines.map((line) => {
    const from = thousandths(at)
    at += (weight(line) / whole) * seconds
    return { from, to: thousandths(at), words: line.words }
  })
}

function weight({ words }: { readonly words: string }): number {
  return Math.max(LEAST_CHARACTERS, words.length)
}

function thousandths(seconds: number): number {
  return Math.round(seconds * 1000)
}
