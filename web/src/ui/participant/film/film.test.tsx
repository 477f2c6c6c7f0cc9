// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
/** Filming on the screen: what is left is found, a refusal is said, and what is sealed is never sealed again. */
import { beforeAll, beforeEach, expect, test } from "vitest"
import { RelayError } from "../../../errors.ts"
import type { ComposedFilm } from "../../../relay/film.ts"
import { CaptionsError } from "../../../review/captions.ts"
import { actWith } from "../../acting.ts"
import { type Invented, inventedActions, inventedSession } from "../../examples/invented.ts"
import { place } from "../../place.ts"
import { begin, settle, signedIn } from "../../session.ts"
import { after, draw, inEnglish } from "../../testing.tsx"
import { Sent } from "../sent.tsx"
import { Film, type Step } from "./film.tsx"
import { Look } from "./look.tsx"
import { Send } from "./send.tsx"

const HARMED: Invented = { role: "participant", side: "harmed" }
const MATERIAL = { kind: "file", file: new File(["x"], "x.mp4") } as const
const BESIDE = { captions: "", words: "", note: "", language: "en" }
const STEP = { at: "send", material: MATERIAL, beside: BESIDE, film: {} as ComposedFilm } as const
const TOLD = { case: "case", addressee: "reader", supersedes: "hash", language: "fr", contentNote: "Short." }
let sealings: number
let goneOn: string[]

async function as(of: Invented): Promise<void> {
  ;[sealings, goneOn] = [0, []]
  const invented = inventedActions(of, "en")
  actWith({
    ...invented,
    film: async () => {
      const module = await invented.film()
      return {
        ...module,
        giveFilm: async (...given: Parameters<typeof module.giveFilm>) => {
          sealings += 1
          return module.giveFilm(...given)
        },
        continueSending: async (_session: unknown, id: string) => {
          goneOn.push(id)
          return id
        },
      }
    },
  })
  begin(inventedSession(of))
  await settle(signedIn())
}

type Taken = { readonly minutes?: number; readonly over?: Promise<void> }

/** With a camera; the answer fills with the recordings that were opened. */
async function asRecording({
  minutes,
  over = new Promise(() => undefined),
}: Taken): Promise<readonly string[]> {
  const opened: string[] = []
  over.catch(() => undefined)
  const invented = inventedActions({ ...HARMED, ...(minutes === undefined ? {} : { minutes }) }, "en")
  const module = await invented.film()
  actWith({
    ...invented,
    film: async () => ({
      ...module,
      beginRecording: async () => ({ id: "taken", add: async () => undefined, close: async () => undefined }),
      openRecording: async (_session: unknown, id: string) => {
        opened.push(id)
        throw new RelayError("not-found", "invented")
      },
    }),
    camera: async () => ({
      openCamera: async () => ({}) as MediaStream,
      closeCamera: () => undefined,
      listenIn: () => () => undefined,
      recorderOf: () => ({ type: "audio/webm", start: () => undefined, stop: () => over, over }),
    }),
  })
  begin(inventedSession(HARMED))
  await settle(signedIn())
  return opened
}

async function loaded(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await after(() => undefined)
}

async function drawn(returned: string | null): Promise<Element> {
  const room = draw(<Film supersedes={returned} />)
  await loaded()
  return room
}

async function press(room: Element, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find((one) => one.textContent === words)
  if (found === undefined) throw new Error(`no button ${words} in ${room.textContent}`)
  await after(() => found.click())
}

beforeAll(inEnglish)
beforeEach(() => as(HARMED))

test("a recording that was left is found again, and can be let go of", async () => {
  const room = await drawn(null)
  expect(room.textContent).toContain("It is kept on this device, sealed. Only you can open it.")
})

test("who has not said yes to videos is told before they record", async () => {
  await as({ ...HARMED, empty: true })
  const room = await drawn(null)
  expect(room.textContent).toContain("You have not said yes to videos")
  expect(room.textContent).not.toContain("Record a video")
  await press(room, "What I agree to")
  expect(place.value.at).toBe("agree")
})

test.each([
  ["camera-missing", "a microphone, and for a video a camera too"],
  ["camera-refused", "Allow it in the address bar"],
  ["camera-busy", "Another program is using the camera"],
] as const)("%s says what to do, and leads back", async (code, words) => {
  await as({ ...HARMED, trouble: code })
  const room = await drawn(null)
  await press(room, "Record a video")
  await loaded()
  expect(room.textContent).toContain(words)
  await press(room, "Choose something else")
  await loaded()
  expect(room.textContent).toContain("Record your voice")
})

