// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { turned } from "./reading.ts"

test("time counts while the words are seen, and not while they are hidden", () => {
  let clock = turned({ seconds: 0, since: null }, true, 100)
  clock = turned(clock, false, 160)
  clock = turned(clock, true, 400)
  clock = turned(clock, true, 410)
  expect(turned(clock, false, 430)).toEqual({ seconds: 90, since: null })
})

test("a clock that was set back takes nothing away", () => {
  expect(turned({ seconds: 5, since: 100 }, false, 90).seconds).toBe(5)
})
