// SPDX-License-Identifier: EUPL-1.2
/** Lines get their times one after the other, and always make captions that can be sealed. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { begun, captionsFrom, moved, reworded, without } from "./captioning.ts"
import { type Cue, readCaptions, writeCaptions } from "./captions.ts"

const ONE: Cue = { from: 1000, to: 3000, words: "Oui." }
const TWO: Cue = { from: 5000, to: 7000, words: "Non." }

test("a line ends where the next one begins, and begins where its writer says", () => {
  expect(begun([ONE, TWO], 2000.4, "Mais")).toEqual([
    { ...ONE, to: 2000 },
    { from: 2000, to: 4000, words: "Mais" },
    TWO,
  ])
})

test("a long line stands long enough to be read", () => {
  expect(begun([], 0, "a".repeat(100))).toEqual([{ from: 0, to: 6000, words: "a".repeat(100) }])
  expect(reworded([ONE], 0, "a".repeat(100))[0]?.to).toBe(7000)
  expect(reworded([ONE, TWO], 0, "a".repeat(100))[0]?.to).toBe(5000)
})

test("a line that is moved takes its words and its length along", () => {
  expect(moved([ONE, TWO], 0, 6000)).toEqual([
    { from: 5000, to: 6000, words: "Non." },
    { from: 6000, to: 8000, words: "Oui." },
  ])
})

test("lines without words are left out, and empty lines within one", () => {
  expect(captionsFrom([{ ...ONE, words: " " }])).toBeNull()
  expect(captionsFrom([ONE, { ...TWO, words: "\n" }])).toBe(writeCaptions([ONE]))
  expect(captionsFrom([{ ...ONE, words: "Oui.\n\n \nNon.\n" }])).toBe(
    writeCaptions([{ ...ONE, words: "Oui.\nNon." }]),
  )
})

test.each([
  ["hidden", "a\u200Bb"],
  ["long", "a".repeat(501)],
  ["form", `x${"\u0332".repeat(5)}`],
])("%s: the line that cannot be sealed is named by its number", (fault, words) => {
  const lines = [ONE, { ...TWO, words: "" }, { from: 9000, to: 9001, words }]
  expect(() => captionsFrom(lines)).toThrowError(expect.objectContaining({ fault, line: 3 }))
})

test("a line that stands when the film ends goes with it, and one that begins later is named", () => {
  expect(captionsFrom([ONE], ONE.from + 400)).toBe(writeCaptions([{ ...ONE, to: ONE.from + 400 }]))
  expect(() => captionsFrom([ONE, TWO], TWO.from)).toThrowError(
    expect.objectContaining({ fault: "late", line: 2 }),
  )
})

test("a line is left out", () => {
  expect(without([ONE, TWO], 0)).toEqual([TWO])
})

function change(cues: readonly Cue[], [act, at, index]: readonly [number, number, number]) {
  if (act === 0) return moved(cues, index, at)
  if (act === 1) return reworded(cues, index, "Un mot de plus, et encore un.")
  return begun(cues, at, "Bonjour.")
}

test("whatever is written, where and in which order, can be read back as it is", () => {
  const acts = fc.array(fc.tuple(fc.nat(3), fc.nat(20_000), fc.nat(9)), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(acts, (done) => {
      const cues = done.reduce<readonly Cue[]>(change, [ONE])
      expect(readCaptions(writeCaptions(cues))).toEqual(cues)
    }),
  )
})
