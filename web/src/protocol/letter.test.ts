// SPDX-License-Identifier: EUPL-1.2
/** A letter's normal form: what the mediator cannot see does not exist. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { RelayError } from "../errors.ts"
import { checkLetter, hiddenAt, normaliseLetter } from "./letter.ts"

function verdict(text: string): string {
  try {
    checkLetter(text)
    return "ok"
  } catch (error) {
    if (error instanceof RelayError) return error.code
    throw error
  }
}

test.each([
  "Bonjour,\n\nje vous écris.",
  "« Oui »\u202F; dit-elle\u00A0: 10\u00A0h\u00A042 ou 1\u202F000 $",
  "ᐃᓄᒃᑎᑐᑦ",
  "مرحبا",
  "שלום",
  "Merci 🙏🏽 à toute la famille 👨‍👩‍👧 ❤️",
])("%j is a letter", (text) => {
  expect(verdict(normaliseLetter(text))).toBe("ok")
})

describe("p28 hidden text is refused", () => {
  test.each([
    ["a zero-width space", "a\u200Bb"],
    ["a zero-width joiner between letters", "a\u200Db"],
    ["a variation selector on a letter", "a\uFE0F"],
    ["a right-to-left override", "a\u202Eb"],
    ["an isolate", "a\u2066b\u2069"],
    ["a byte order mark", "a\uFEFFb"],
    ["a soft hyphen", "a\u00ADb"],
    ["a tag", "a\u{E0041}"],
    ["a private-use character", "a\uE000"],
    ["a Hangul filler", "a\u3164"],
    ["a Braille blank", "a\u2800"],
    ["a lone surrogate", "a\uD800"],
    ["a control character", "a\u0007"],
    ["an unassigned character", "a\u0378"],
  ])("%s", (_, text) => {
    expect(verdict(normaliseLetter(text))).toBe("hidden-text")
  })
})

describe("text out of form is refused", () => {
  test.each([
    ["two spaces", "a  b"],
    ["a space at the end of a line", "a \nb"],
    ["an empty line at the start", "\na"],
    ["three line ends", "a\n\n\nb"],
    ["decomposed letters", "e\u0301"],
    ["five marks on one letter", `a${"\u0323".repeat(5)}`],
    ["a hard space between words", "un\u00A0mot"],
    ["nothing", ""],
    ["only line ends", "\n"],
  ])("%s", (_, text) => {
    expect(verdict(text)).toBe("not-normal")
  })
})

test("what can be repaired is repaired once and for all", () => {
  expect(normaliseLetter("  a\t b \r\n\r\n\r\n\r\nc\u2028d\u2003e ")).toBe("a b\n\nc\nd e")
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const once = normaliseLetter(text)
      fc.pre(hiddenAt(once) === null)
      expect(normaliseLetter(once)).toBe(once)
      expect(["ok", "not-normal"]).toContain(verdict(once))
    }),
    { numRuns: 300 },
  )
})

test("any text ends as a verdict, and a letter is what its own normal form is", () => {
  const units = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(..." \u00A0\u202F\n;«»1ah$é\u0301"), maxLength: 20 }),
  )
  fc.assert(
    fc.property(units, (text) => {
      if (verdict(text) === "ok") expect(normaliseLetter(text)).toBe(text)
    }),
    { numRuns: 500 },
  )
})
