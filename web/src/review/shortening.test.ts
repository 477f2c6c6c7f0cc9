// SPDX-License-Identifier: EUPL-1.2
/** p18: what is left of somebody's words is theirs, letter by letter. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { checkLetter, normaliseLetter } from "../protocol/letter.ts"
import { type Passage, pointsOf, wordsIn } from "./passages.ts"
import { isShortened, LEFT_OUT, leftOut, piecesOf, shorten } from "./shortening.ts"

const TEXT =
  "I am sorry. I live on Elm Street now. I think of you.\n\nYou asked why.\n\nI do not know. Really."

function only(text: string, kept: readonly string[]): string {
  const all = pointsOf(text)
  return shorten(all, piecesOf(all, "en"), (piece) => kept.includes(wordsIn(all, piece)))
}

describe("leaving something out", () => {
  test.each([
    [
      ["I am sorry.", "I think of you.", "You asked why.", "I do not know.", "Really."],
      "I am sorry. […] I think of you.\n\nYou asked why.\n\nI do not know. Really.",
    ],
    [["You asked why."], "[…]\n\nYou asked why.\n\n[…]"],
    [["I am sorry.", "Really."], "I am sorry. […]\n\n[…]\n\n[…] Really."],
  ])("puts one mark where it was: %j", (kept, expected) => {
    const shorter = only(TEXT, kept)
    expect(shorter).toBe(expected)
    expect(isShortened(TEXT, shorter)).toBe(true)
  })

  test("of everything leaves nothing, and of nothing the very words", () => {
    expect(only(TEXT, [])).toBe("")
    const all = pointsOf(TEXT)
    expect(shorten(all, piecesOf(all, "en"), () => true)).toBe(TEXT)
    expect(isShortened(TEXT, TEXT)).toBe(false)
  })

  test("keeps a French letter's own spaces", () => {
    const text = "Vous demandez\u00a0: pourquoi\u00a0? Je ne sais pas. J’y pense."
    const all = pointsOf(text)
    const pieces = piecesOf(all, "fr")
    const shorter = shorten(all, pieces, (piece) => piece !== pieces[0]?.[1])
    expect(shorter).toBe(`Vous demandez\u00a0: pourquoi\u00a0? ${LEFT_OUT} J’y pense.`)
    expect(() => checkLetter(shorter)).not.toThrow()
  })
})

test("what was left out is shown in the original", () => {
  const all = pointsOf(TEXT)
  const shorter = "I am sorry. […]\n\n[…]\n\n[…] Really."
  expect(leftOut(TEXT, shorter).map((gap) => wordsIn(all, gap))).toEqual([
    "I live on Elm Street now. I think of you.\n\nYou asked why.\n\nI do not know.",
  ])
  expect(leftOut(TEXT, "other words")).toEqual([])
})

describe("p18: a shorter version that is none", () => {
  test.each([
    ["a word typed in", "I am not sorry. […]"],
    ["another order", "Really. […] I am sorry."],
    ["a piece twice", "I am sorry. […] I am sorry."],
    ["nothing", ""],
    ["only a mark", LEFT_OUT],
    ["the whole", TEXT],
  ])("%s is seen", (_, shorter) => {
    expect(isShortened(TEXT, shorter)).toBe(false)
  })
})

test("p18: whatever is left out of whatever letter, what is left is recognised and can be sealed", () => {
  const words = fc.stringMatching(/^[A-Za-zéè ]{1,20}[.!?]$/)
  const letters = fc.array(fc.array(words, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(letters, fc.infiniteStream(fc.boolean()), (paragraphs, choices) => {
      const text = normaliseLetter(paragraphs.map((sentences) => sentences.join(" ")).join("\n\n"))
      const all = pointsOf(text)
      const pieces = piecesOf(all, "en")
      const kept = new Set<Passage>(pieces.flat().filter(() => choices.next().value))
      const shorter = shorten(all, pieces, (piece) => kept.has(piece))
      if (shorter === "" || shorter === text) return
      expect(isShortened(text, shorter)).toBe(true)
      expect(() => checkLetter(shorter)).not.toThrow()
    }),
  )
})
