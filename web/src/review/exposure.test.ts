// SPDX-License-Identifier: EUPL-1.2
/** A pause is suggested for a reason that one can follow, and never by a count of letters. */
import { expect, test } from "vitest"
import { LEAST_SECONDS, merged, pauseReason, type Reading, readingOf, withReading } from "./exposure.ts"

const TODAY = "2026-11-22"
const reading = (part: Partial<Reading>): Reading => ({
  ...{ day: TODAY, message: null, minutes: 5, heavy: false, words: "" },
  ...part,
})

test.each([
  [[], null],
  [[reading({})], null],
  [Array.from({ length: 11 }, () => reading({})), null],
  [[reading({ minutes: 40 }), reading({ minutes: 20 })], "long"],
  [[reading({ heavy: true })], null],
  [[reading({ heavy: true }), reading({ heavy: true })], "heavy"],
  [[reading({ heavy: true, day: "2026-11-21" }), reading({ heavy: true })], null],
  [[reading({ minutes: 600, day: "2026-11-21" })], null],
] as const)("of %o: %s", (log, reason) => {
  expect(pauseReason(log as readonly Reading[], TODAY)).toBe(reason)
})

test.each([
  [LEAST_SECONDS - 1, null],
  [LEAST_SECONDS, 1],
  [89, 1],
  [91, 2],
  [999_999, 1440],
])("%s seconds are %s minutes in the log", (seconds, minutes) => {
  const read = { day: TODAY, message: "A", seconds }
  expect(readingOf(read, { heavy: false, words: "" })?.minutes ?? null).toBe(minutes)
})

test("the log keeps the newest and does not grow without end", () => {
  const log = Array.from({ length: 10 }, (_, at) => reading({ minutes: at + 1 }))
  const more = withReading(log, reading({ minutes: 99 }), 10)
  expect(more).toHaveLength(10)
  expect([more[0]?.minutes, more.at(-1)?.minutes]).toEqual([2, 99])
})

test("logs of several cases are one, newest first", () => {
  const [one, two, three] = ["2026-11-01", "2026-11-02", "2026-11-02"].map((day, minutes) =>
    reading({ day, minutes }),
  )
  expect(merged([[one!, three!], [two!]]).map(({ minutes }) => minutes)).toEqual([2, 1, 0])
})
