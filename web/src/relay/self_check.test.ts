// SPDX-License-Identifier: EUPL-1.2
/** The self-check finds what gives a person away, in both languages, and leaves ordinary words alone. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { RelayError } from "../errors.ts"
import { preview } from "./give.ts"
import { selfCheck } from "./self_check.ts"

const found = (text: string) => selfCheck(text).map(({ rule, start, end }) => [rule, text.slice(start, end)])

describe("finds", () => {
  test.each([
    ["street-address", "12 Main Street", "I live at 12 Main Street now."],
    ["street-address", "1200-4 Old Mill Rd.", "Come to 1200-4 Old Mill Rd. please"],
    ["street-address", "45B Rideau Crescent", "(45B Rideau Crescent)"],
    ["street-address", "12, rue des Érables", "J’habite au 12, rue des Érables."],
    ["street-address", "4 bis, chemin du Lac", "au 4 bis, chemin du Lac."],
    ["street-address", "350 boul. René-Lévesque", "le 350 boul. René-Lévesque."],
    ["street-address", "P.O. Box 12", "P.O. Box 12"],
    ["street-address", "case postale 481", "à la case postale 481,"],
    ["street-address", "appartement 4", "l’entrée, appartement 4, à gauche"],
    ["street-address", "unit 210", "ring unit 210"],
    ["postal-code", "K1A 0B1", "Ottawa K1A 0B1."],
    ["postal-code", "h2x\u00A01y4", "Montréal h2x\u00A01y4"],
    ["phone-number", "613 555-0199", "call 613 555-0199 tonight"],
    ["phone-number", "(514) 555.0199", "au (514) 555.0199."],
    ["phone-number", "+1-800-555-0199", "+1-800-555-0199"],
    ["phone-number", "8195550199", "8195550199"],
    ["phone-number", "555-0199", "c’est le 555-0199."],
    ["phone-number", "+33 1 23 45 67 89", "+33 1 23 45 67 89"],
    ["email-address", "camille.r@example.ca", "à camille.r@example.ca."],
    ["email-address", "élise@exemple.québec", "élise@exemple.québec"],
    ["email-address", "sam at example dot com", "write to sam at example dot com"],
    ["email-address", "sam (arobase) exemple point ca", "sam (arobase) exemple point ca"],
    ["web-address", "https://example.org/x?y=1", "see https://example.org/x?y=1 now"],
    ["web-address", "www.example.ca", "www.example.ca"],
    ["web-address", "@camille_r", "find me @camille_r"],
    ["lookalike", "pаypal", "pаypal"],
    ["lookalike", "６１３", "call ６１３"],
  ])("a %s: %s", (rule, part, text) => {
    expect(found(text)).toEqual([[rule, part]])
  })

  test.each(["\u200B", "\u202E", "\uFEFF", "\u2063", "\u{E0041}", "\u2800", "\uE000", "\u0007"])(
    "a hidden character that blocks: %j",
    (character) => {
      const text = `Bon${character}${character}jour`
      expect(selfCheck(text)).toEqual([
        { rule: "hidden-character", start: 3, end: 3 + 2 * character.length, blocks: true },
      ])
    },
  )
})

describe("leaves alone", () => {
  test.each([
    "Bonjour, je vous écris le 22 novembre 2026 à 10 h 42.",
    "I was 19 in 2004, and 20 people came.",
    "Nous étions 12 dans la rue, un soir.",
    "It cost 1 000 $ and took 15 minutes on the way home.",
    "Je pense à vous; à demain !",
    "She said: « au revoir » — and left.",
    "I drive 12 hours a day on the road.",
    "Привет, Ирина. Γειά σου.",
    "ᐃᓄᒃᑎᑐᑦ",
    "👨‍👩‍👧 ❤️",
    "line\tend  \r\n next",
  ])("%s", (text) => {
    expect(found(text)).toEqual([])
  })
})

describe("always", () => {
  test("names ranges inside the text, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const findings = selfCheck(text)
        expect(findings.every(({ start, end }) => start < end && end <= text.length)).toBe(true)
        expect(findings.map(({ start }) => start)).toEqual(
          findings.map(({ start }) => start).sort((a, b) => a - b),
        )
      }),
    )
  })

  test("calls blocking exactly what sealing refuses as hidden", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (middle) => {
        const text = `a${middle}z`
        let refused = false
        try {
          preview(text)
        } catch (error) {
          refused = error instanceof RelayError && error.code === "hidden-text"
        }
        expect(selfCheck(text).some(({ blocks }) => blocks)).toBe(refused)
      }),
      { numRuns: 300 },
    )
  })

  test("takes time in proportion to the letter", () => {
    const long = "12 ".repeat(20_000) + "a ".repeat(20_000) + "1-".repeat(20_000)
    const begun = performance.now()
    selfCheck(long)
    expect(performance.now() - begun).toBeLessThan(3000)
  })
})
