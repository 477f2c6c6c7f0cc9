// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest"
import type { DeskItem } from "../../relay/desk.ts"
import { actWith } from "../acting.ts"
import { ITEMS } from "../examples/desk-records.ts"
import { type Invented, inventedActions, inventedSession } from "../examples/invented.ts"
import { begin, settle, signedIn } from "../session.ts"
import { inEnglish } from "../testing.tsx"
import { isCooling, stateWords } from "./naming.ts"
import { grouped } from "./review/author.tsx"

beforeAll(async () => {
  await inEnglish()
  const mediator: Invented = { role: "mediator", side: "harmed" }
  actWith(inventedActions(mediator, "en"))
  begin(inventedSession(mediator))
  await settle(signedIn())
})

function item(part: Partial<DeskItem>): DeskItem {
  const [first] = ITEMS
  if (first === undefined) throw new Error("no example")
  return { ...first, ...part }
}

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

test.each([
  [true, "Md4pGh6Vy1SnL9rTa8Qo3g", "You are reviewing it"],
  [false, "Mr8sKw2Nx5QjT1uYe0Lp7g", "Mediator Mr8sKw is reviewing it"],
  [false, null, "Nobody is reviewing it now"],
] as const)("what is being read says by whom", (claimedByMe, claimedBy, words) => {
  expect(stateWords(item({ state: "in_review", claimedByMe, claimedBy }), 0)).toBe(words)
})

test("a fingerprint keeps every character", () => {
  expect(grouped("abcdefghij")).toBe("abcd efgh ij")
})
