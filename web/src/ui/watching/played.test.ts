// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest"
import { actWith } from "../acting.ts"
import { type Invented, inventedActions, inventedSession } from "../examples/invented.ts"
import { begin } from "../session.ts"
import { hasPlayedWhole, notePlayed } from "./played.ts"

function played(...stretches: readonly (readonly [number, number])[]) {
  const ranges: TimeRanges = {
    length: stretches.length,
    start: (at) => stretches[at]?.[0] ?? 0,
    end: (at) => stretches[at]?.[1] ?? 0,
  }
  return { played: ranges, duration: 20 }
}

const MEDIATOR: Invented = { role: "mediator", side: "harmed" }

beforeEach(() => {
  actWith(inventedActions(MEDIATOR, "en"))
  begin(inventedSession(MEDIATOR))
})

test("a film has played whole when its stretches, whatever their order, leave nothing out", () => {
  const film = { message: "jumped", part: 0 }
  notePlayed(film, played([0, 5], [15, 20]))
  expect(hasPlayedWhole(film)).toBe(false)
  notePlayed(film, played([4, 16]))
  expect(hasPlayedWhole(film)).toBe(true)
})

test("the same stretch twice is no longer than once, and the end alone is not the whole", () => {
  const film = { message: "again", part: 0 }
  for (let turn = 0; turn < 4; turn++) notePlayed(film, played([0, 6]))
  notePlayed(film, played([19, 20]))
  expect(hasPlayedWhole(film)).toBe(false)
})

test("what played of one film says nothing of another, and one person's nothing of the next's", () => {
  const film = { message: "one", part: 0 }
  notePlayed(film, played([0, 19.6]))
  expect(hasPlayedWhole(film)).toBe(true)
  expect(hasPlayedWhole({ message: "one", part: 1 })).toBe(false)
  begin({ ...inventedSession(MEDIATOR), person: "colleague" })
  expect(hasPlayedWhole(film)).toBe(false)
})

test("a film whose length the browser does not know has not played whole", () => {
  const film = { message: "endless", part: 0 }
  notePlayed(film, { ...played([0, 20]), duration: Number.POSITIVE_INFINITY })
  notePlayed(film, { ...played([0, 20]), duration: Number.NaN })
  expect(hasPlayedWhole(film)).toBe(false)
})
