// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { CHECKS, checksOf, leftToCheck } from "../../../review/checklist.ts"
import { fitsPage, RULES } from "../../../review/escalation.ts"
import { ITEMS } from "../../examples/desk-records.ts"
import { isAnothers, isMine, shouldRenew } from "./claim.tsx"
import { missingIn } from "./missing.ts"
import { canUndo } from "./undo.tsx"
import { type Disclosure, newWork, type Work } from "./work.ts"

const NEW = newWork("2026-11-22")
const [ITEM] = ITEMS

function work(part: Partial<Work>): Work {
  return { ...NEW, ...part }
}

test("nothing is approved while one point of the list was not looked at", () => {
  for (const left of CHECKS) {
    const looked = CHECKS.filter((check) => check !== left)
    expect(leftToCheck(looked)).toEqual([left])
    expect(missingIn("approve", work({ looked }))).toBe("checks")
  }
  expect(missingIn("approve", work({ looked: CHECKS }))).toBeNull()
})

test("the ticks go into the note as the format has a set", () => {
  expect(checksOf(["threat", "blame"])).toEqual(["blame", "threat"])
  expect([...checksOf(CHECKS)]).toEqual([...CHECKS].sort())
  for (const check of [...CHECKS, ...RULES]) expect(check).toMatch(/^[a-z-]{1,32}$/)
})

test.each(["return", "decline", "offer", "withdraw"] as const)("to %s needs words", (decision) => {
  expect(missingIn(decision, work({ notes: { [decision]: "  " } }))).toBe("note")
  expect(missingIn(decision, work({ notes: { [decision]: "Because." } }))).toBeNull()
})

test("the words of one form are not the words of another", () => {
  expect(missingIn("decline", work({ notes: { return: "Because." } }))).toBe("note")
})

test("a marked passage is enough to return a letter", () => {
  expect(missingIn("return", work({ marks: [{ from: 0, to: 3, words: "" }] }))).toBeNull()
})

test("to hold needs a day, and no reason", () => {
  expect(missingIn("hold", NEW)).toBe("until")
  expect(missingIn("hold", work({ until: "2027-01-15" }))).toBeNull()
})

const DISCLOSURE: Disclosure = { ...NEW.disclosure, to: "The police service", rule: "threat" }

test.each([
  [{}, "Because.", null],
  [{ to: " " }, "Because.", "to"],
  [{ rule: null }, "Because.", "rule"],
  [{ rule: "other" }, "Because.", "rule-words"],
  [{ rule: "other", ruleWords: "Section 5" }, "Because.", null],
  [{ day: "" }, "Because.", "day"],
  [{}, " ", "note"],
] as const)("a disclosure with %o and %j", (part, words, missing) => {
  const asked = work({ disclosure: { ...DISCLOSURE, ...part }, notes: { escalate: words } })
  expect(missingIn("escalate", asked)).toBe(missing)
})

test("a disclosure is one page and no more", () => {
  const asked = work({ disclosure: DISCLOSURE, notes: { escalate: "Because." } })
  expect(missingIn("escalate", asked, ["a".repeat(2000)])).toBe("too-long")
  expect(fitsPage(["a".repeat(1900)])).toBe(true)
  expect(fitsPage(["a\n".repeat(30)])).toBe(false)
})

test("a claim is renewed only by who holds it, while they do something, and not too often", () => {
  if (ITEM === undefined) throw new Error("no example")
  const mine = { ...ITEM, claimedByMe: true, claimedUntil: 2000 }
  expect(shouldRenew(mine, 1000, true)).toBe(true)
  expect(shouldRenew(mine, 1000, false)).toBe(false)
  expect(shouldRenew(mine, 700, true)).toBe(false)
  expect(shouldRenew(mine, 2001, true)).toBe(false)
  expect(isAnothers({ ...mine, claimedByMe: false }, 1999)).toBe(true)
  expect(isAnothers({ ...mine, claimedByMe: false }, 2000)).toBe(false)
  expect(isMine(mine, 2000)).toBe(false)
})

test("an approval can be taken back until its time, and only while nothing was offered", () => {
  if (ITEM === undefined) throw new Error("no example")
  const approved = { ...ITEM, state: "approved", undoUntil: 2000 } as const
  expect(canUndo(approved, 1999)).toBe(true)
  expect(canUndo(approved, 2000)).toBe(false)
  expect(canUndo({ ...approved, state: "offered" }, 1999)).toBe(false)
  expect(canUndo({ ...approved, undoUntil: null }, 0)).toBe(false)
})
