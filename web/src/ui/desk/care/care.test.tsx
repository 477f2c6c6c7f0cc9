// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { render } from "preact"
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest"
import type { Reading } from "../../../review/exposure.ts"
import { place } from "../../place.ts"
import { draw, inEnglish, one, write } from "../../testing.tsx"
import { ReviewPage } from "../review/review.tsx"
import { deskSettings, FIRST_SETTINGS } from "../settings.ts"
import { asMediator, atRest, field, press } from "../testing.tsx"
import { Hiding } from "./care.tsx"
import { hiding } from "./hiding.ts"
import { LogPage } from "./log-page.tsx"

const NOW = Date.parse("2026-11-22T15:00:00Z")
const reading = (part: Partial<Reading>): Reading => ({
  ...{ day: "2026-11-22", message: null, minutes: 5, heavy: false, words: "" },
  ...part,
})

/** What went into the log, and what is in it. */
let added: readonly unknown[]
let log: readonly Reading[]
let emptied: number

async function desk(): Promise<void> {
  await asMediator(
    {},
    {
      exposure: async () => ({
        readingLog: async () => log,
        addReading: async (_, caseId, one) => {
          added = [...added, [caseId.slice(0, 4), one]]
        },
        forgetReadings: async () => {
          emptied += 1
          log = []
        },
      }),
    },
  )
}

beforeAll(inEnglish)
beforeEach(async () => {
  added = []
  log = []
  emptied = 0
  deskSettings.value = FIRST_SETTINGS
  vi.useFakeTimers({ toFake: ["Date"], now: NOW })
  await desk()
})
afterEach(async () => {
  const [room] = document.body.children
  if (room) render(null, room)
  await atRest()
  hiding.value = false
  vi.useRealTimers()
})

async function opened(): Promise<HTMLElement> {
  const room = draw(
    <>
      <ReviewPage message="review" />
      <Hiding />
    </>,
  )
  await atRest()
  return room
}

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

test("what was read goes into the log with one's own word, when it is closed", async () => {
  const room = await opened()
  await press(room, "Open the message")
  pass(600)
  await press(room, "Close it for now")
  expect(added).toEqual([])
  await write(field(room, "A few words for yourself (optional)"), "The kitchen.")
  await press(room, "It was heavy")
  expect(added).toEqual([
    ["mW3k", { day: "2026-11-22", message: "review", minutes: 10, heavy: true, words: "The kitchen." }],
  ])
})

test("time behind the calm page is not reading", async () => {
  const room = await opened()
  await press(room, "Open the message")
  pass(120)
  await press(room, "This is heavy: hide everything")
  pass(3600)
  await press(room, "Come back")
  pass(60)
  await press(room, "Close it for now")
  await press(room, "I would rather not say")
  expect(added).toEqual([
    ["mW3k", { day: "2026-11-22", message: "review", minutes: 3, heavy: false, words: "" }],
  ])
})

test("who leaves the page while it is open has read it all the same, and is asked nothing", async () => {
  const room = await opened()
  await press(room, "Open the message")
  pass(300)
  render(null, room)
  await atRest()
  expect(added).toHaveLength(1)
})

test("what is closed at once is not in the log", async () => {
  const room = await opened()
  await press(room, "Open the message")
  pass(2)
  await press(room, "Close it for now")
  expect(room.textContent).not.toContain("How was it")
  expect(added).toEqual([])
})

test("a pause is suggested before a letter is opened, with its reason, and can be switched off", async () => {
  log = [reading({ heavy: true }), reading({ heavy: true })]
  const room = await opened()
  expect(room.textContent).toContain("You have opened several heavy messages.")
  await press(room, "Do not suggest pauses")
  expect(room.textContent).not.toContain("A pause may do you good")
  expect(deskSettings.value.pauses).toBe(false)
})

test("yesterday's reading suggests nothing", async () => {
  log = [reading({ minutes: 600, heavy: true, day: "2026-11-21" })]
  expect((await opened()).textContent).not.toContain("A pause may do you good")
})

test("the log shows one's own words, and is emptied on one's own word", async () => {
  log = [reading({ heavy: true, words: "The kitchen." })]
  const room = draw(<LogPage />)
  await atRest()
  expect(one(room, "ul li").textContent).toContain("November 22, 2026: 5 minutes It was heavy")
  expect(one(room, "ul li").textContent).toContain("The kitchen.")
  await press(room, "Empty the log")
  expect(emptied).toBe(1)
  expect(room.textContent).toContain("Nothing is in it yet.")
})

test("the log is reached from a closed letter", async () => {
  const room = await opened()
  await press(room, "Open the message")
  pass(60)
  await press(room, "Close it for now")
  await press(room, "My own reading log")
  expect(place.value).toEqual({ at: "reading-log" })
})
