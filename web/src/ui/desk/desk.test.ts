// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest"
import type { DeskItem } from "../../relay/desk.ts"
import { ITEMS } from "../examples/records.ts"
import { inEnglish } from "../testing.tsx"
import { grouped } from "./author.tsx"
import { missingIn, NO_WORDS } from "./decision-form.tsx"
import { isCooling, stateWords } from "./naming.ts"

beforeAll(inEnglish)

function item(part: Partial<DeskItem>): DeskItem {
  const [first] = ITEMS
  if (first === undefined) throw new Error("no example")
  return { ...first, ...part }
}

test("nothing is approved that was not read to its end", () => {
  expect(missingIn("approve", NO_WORDS)).toBe("read")
  expect(missingIn("approve", { ...NO_WORDS, read: true })).toBeNull()
})

test.each(["return", "decline", "escalate", "offer", "withdraw"] as const)(
  "to %s needs words",
  (decision) => {
    expect(missingIn(decision, { ...NO_WORDS, note: "  " })).toBe("note")
    expect(missingIn(decision, { ...NO_WORDS, note: "Because." })).toBeNull()
  },
)

test("to hold needs a day, and no reason", () => {
  expect(missingIn("hold", NO_WORDS)).toBe("until")
  expect(missingIn("hold", { ...NO_WORDS, until: "2027-01-15" })).toBeNull()
})

test("a letter that its author may still take back in peace is not the mediator's yet", () => {
  const cooling = item({ state: "submitted", coolingUntil: 2000 })
  expect(isCooling(cooling, 1999)).toBe(true)
  expect(isCooling(cooling, 2000)).toBe(false)
  expect(stateWords(cooling, 1999)).toContain("Cooling off until")
  expect(stateWords(cooling, 2000)).toBe("New")
})

test.each([
  ["ready", "Offered: the person is ready"],
  ["not-now", "Offered: not now"],
  ["never", "Offered: never"],
  ["keep", "Offered: keep it for me"],
  [null, "Offered"],
] as const)("an offer answered %s says so", (answer, words) => {
  expect(stateWords(item({ state: "offered", answer }), 0)).toBe(words)
})

test("a fingerprint keeps every character", () => {
  expect(grouped("abcdefghij")).toBe("abcd efgh ij")
})
