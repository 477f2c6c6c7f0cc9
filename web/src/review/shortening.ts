// SPDX-License-Identifier: EUPL-1.2
/**
 * A shorter version of somebody's words: passages are left out and a mark stands in their place.
 *
 * Words are never edited. What is left is the author's own, letter by letter and in their order;
 * nothing can be typed in. The author's side holds a proposal to that before it asks for their yes.
 */

/** Stands where something was left out, in every language. */
export const LEFT_OUT = "[…]"

/** A piece of the text, in UTF-16 code units: `text.slice(start, end)`. */
export type Piece = { readonly start: number; readonly end: number }

/** Cut a letter where a person may leave something out: sentences, each within its paragraph. */
export function piecesOf(text: string, language: string): readonly (readonly Piece[])[] {
  let at = 0
  return text.split("\n\n").map((paragraph) => {
    const from = at
    at += paragraph.length + 2
    return sentencesOf(paragraph, language).map(({ start, end }) => ({
      start: from + start,
      end: from + end,
    }))
  })
}

function sentencesOf(paragraph: string, language: string): readonly Piece[] {
  const cutter = new Intl.Segmenter(language, { granularity: "sentence" })
  return [...cutter.segment(paragraph)]
    .map(({ index, segment }) => trimmed(segment, index))
    .filter(({ start, end }) => end > start)
}

function trimmed(segment: string, index: number): Piece {
  const start = index + (segment.length - segment.trimStart().length)
  return { start, end: Math.max(start, index + segment.trimEnd().length) }
}

/**
 * Return the text with only these pieces of it, in its own order; empty when nothing is left.
 *
 * A paragraph of which nothing is left becomes one mark, and marks that would stand side by side are one.
 */
export function shorten(
  text: string,
  paragraphs: readonly (readonly Piece[])[],
  isKept: (piece: Piece) => boolean,
): string {
  const left = paragraphs.map((pieces) => paragraphOf(text, pieces, isKept))
  const whole = left.filter((paragraph, at) => paragraph !== LEFT_OUT || left[at - 1] !== LEFT_OUT)
  return whole.every((paragraph) => paragraph === LEFT_OUT) ? "" : whole.join("\n\n")
}

function paragraphOf(text: string, pieces: readonly Piece[], isKept: (piece: Piece) => boolean): string {
  let written = ""
  let last = pieces[0]?.start ?? 0
  let gap = false
  for (const piece of pieces) {
    if (!isKept(piece)) {
      gap = true
      continue
    }
    const between = gap ? marked(written) : text.slice(last, piece.start)
    written += between + text.slice(piece.start, piece.end)
    last = piece.end
    gap = false
  }
  if (written === "") return LEFT_OUT
  return gap ? `${written} ${LEFT_OUT}` : written
}

function marked(before: string): string {
  return before === "" ? `${LEFT_OUT} ` : ` ${LEFT_OUT} `
}

/** Tell whether `shortened` holds nothing but pieces of `text` in their order, with marks between them. */
export function isShortened(text: string, shortened: string): boolean {
  const left = shortened.split(LEFT_OUT).map((piece) => piece.trim())
  let from = 0
  for (const words of left) {
    const found = text.indexOf(words, from)
    if (found < 0) return false
    from = found + words.length
  }
  return left.some((words) => words !== "") && shortened !== text
}
