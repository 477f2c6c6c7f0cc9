// SPDX-License-Identifier: EUPL-1.2
/**
 * A letter cut where its highlights begin and end, paragraph by paragraph, so that it can be drawn.
 *
 * Joined again the pieces are the letter: what is marked adds nothing to what is read, and takes nothing away.
 */
import { hiddenAt } from "../../protocol/letter.ts"
import type { Highlight } from "./kinds.ts"

export type Piece = {
  /** The letter's own characters. */
  readonly text: string
  /** Where it begins, in code points of the letter. */
  readonly from: number
  readonly to: number
  readonly highlights: readonly Highlight[]
  /** Code points to show in words where the characters themselves would show nothing; otherwise empty. */
  readonly unseen: readonly string[]
}

/** Cut a letter into paragraphs of pieces. `cuts` are further places to cut at, in code points. */
export function piecesOf(
  text: string,
  highlights: readonly Highlight[],
  cuts: readonly number[] = [],
): readonly (readonly Piece[])[] {
  const points = Array.from(text)
  const edges = highlights.flatMap(({ from, to }) => [from, to])
  const places = [...new Set([...edges, ...cuts])].sort((one, other) => one - other)
  return stretches(points).map(([from, to]) => {
    const inside = [from, ...places.filter((place) => place > from && place < to), to]
    return inside
      .slice(0, -1)
      .map((start, index) => pieceOf(points, start, inside[index + 1] ?? to, highlights))
  })
}

/** Where each paragraph begins and ends: those that `paragraphsOf` of the letter gives. */
function stretches(points: readonly string[]): readonly (readonly [number, number])[] {
  const all: [number, number][] = []
  let from = 0
  for (let at = 0; at < points.length - 1; at += 1) {
    if (points[at] !== "\n" || points[at + 1] !== "\n" || at < from) continue
    all.push([from, at])
    from = at + 2
  }
  return [...all, [from, points.length]]
}

function pieceOf(
  points: readonly string[],
  from: number,
  to: number,
  highlights: readonly Highlight[],
): Piece {
  const text = points.slice(from, to).join("")
  const over = highlights.filter((one) => one.from < to && one.to > from)
  return { text, from, to, highlights: over, unseen: unseenIn(text, over) }
}

function unseenIn(text: string, over: readonly Highlight[]): readonly string[] {
  if (!over.some(({ kind }) => kind === "hidden") || hiddenAt(text) === null) return []
  return Array.from(text).map((character) => {
    const point = character.codePointAt(0) ?? 0
    return `U+${point.toString(16).toUpperCase().padStart(4, "0")}`
  })
}