test("p25 after a broken line the same sealed film goes on, and none is sealed again", async () => {
  const room = draw(<Send step={STEP} go={() => undefined} />)
  await after(() => undefined)
  expect(room.textContent).toContain("What has arrived is kept.")
  expect(room.textContent).toContain("What is sealed is kept on this device")
  await press(room, "Go on sending")
  expect(goneOn).toEqual(["film"])
  expect(sealings).toBe(1)
  expect(place.value).toEqual({ at: "sent", message: "film" })
})

test("captions that cannot be sealed are said with their line, and nothing is lost or sent", async () => {
  const captions = "WEBVTT\n\n00:02.000 --> 00:01.000\nHello."
  const steps: unknown[] = []
  const step = { at: "look", material: MATERIAL, beside: { ...BESIDE, captions } } as const
  const room = draw(<Look told={TOLD} step={step} go={(next) => steps.push(next)} />)
  await press(room, "Seal it and give it to the mediator")
  expect(room.querySelector(".field-problem")?.textContent).toContain("Line 3:")
  const said = room.querySelector("[role=alert]")?.textContent
  expect(said).toContain("Nothing was sealed or sent")
  expect(said).toContain("captions-order")
  expect([...room.querySelectorAll("textarea")].some(({ value }) => value === captions)).toBe(true)
  expect(steps).toEqual([])
})

test("captions that end after the film lead back to where they were written, with their line", async () => {
  let late: Step | null = null
  const invented = inventedActions(HARMED, "en")
  const module = await invented.film()
  const refused = async () => Promise.reject(new CaptionsError("late", 6))
  actWith({ ...invented, film: async () => ({ ...module, giveFilm: refused }) })
  draw(<Send step={STEP} go={(next) => (late = next)} />)
  await loaded()
  expect(late).toMatchObject({ at: "look", beside: BESIDE, fault: { fault: "late", line: 6 } })
})

test.each([
  [0, "There is not enough room on this device", false],
  [3, "room on this device for about 3 minutes.A short message may be enough", true],
  [1, "room on this device for about one minute.", true],
  [20, "There is room on this device for about 20 minutes.", true],
  [60, null, true],
] as const)("room for %i minutes is said before anything is recorded", async (minutes, words, starts) => {
  await asRecording({ minutes })
  const room = await drawn(null)
  await press(room, "Record a video")
  await loaded()
  if (words === null) expect(room.textContent).not.toContain("room on this device")
  else expect(room.textContent?.replaceAll(/[\u2068\u2069]/gu, "")).toContain(words)
  expect(room.textContent?.includes("Start recording")).toBe(starts)
})

test("a recording that ends by itself says why, what was kept, and offers to look at it", async () => {
  const opened = await asRecording({ over: Promise.reject(new RelayError("no-room", "full")) })
  const room = await drawn(null)
  await press(room, "Record your voice")
  await loaded()
  await press(room, "Start recording")
  await loaded()
  expect(room.textContent).toContain("What was recorded until then is kept on this device")
  expect(room.textContent).toContain("There is not enough room on this device")
  expect(room.textContent).not.toContain("Start recording")
  await press(room, "Open it")
  expect(opened).toEqual(["taken"])
})

test("a returned film has the mediator's notes beside the ways to make a new one", async () => {
  const room = await drawn("film-returned")
  expect(room.textContent).toContain("What came back to you")
  expect(room.textContent).toContain("Could you look at it again?")
  expect(room.textContent).toContain("A new one takes its place")
  expect(room.textContent).toContain("Record a video")
})

test("a voice is heard, not looked at", async () => {
  const room = await drawn(null)
  const input = room.querySelector("input[type=file]") as HTMLInputElement
  Object.defineProperty(input, "files", { value: [new File(["x"], "x.m4a", { type: "audio/mp4" })] })
  await after(() => input.dispatchEvent(new Event("change", { bubbles: true })))
  await loaded()
  expect(room.querySelector("h1")?.textContent).toBe("Hear it as the other person will hear it")
})

test("the new film goes to the same case and reader, and names what it takes the place of", async () => {
  const steps: Step[] = []
  const step = { at: "look", material: MATERIAL } as const
  const room = draw(<Look told={TOLD} step={step} go={(next) => steps.push(next)} />)
  await press(room, "Seal it and give it to the mediator")
  await after(() => undefined)
  const [next] = steps
  expect(next).toMatchObject({ at: "send", film: TOLD })
})

test("a returned film is made anew as a film", async () => {
  const room = draw(<Sent message="film-returned" />)
  await after(() => undefined)
  await press(room, "Make this message anew")
  expect(place.value).toEqual({ at: "film", supersedes: "film-returned" })
})
