// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest"
import type { Letter } from "../../relay/letters.ts"
import { FOUND, FOUND_TEXT, LETTERS } from "../examples/records.ts"
import { inEnglish } from "../testing.tsx"
import { withoutHidden } from "./check.tsx"
import { isOpenOffer } from "./received.tsx"
import { nextWords } from "./sent-list.tsx"

beforeAll(inEnglish)

function letter(part: Partial<Letter>): Letter {
  const [first] = LETTERS
  if (first === undefined) throw new Error("no example")
  return { ...first, ...part }
}

test("removing hidden characters leaves every visible one where it was", () => {
  expect(withoutHidden(FOUND_TEXT, FOUND)).toBe(FOUND_TEXT.replace("\u200b", ""))
})

test.each([
  [null, true],
  ["ready", true],
  ["keep", true],
  ["not-now", false],
  ["never", false],
] as const)("an offer answered %s stands first: %s", (answer, first) => {
  expect(isOpenOffer(letter({ state: "offered", answer }))).toBe(first)
})

test("until the cooling-off is over, its end is named; afterwards it is not", () => {
  const given = letter({ mine: true, state: "submitted", coolingUntil: 2000 })
  expect(nextWords(given, 1999)).toContain("it stays closed, in case you change your mind")
  expect(nextWords(given, 2001)).toBe("Your mediator will look at it. You can take it back at any time.")
})
