// SPDX-License-Identifier: EUPL-1.2
/** Marks stand where the format wants them, whatever is marked in whatever order. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  grouped,
  type Mark,
  MOST_MARKS,
  paragraphsAt,
  piecesOf,
  pointsOf,
  sentencesIn,
  toggled,
  trimmed,
  withMark,
  withoutMark,
  withWords,
  wordsIn,
} from "./passages.ts"

const TEXT = "Hello. It is me 👩🏽‍🌾, again?\nA line.\n\nSecond part! Yes."
const ALL = pointsOf(TEXT)

const passage = fc
  .tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 20 }))
  .map(([from, size]) => ({ from, to: from + size }))

test("marks rise and never overlap, whatever is marked", () => {
  fc.assert(
    fc.property(fc.array(passage, { maxLength: 30 }), (passages) => {
      const marks = passages.reduce<readonly Mark[]>(withMark, [])
      const starts = marks.slice(1).map(({ from }, at) => from >= marks[at]!.to)
      expect(starts).not.toContain(false)
      for (const one of passages) {
        expect(marks.some(({ from, to }) => from <= one.from && one.to <= to)).toBe(true)
      }
    }),
  )
})

test("pieces make up the whole again, in order", () => {
  fc.assert(
    fc.property(passage, fc.array(passage, { maxLength: 12 }), (whole, passages) => {
      const marks = passages.reduce<readonly Mark[]>(withMark, [])
      const pieces = piecesOf(whole, marks)
      let from = whole.from
      for (const piece of pieces) {
        expect(piece.from).toBe(from)
        expect(piece.to).toBeGreaterThan(piece.from)
        from = piece.to
      }
      expect(from).toBe(whole.to)
    }),
  )
})

test("a unit of the page is found in its code point", () => {
  const units = pointsOf("a👩b")
  expect([0, 1, 3, 4].map(units.pointOf)).toEqual([0, 1, 2, 3])
})

test("paragraphs stand without the empty line between them", () => {
  expect(paragraphsAt(ALL).map((one) => wordsIn(ALL, one))).toEqual([
    "Hello. It is me 👩🏽‍🌾, again?\nA line.",
    "Second part! Yes.",
  ])
})

test("sentences end with their sign or their line, and take no space with them", () => {
  expect(sentencesIn(ALL, "en").map((one) => wordsIn(ALL, one))).toEqual([
    "Hello.",
    "It is me 👩🏽‍🌾, again?",
    "A line.",
    "Second part!",
    "Yes.",
  ])
})

test("a French sentence keeps its guillemets", () => {
  const french = pointsOf("Elle a dit : « Venez. » Puis rien.")
  const sentences = sentencesIn(french, "fr").map((one) => wordsIn(french, one))
  expect(sentences.join(" ")).toBe("Elle a dit : « Venez. » Puis rien.")
  expect(sentences.length).toBeGreaterThan(1)
})

test("blanks at either end are not marked, and blanks alone are nothing", () => {
  expect(trimmed(pointsOf("  a b  "), { from: 0, to: 7 })).toEqual({ from: 2, to: 5 })
  expect(trimmed(pointsOf(" \n "), { from: 0, to: 3 })).toBeNull()
})

describe("a mark", () => {
  const one = withWords(withMark([], { from: 2, to: 5 }), 2, "first")

  test("takes in what it touches, and keeps every word", () => {
    const two = withWords(withMark(one, { from: 8, to: 9 }), 8, "second")
    expect(withMark(two, { from: 4, to: 10 })).toEqual([{ from: 2, to: 10, words: "first\nsecond" }])
  })

  test("is let go of by marking it again, unless something was said about it", () => {
    const bare = withMark([], { from: 2, to: 5 })
    expect(toggled(bare, { from: 2, to: 5 })).toEqual([])
    expect(toggled(one, { from: 2, to: 5 })).toBe(one)
    expect(withoutMark(one, 2)).toEqual([])
  })

  test("is not the 201st", () => {
    const full = Array.from({ length: MOST_MARKS }, (_, at) => ({ from: at * 2, to: at * 2 + 1, words: "" }))
    expect(withMark(full, { from: 1000, to: 1001 })).toBe(full)
    expect(withMark(full, { from: 0, to: 2 })).toHaveLength(MOST_MARKS)
  })
})

test("hints that overlap are drawn as one, and stay known one by one", () => {
  const hints = [
    { from: 0, to: 4 },
    { from: 2, to: 9 },
    { from: 9, to: 10 },
  ]
  expect(grouped(hints).map(({ from, to, all }) => [from, to, all.length])).toEqual([
    [0, 9, 2],
    [9, 10, 1],
  ])
})
