// SPDX-License-Identifier: EUPL-1.2
/**
 * A shorter version of somebody's words: passages are left out and a mark stands in their place.
 *
 * Words are never edited. What is left is the author's own, letter by letter and in their order;
 * nothing can be typed in. The author's side holds a proposal to that before it asks for their yes.
 */
import {
  type Passage,
  type Points,
  paragraphsAt,
  pointsOf,
  sentencesIn,
  trimmed,
  wordsIn,
} from "./passages.ts"

/** Stands where something was left out, in every language. */
export const LEFT_OUT = "[…]"

/** Sentence by sentence, paragraph by paragraph: what may be left out. */
export function piecesOf(all: Points, language: string): readonly (readonly Passage[])[] {
  const sentences = sentencesIn(all, language)
  return paragraphsAt(all).map(({ from, to }) =>
    sentences.filter((sentence) => from <= sentence.from && sentence.to <= to),
  )
}

/**
 * Return the text with only these pieces of it, in its own order; empty when nothing is left.
 *
 * A paragraph of which nothing is left becomes one mark, and marks that would stand side by side are one.
 */
export function shorten(
  all: Points,
  paragraphs: readonly (readonly Passage[])[],
  isKept: (piece: Passage) => boolean,
): string {
  const left = paragraphs.map((pieces) => paragraphOf(all, pieces, isKept))
  const whole = left.filter((paragraph, at) => paragraph !== LEFT_OUT || left[at - 1] !== LEFT_OUT)
  return whole.every((paragraph) => paragraph === LEFT_OUT) ? "" : whole.join("\n\n")
}

function paragraphOf(all: Points, pieces: readonly Passage[], isKept: (piece: Passage) => boolean): string {
  let written = ""
  let last = pieces[0]?.from ?? 0
  let gap = false
  for (const piece of pieces) {
    if (!isKept(piece)) {
      gap = true
      continue
    }
    const between = gap ? marked(written) : wordsIn(all, { from: last, to: piece.from })
    written += between + wordsIn(all, piece)
    last = piece.to
    gap = false
  }
  if (written === "") return LEFT_OUT
  return gap ? `${written} ${LEFT_OUT}` : written
}

function marked(before: string): string {
  return before === "" ? `${LEFT_OUT} ` : ` ${LEFT_OUT} `
}

/** What is left of the text in a shorter version, in UTF-16 units; null where that holds other words. */
function keptIn(text: string, shortened: string): readonly (readonly [number, number])[] | null {
  const kept: (readonly [number, number])[] = []
  let from = 0
  for (const words of shortened.split(LEFT_OUT).map((piece) => piece.trim())) {
    const found = text.indexOf(words, from)
    if (found < 0) return null
    from = found + words.length
    if (words !== "") kept.push([found, from])
  }
  return kept
}

/** Tell whether `shortened` holds nothing but pieces of `text` in their order, with marks between them. */
export function isShortened(text: string, shortened: string): boolean {
  const kept = keptIn(text, shortened)
  return kept !== null && kept.length > 0 && shortened !== text
}

/** The passages that a shorter version leaves out; none where it holds other words. */
export function leftOut(text: string, shortened: string): readonly Passage[] {
  const kept = keptIn(text, shortened)
  if (kept === null) return []
  const all = pointsOf(text)
  const ends = [0, ...kept.flat(), text.length].map(all.pointOf)
  return ends.flatMap((from, at) => {
    const to = ends[at + 1]
    const gap = at % 2 === 0 && to !== undefined ? trimmed(all, { from, to }) : null
    return gap === null ? [] : [gap]
  })
}
