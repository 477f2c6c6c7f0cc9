// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest"
import { inEnglish } from "../../testing.tsx"
import { hintsIn } from "./hints.ts"

beforeAll(inEnglish)

test("one place is hinted at once a kind, by what says most about it", () => {
  const hints = hintsIn("You can find me at 12 Elm Street, K1A 0B1.", [])
  expect(hints.map(({ title }) => title)).toEqual(["Address", "Postal code"])
  expect(hints[0]?.why).toContain("number and a street")
})

test("the case's own names are looked for", () => {
  expect(hintsIn("My daughter Élise says so.", ["Elise Roy"]).map(({ title }) => title)).toEqual(["Name"])
  expect(hintsIn("My daughter Élise says so.", [])).toEqual([])
})
