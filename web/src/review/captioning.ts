// SPDX-License-Identifier: EUPL-1.2
/** Writing captions line by line: each begins where its writer says, and none overlaps the next. */
import { CaptionsError, type Cue, MOST_CUES, normalCaptions, writeCaptions } from "./captions.ts"

/** No two lines begin closer together. In milliseconds. */
const LEAST_APART = 100
/** How long a line stands unless the next one comes: long enough to be read. */
const LEAST_STANDING = 2000
const MILLISECONDS_A_CHARACTER = 60

/** Put in a line that begins at `at`, in milliseconds; the one before ends there at the latest. */
export function begun(cues: readonly Cue[], at: number, words: string): readonly Cue[] {
  const from = Math.round(at)
  return settled([...cues, { from, to: from + standing(words), words }])
}

/** Let a line begin elsewhere; it stands as long as before. */
export function moved(cues: readonly Cue[], index: number, at: number): readonly Cue[] {
  const from = Math.round(at)
  return settled(
    cues.map((cue, here) => (here === index ? { ...cue, from, to: from + cue.to - cue.from } : cue)),
  )
}

/** Change a line's words; it stands long enough for them, where the next line leaves room. */
export function reworded(cues: readonly Cue[], index: number, words: string): readonly Cue[] {
  return settled(
    cues.map((cue, here) =>
      here === index ? { ...cue, words, to: Math.max(cue.to, cue.from + standing(words)) } : cue,
    ),
  )
}

export function without(cues: readonly Cue[], index: number): readonly Cue[] {
  return cues.filter((_, here) => here !== index)
}

/**
 * Return lines as WebVTT in normal form; null where nothing was written. Lines without words are left out. One
 * that stands when the film ends goes with it: `lasts`, in milliseconds, where that is known.
 *
 * Throws `CaptionsError` with the number of the line among these, from 1.
 */
export function captionsFrom(cues: readonly Cue[], lasts = Number.POSITIVE_INFINITY): string | null {
  const said = cues.map((cue, at) => ({ cue, number: at + 1 })).filter(({ cue }) => cue.words.trim() !== "")
  if (said.length > MOST_CUES) throw new CaptionsError("many", MOST_CUES + 1)
  for (const { cue, number } of said) {
    if (cue.from >= lasts) throw new CaptionsError("late", number)
    checkLine(cue, number)
  }
  const within = said.map(({ cue }) => ({ ...cue, to: Math.min(cue.to, lasts) }))
  return said.length === 0 ? null : normalCaptions(writeCaptions(within))
}

function checkLine(cue: Cue, number: number): void {
  try {
    normalCaptions(writeCaptions([cue]))
  } catch (error) {
    if (!(error instanceof CaptionsError)) throw error
    throw new CaptionsError(error.fault, number)
  }
}

function standing(words: string): number {
  return Math.max(LEAST_STANDING, words.length * MILLISECONDS_A_CHARACTER)
}

/** In their order, at least `LEAST_APART` between two beginnings, and each over when the next begins. */
function settled(cues: readonly Cue[]): readonly Cue[] {
  const placed: Cue[] = []
  for (const cue of [...cues].sort((one, other) => one.from - other.from)) {
    const before = placed.at(-1)
    const from = before === undefined ? cue.from : Math.max(cue.from, before.from + LEAST_APART)
    placed.push({ ...cue, from, to: Math.max(cue.to, from + LEAST_APART) })
  }
  return placed.map((cue, at) => ({ ...cue, to: Math.min(cue.to, placed[at + 1]?.from ?? cue.to) }))
}
