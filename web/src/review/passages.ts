// SPDX-License-Identifier: EUPL-1.2
/**
 * Passages of a letter, marked by a mediator for its author: places in code points, never new words.
 *
 * As docs/format.md §4 has them: rising, not overlapping, at most 200. A place in the page counts
 * UTF-16 units, so `Points` turns one into the other.
 */

/** A stretch of the letter, in code points. */
export type Passage = {
  readonly from: number
  /** After the last. */
  readonly to: number
}

/** A passage with what the mediator says about it. */
export type Mark = Passage & { readonly words: string }

/** Most marks that one note holds. */
export const MOST_MARKS = 200

/** A text as its code points, with the way from UTF-16 units. */
export type Points = {
  readonly points: readonly string[]
  /** How many code points begin before a UTF-16 unit. */
  readonly pointOf: (unit: number) => number
}

/** Read a text as code points. */
export function pointsOf(text: string): Points {
  const points = Array.from(text)
  const starts: number[] = []
  let unit = 0
  for (const point of points) {
    starts.push(unit)
    unit += point.length
  }
  return { points, pointOf: (asked) => placeIn(starts, asked) }
}

/** The number of starts before or at a unit, less one; the end where it is past all of them. */
function placeIn(starts: readonly number[], unit: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < unit) low = middle + 1
    else high = middle
  }
  return low
}

/** The words of a passage. */
export function wordsIn({ points }: Points, { from, to }: Passage): string {
  return points.slice(from, to).join("")
}

/** The paragraphs, without the empty lines between them. */
export function paragraphsAt({ points }: Points): readonly Passage[] {
  const found: Passage[] = []
  let from = 0
  points.forEach((point, at) => {
    if (point !== "\n" || points[at + 1] !== "\n") return
    if (at > from) found.push({ from, to: at })
    from = at + 2
  })
  if (points.length > from) found.push({ from, to: points.length })
  return found
}

/** The sentences, as the language has them; none reaches across a line's end. */
export function sentencesIn(all: Points, language: string): readonly Passage[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" })
  return paragraphsAt(all).flatMap((paragraph) => {
    const pieces = [...segmenter.segment(wordsIn(all, paragraph))]
    let from = paragraph.from
    return pieces.flatMap(({ segment }) => {
      const sentence = trimmed(all, { from, to: from + Array.from(segment).length })
      from += Array.from(segment).length
      return sentence === null ? [] : [sentence]
    })
  })
}

/** A passage without spaces and line ends at its ends; null when nothing is left. */
export function trimmed({ points }: Points, { from, to }: Passage): Passage | null {
  let [start, end] = [Math.max(0, from), Math.min(points.length, to)]
  while (start < end && isBlank(points[start])) start += 1
  while (end > start && isBlank(points[end - 1])) end -= 1
  return start < end ? { from: start, to: end } : null
}

function isBlank(point: string | undefined): boolean {
  return point !== undefined && /\s/u.test(point)
}

/** True where two passages share a code point. */
export function overlaps(one: Passage, other: Passage): boolean {
  return one.from < other.to && other.from < one.to
}

/** Mark a passage; marks that it touches become one with it and keep their words. */
export function withMark(marks: readonly Mark[], passage: Passage): readonly Mark[] {
  const touched = marks.filter((mark) => overlaps(mark, passage))
  const others = marks.filter((mark) => !overlaps(mark, passage))
  if (touched.length === 0 && marks.length >= MOST_MARKS) return marks
  const whole: Mark = {
    from: Math.min(passage.from, ...touched.map(({ from }) => from)),
    to: Math.max(passage.to, ...touched.map(({ to }) => to)),
    words: touched
      .map(({ words }) => words)
      .filter((words) => words !== "")
      .join("\n"),
  }
  return [...others, whole].sort((one, other) => one.from - other.from)
}

/** Let go of the mark that begins there. */
export function withoutMark(marks: readonly Mark[], from: number): readonly Mark[] {
  return marks.filter((mark) => mark.from !== from)
}

/** Say something about the mark that begins there. */
export function withWords(marks: readonly Mark[], from: number, words: string): readonly Mark[] {
  return marks.map((mark) => (mark.from === from ? { ...mark, words } : mark))
}

/** Mark a passage, or let go of it where it is marked already and nothing was said about it. */
export function toggled(marks: readonly Mark[], passage: Passage): readonly Mark[] {
  const inside = marks.find((mark) => mark.from <= passage.from && passage.to <= mark.to)
  if (inside === undefined) return withMark(marks, passage)
  return inside.words === "" ? withoutMark(marks, inside.from) : marks
}

/** A stretch that is drawn in one way: what lies over it, by its place in the list it came from. */
export type Piece<T extends Passage> = Passage & { readonly over: T | null }

/** Cut a stretch where what lies over it begins and ends. What lies over it rises and does not overlap. */
export function piecesOf<T extends Passage>(whole: Passage, over: readonly T[]): readonly Piece<T>[] {
  const pieces: Piece<T>[] = []
  let from = whole.from
  for (const one of over) {
    if (!overlaps(one, whole)) continue
    const [start, end] = [Math.max(one.from, whole.from), Math.min(one.to, whole.to)]
    if (start > from) pieces.push({ from, to: start, over: null })
    pieces.push({ from: start, to: end, over: one })
    from = end
  }
  if (from < whole.to) pieces.push({ from, to: whole.to, over: null })
  return pieces
}

/** Several things over one stretch, drawn as one. */
export type Group<T extends Passage> = Passage & { readonly all: readonly T[] }

/** Put together what overlaps. What comes in rises by where it begins. */
export function grouped<T extends Passage>(passages: readonly T[]): readonly Group<T>[] {
  const groups: Group<T>[] = []
  for (const one of passages) {
    const last = groups.at(-1)
    if (last === undefined || !overlaps(last, one)) groups.push({ from: one.from, to: one.to, all: [one] })
    else
      groups[groups.length - 1] = { from: last.from, to: Math.max(last.to, one.to), all: [...last.all, one] }
  }
  return groups
}
