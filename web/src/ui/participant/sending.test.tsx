// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
/** A sending that stands still: why, how far it came, how it goes on, and how long it takes once it does. */
import { render } from "preact"
import { beforeAll, beforeEach, expect, test, vi } from "vitest"
import { type ErrorCode, RelayError } from "../../errors.ts"
import type { ComposedFilm, FilmOptions } from "../../relay/film.ts"
import { actWith } from "../acting.ts"
import { type Invented, inventedActions, inventedSession } from "../examples/invented.ts"
import { place } from "../place.ts"
import { begin, settle, signedIn } from "../session.ts"
import { after, draw, inEnglish } from "../testing.tsx"
import { Send } from "./film/send.tsx"
import { Home } from "./home.tsx"
import { minutesLeft } from "./pace.ts"

const HARMED: Invented = { role: "participant", side: "harmed" }
const MATERIAL = { kind: "file", file: new File(["x"], "x.mp4") } as const
const BESIDE = { captions: "", words: "", note: "", language: "en" }
const STEP = { at: "send", material: MATERIAL, beside: BESIDE, film: {} as ComposedFilm } as const
let goneOn: string[]

/** What is sent comes to 40 %, and there it waits until it is stopped, or ends as `code`. */
async function standing(options: FilmOptions, code: ErrorCode | null): Promise<string> {
  options.onSealed?.("film")
  options.onProgress?.({ stage: "sending", done: 0.4, mayClose: true })
  const stopped = new Promise((resolve) => options.signal?.addEventListener("abort", resolve))
  if (code === null) await stopped
  throw new RelayError(code ?? "offline", "invented")
}

async function sendingTo(code: ErrorCode | null): Promise<void> {
  goneOn = []
  const invented = inventedActions({ ...HARMED, trouble: code ?? "offline" }, "en")
  const goOn = async (_session: unknown, id: string, options: FilmOptions = {}) => {
    goneOn.push(id)
    return standing(options, code)
  }
  actWith({
    ...invented,
    film: async () => ({
      ...(await invented.film()),
      giveFilm: (_session: unknown, _film: ComposedFilm, options: FilmOptions) => standing(options, code),
      continueSending: goOn,
    }),
    give: async () => ({ ...(await invented.give()), continueSending: goOn }),
    anew: async () => ({ giveAnew: async (_session: unknown, id: string) => `${id} anew` }),
  })
  begin(inventedSession(HARMED))
  await settle(signedIn())
}

async function loaded(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await after(() => undefined)
}

async function press(room: Element, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find((one) => one.textContent === words)
  if (found === undefined) throw new Error(`no button ${words} in ${room.textContent}`)
  await after(() => found.click())
  await loaded()
}

async function online(): Promise<void> {
  await after(() => globalThis.dispatchEvent(new Event("online")))
  await loaded()
}

beforeAll(inEnglish)
beforeEach(async () => {
  // Nothing of an earlier test hears the line come back.
  for (const room of [...document.body.children]) render(null, room)
  await sendingTo(null)
})

test("a line that broke says so, how far it came, and goes on when the line is back", async () => {
  await sendingTo("offline")
  const room = draw(<Send step={STEP} go={() => undefined} />)
  await loaded()
  expect(room.textContent).toContain("The connection was lost. What has arrived is kept.")
  expect(room.textContent).not.toContain("Paused")
  expect(room.querySelector("progress")?.value).toBe(40)
  expect(room.textContent).toContain("You can close this page.")
  await online()
  expect(goneOn).toEqual(["film"])
})

test("a pause that was asked for is called one, and ends only when that is asked for", async () => {
  const room = draw(<Send step={STEP} go={() => undefined} />)
  await loaded()
  await press(room, "Pause")
  expect(room.textContent).toContain("Paused. What has arrived is kept.")
  expect(room.textContent).not.toContain("The connection was lost")
  await online()
  expect(goneOn).toEqual([])
  await press(room, "Go on sending")
  expect(goneOn).toEqual(["film"])
})

test("what the relay no longer waits for is sent again, and not gone on with", async () => {
  await sendingTo("lapsed")
  const room = draw(<Send step={STEP} go={() => undefined} />)
  await loaded()
  expect(room.textContent).toContain("not all of it arrived within seven days")
  expect(room.textContent).not.toContain("Go on sending")
  await press(room, "Send it again")
  expect(goneOn).toEqual([])
  expect(place.value).toEqual({ at: "sent", message: "film anew" })
})

test("one's own page sends on with a pause, and says what a broken line left", async () => {
  const room = draw(<Home />)
  await loaded()
  await press(room, "Continue sending")
  expect(room.querySelector("progress")?.value).toBe(40)
  await press(room, "Pause")
  expect(room.textContent).toContain("Paused. What has arrived is kept.")
  expect(room.textContent).not.toContain("What you wrote is kept")
  await sendingTo("offline")
  await press(room, "Continue sending")
  expect(room.textContent).toContain("The connection was lost. What has arrived is kept.")
})

test("minutes are said once there is something to go by", () => {
  expect(minutesLeft({ from: 0, done: 0.5, seconds: 1 })).toBeNull()
  expect(minutesLeft({ from: 0, done: 0.001, seconds: 100 })).toBeNull()
  expect(minutesLeft({ from: 0, done: 0.25, seconds: 100 })).toBe(5)
  expect(minutesLeft({ from: 0, done: 0.99, seconds: 100 })).toBe(1)
})

test("what goes on from the middle takes as long as its own pace says", async () => {
  expect(minutesLeft({ from: 0.4, done: 0.405, seconds: 100 })).toBeNull()
  expect(minutesLeft({ from: 0.4, done: 0.5, seconds: 120 })).toBe(10)
  let tell: FilmOptions["onProgress"]
  const invented = inventedActions(HARMED, "en")
  const continueSending = (_session: unknown, _id: string, options: FilmOptions = {}) => {
    tell = options.onProgress
    return new Promise<string>(() => undefined)
  }
  actWith({ ...invented, give: async () => ({ ...(await invented.give()), continueSending }) })
  const room = draw(<Home />)
  await loaded()
  const now = vi.spyOn(performance, "now")
  await press(room, "Continue sending")
  const at = async (done: number, seconds: number) => {
    now.mockReturnValue(seconds * 1000)
    await after(() => tell?.({ stage: "sending", done, mayClose: true }))
  }
  await at(0, 1000)
  await at(0.4, 1001)
  expect(room.textContent).not.toContain("minutes left")
  await at(0.5, 1121)
  expect(room.textContent?.replaceAll(/[\u2068\u2069]/gu, "")).toContain("About 10 minutes left")
  now.mockRestore()
})
