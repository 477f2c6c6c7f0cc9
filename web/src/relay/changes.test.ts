// SPDX-License-Identifier: EUPL-1.2
/** What changed meanwhile is named, and nothing that did not. */
import { expect, test } from "vitest"
import { reviewOf } from "../ui/examples/desk-records.ts"
import { HASH } from "../ui/examples/records.ts"
import { changesBetween } from "./changes.ts"
import type { Review } from "./desk.ts"

const BEFORE = reviewOf("review", "en")
const ME = "me"

function later(part: Partial<Review>): Review {
  return { ...BEFORE, ...part }
}

test("nothing changed is no change", () => {
  expect(changesBetween(BEFORE, BEFORE, ME)).toEqual([])
})

test("a decision that came is named with what was decided and by whom", () => {
  const [known] = BEFORE.earlier
  const said = { ...known!, number: 7, what: "decline", by: "another" }
  const now = later({ earlier: [...BEFORE.earlier, said], item: { ...BEFORE.item, state: "declined" } })
  expect(changesBetween(BEFORE, now, ME)).toEqual([
    { kind: "said", statement: said },
    { kind: "state", item: now.item },
  ])
})

test("what one decided oneself is no news", () => {
  const [known] = BEFORE.earlier
  const now = later({ earlier: [...BEFORE.earlier, { ...known!, number: 7, by: ME }] })
  expect(changesBetween(BEFORE, now, ME)).toEqual([])
})

test("another's claim is named", () => {
  const now = later({ item: { ...BEFORE.item, claimedBy: "another", claimedByMe: false, version: 9 } })
  expect(changesBetween(BEFORE, now, ME)).toEqual([{ kind: "claim", by: "another" }])
})

test("another key of the author is named", () => {
  const now = later({ author: { ...BEFORE.author, certificate: HASH.replace("q", "r") } })
  expect(changesBetween(BEFORE, now, ME)).toEqual([{ kind: "author-key" }])
})

test("a move that shows nowhere is still a move", () => {
  const now = later({ item: { ...BEFORE.item, version: BEFORE.item.version + 1 } })
  expect(changesBetween(BEFORE, now, ME)).toEqual([{ kind: "other" }])
})
