// SPDX-License-Identifier: EUPL-1.2
/** A session ends by itself, whatever becomes of the device's clock. */
import { expect, test } from "vitest"
import { handClock } from "../../tests/office.ts"
import { watchIdle } from "./idle.ts"

const HOUR_SECONDS = 3600
const IDLE_SECONDS = 300

function watched() {
  const clock = handClock()
  let [behind, ended] = [0, 0]
  const moved = { ...clock, now: () => clock.now() - behind }
  const idle = watchIdle(moved, IDLE_SECONDS, () => {
    ended += 1
    idle.end("idle")
  })
  return {
    pass: (seconds: number) => clock.move(seconds),
    setBack: (seconds: number) => (behind += seconds),
    touch: idle.touch,
    ended: () => ended,
  }
}

test("it ends after so long without a sign of a person, and a sign puts that off", async () => {
  const session = watched()
  await session.pass(IDLE_SECONDS - 10)
  session.touch()
  await session.pass(IDLE_SECONDS - 10)
  expect(session.ended()).toBe(0)
  await session.pass(20)
  expect(session.ended()).toBe(1)
})

test("a clock that is set back keeps it open no longer", async () => {
  const session = watched()
  session.setBack(HOUR_SECONDS)
  await session.pass(2 * IDLE_SECONDS)
  expect(session.ended()).toBe(1)
})

test("a clock that leaps ahead ends it at the next sign, and not twice", async () => {
  const session = watched()
  session.setBack(-HOUR_SECONDS)
  session.touch()
  session.touch()
  await session.pass(IDLE_SECONDS)
  expect(session.ended()).toBe(1)
})
