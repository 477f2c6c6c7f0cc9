// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
/** Nothing that was said to a camera goes away by itself: not by another try, not by one press, not by a silent session. */
import { beforeAll, beforeEach, expect, test, vi } from "vitest"
import { RelayError } from "../../../errors.ts"
import type { Recorder } from "../../../media/camera.ts"
import type { RandomAccess } from "../../../media/random_access.ts"
import type { ComposedFilm } from "../../../relay/film.ts"
import type { LeftRecording } from "../../../relay/recording.ts"
import { actWith } from "../../acting.ts"
import { type Invented, inventedActions, inventedSession } from "../../examples/invented.ts"
import { place } from "../../place.ts"
import { begin, settle, signedIn } from "../../session.ts"
import { after, draw, inEnglish, write } from "../../testing.tsx"
import { Home } from "../home.tsx"
import { Film, type Material, type Step } from "./film.tsx"
import { Look } from "./look.tsx"
import { presence } from "./presence.ts"
import { Send } from "./send.tsx"

const HARMED: Invented = { role: "participant", side: "harmed" }
const TOLD = { case: "case", addressee: "reader", supersedes: null, language: "en", contentNote: "" }
const RECORDING = {
  kind: "recording",
  recorded: {
    id: "take",
    type: "video/webm;codecs=vp8,opus",
    source: { kind: "recording", name: "take", key: {} as CryptoKey },
    film: { size: 1 } as RandomAccess,
    beside: null,
  },
} as unknown as Extract<Material, { kind: "recording" }>
let dropped: string[]

async function press(room: Element, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find((one) => one.textContent === words)
  if (found === undefined) throw new Error(`no button ${words} in ${room.textContent}`)
  await after(() => found.click())
}

async function loaded(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await after(() => undefined)
}

async function choose(room: Element, file: File): Promise<void> {
  const input = room.querySelector("input[type=file]") as HTMLInputElement
  Object.defineProperty(input, "files", { value: [file] })
  await after(() => input.dispatchEvent(new Event("change", { bubbles: true })))
  await loaded()
}

beforeAll(inEnglish)
beforeEach(async () => {
  dropped = []
  const invented = inventedActions(HARMED, "en")
  const dropRecording = async (_session: unknown, id: string) => void dropped.push(id)
  actWith({ ...invented, film: async () => ({ ...(await invented.film()), dropRecording }) })
  begin(inventedSession(HARMED))
  await settle(signedIn())
})

test("another try keeps the one before", async () => {
  const steps: Step[] = []
  const step = { at: "look", material: RECORDING } as const
  const room = draw(<Look told={TOLD} step={step} go={(next) => steps.push(next)} />)
  expect(room.textContent).toContain("This recording stays until you let go of it.")
  await press(room, "Record again")
  expect(steps).toMatchObject([{ at: "record", picture: true }])
  expect(dropped).toEqual([])
})

test("a file that cannot be taken leads to another one, and what was written with it stays", async () => {
  const invented = inventedActions(HARMED, "en")
  const giveFilm = async () => Promise.reject(new RelayError("media-edited", "invented"))
  actWith({ ...invented, film: async () => ({ ...(await invented.film()), giveFilm }) })
  const room = draw(<Film supersedes={null} />)
  await loaded()
  await choose(room, new File(["x"], "x.mp4", { type: "video/mp4" }))
  const field = room.querySelectorAll("textarea")[1] as HTMLTextAreaElement
  field.value = "Good day."
  await after(() => field.dispatchEvent(new Event("input", { bubbles: true })))
  await press(room, "Seal it and give it to the mediator")
  await loaded()
  expect(room.textContent).toContain("what was cut out is still in the file")
  expect(room.textContent).not.toContain("Try again")
  await press(room, "Choose something else")
  await loaded()
  expect(room.textContent).toContain("What you wrote to go with it is kept.")
  await choose(room, new File(["y"], "y.mp4", { type: "video/mp4" }))
  expect([...room.querySelectorAll("textarea")].map(({ value }) => value)).toContain("Good day.")
})

test("who does not want to send it now leaves, and is told where it stays", async () => {
  const step = { at: "look", material: RECORDING } as const
  const room = draw(<Look told={TOLD} step={step} go={() => undefined} />)
  expect(room.textContent).toContain("If you stop here, this recording and what you wrote to go with it stay")
  await press(room, "Not now")
  expect(place.value).toEqual({ at: "home" })
  expect(dropped).toEqual([])
})

const TYPED = { captions: "Hello.", words: "", note: "Short.", language: "fr" }

test("what is typed to go with a recording is kept with it, and stands there again", async () => {
  const kept: unknown[] = []
  const invented = inventedActions(HARMED, "en")
  const keepBeside = async (_session: unknown, id: string, beside: unknown) => void kept.push([id, beside])
  actWith({ ...invented, film: async () => ({ ...(await invented.film()), keepBeside }) })
  const recorded = { ...RECORDING.recorded, beside: TYPED }
  const step = { at: "look", material: { kind: "recording", recorded } } as const
  const shown = draw(<Look told={TOLD} step={step} go={() => undefined} />)
  expect([...shown.querySelectorAll("textarea")].map(({ value }) => value)).toEqual(["Short.", "Hello.", ""])
  await write(shown.querySelectorAll("textarea")[2] as HTMLTextAreaElement, "Hello, all.")
  expect(kept).toEqual([])
  await vi.waitFor(() => expect(kept).toHaveLength(1))
  expect(kept).toEqual([["take", { ...TYPED, words: "Hello, all." }]])
})

test("of a file it is said that what is typed beside it is not kept", () => {
  const step = { at: "look", material: { kind: "file", file: new File(["x"], "x.mp4") } } as const
  const room = draw(<Look told={TOLD} step={step} go={() => undefined} />)
  expect(room.textContent).toContain("What you wrote here is not kept")
})

test("a film, as a letter, is said to be no victim statement", () => {
  const step = { at: "look", material: RECORDING } as const
  const room = draw(<Look told={TOLD} step={step} go={() => undefined} />)
  expect(room.textContent).toContain("This is not a victim statement.")
})

test("where the browser may clear what it keeps, that is said, and only there", async () => {
  const step = { at: "look", material: RECORDING } as const
  const shown = async (mayGo: boolean) => {
    const invented = inventedActions(HARMED, "en")
    actWith({ ...invented, film: async () => ({ ...(await invented.film()), mayGo: async () => mayGo }) })
    const room = draw(<Look told={TOLD} step={step} go={() => undefined} />)
    await loaded()
    return room.textContent
  }
  expect(await shown(false)).not.toContain("the browser may clear it")
  expect(await shown(true)).toContain("If this device runs out of room, the browser may clear it.")
})

test("what another tab did meanwhile is seen by whoever comes back to this one", async () => {
  const invented = inventedActions(HARMED, "en")
  let left: readonly LeftRecording[] = [
    { id: "recording", kind: "video", begunAt: 60 },
    { id: "voice", kind: "sound", begunAt: 0 },
  ]
  const listRecordings = async () => left
  actWith({ ...invented, film: async () => ({ ...(await invented.film()), listRecordings }) })
  const room = draw(<Film supersedes={null} />)
  await loaded()
  expect(room.textContent).toContain("A video that you did not send")
  expect(room.textContent).toContain("A recording of your voice that you did not send")
  left = []
  await after(() => globalThis.dispatchEvent(new Event("focus")))
  await loaded()
  expect(room.textContent).not.toContain("that you did not send")
})

test("on a shared device one is told that it goes with the session", () => {
  begin({ ...inventedSession(HARMED), privateDevice: false })
  const step = { at: "look", material: RECORDING } as const
  const room = draw(<Look told={TOLD} step={step} go={() => undefined} />)
  expect(room.textContent).toContain("This device is shared.")
  expect(room.textContent).not.toContain("If you stop here")
})

test("a file without a byte is refused before anything is written to go with it", async () => {
  const room = draw(<Film supersedes={null} />)
  await loaded()
  await choose(room, new File([], "x.mov", { type: "video/quicktime" }))
  expect(room.textContent).toContain("This file is empty.")
  expect(room.textContent).not.toContain("Captions")
})

test("a picture that this browser cannot show is said, and not left black", async () => {
  const file = new File(["x"], "x.mov", { type: "video/quicktime" })
  const step = { at: "look", material: { kind: "file", file } } as const
  const room = draw(<Look told={TOLD} step={step} go={() => undefined} />)
  const video = room.querySelector("video") as HTMLVideoElement
  Object.defineProperty(video, "videoWidth", { value: 0 })
  await after(() => video.dispatchEvent(new Event("loadedmetadata")))
  expect(room.textContent).toContain("This browser cannot show this video. You can still send it")
  expect(room.querySelector("video")).not.toBeNull()
})

test("of a file that is perhaps no video nothing is promised", async () => {
  const file = new File(["x"], "x.mp4", { type: "video/mp4" })
  const step = { at: "look", material: { kind: "file", file } } as const
  const room = draw(<Look told={TOLD} step={step} go={() => undefined} />)
  await after(() => room.querySelector("video")?.dispatchEvent(new Event("error")))
  expect(room.textContent).toContain("If it is a whole video, you can still give it")
  expect(room.textContent).not.toContain("You can still send it; a station")
})

test("what was not sent stands among what is not finished, and leads back to it", async () => {
  const room = draw(<Home />)
  await loaded()
  expect(room.textContent).toContain("It was not sent.")
  await press(room, "Go on with it")
  expect(place.value).toEqual({ at: "film", supersedes: null })
})

test("a film that lapsed on the server is told of at once, and can be sent again or let go of", async () => {
  const invented = inventedActions({ ...HARMED, lapsed: true }, "en")
  const again: string[] = []
  const giveAnew = async (_session: unknown, id: string) => String(again.push(id))
  actWith({ ...invented, anew: async () => ({ giveAnew }) })
  const room = draw(<Home />)
  await loaded()
  const card = [...room.querySelectorAll("li")].find(({ textContent }) =>
    textContent?.includes("within seven days"),
  )
  expect(card?.textContent).toContain("It is still here, sealed, as you made it.")
  expect(card?.textContent).toContain("Do not send it")
  expect(room.textContent).not.toContain("Video or voice message of November 20")
  expect(room.textContent).not.toContain("Continue sending")
  await press(room, "Send it again")
  expect(again).toEqual(["unsent"])
})

test("letting go is asked first, and changes nothing by a no", async () => {
  const room = draw(<Film supersedes={null} />)
  await loaded()
  await press(room, "Let go of it")
  expect(room.textContent).toContain("It cannot be brought back.")
  await press(room, "Keep it")
  expect(dropped).toEqual([])
  await press(room, "Let go of it")
  const yes = [...room.querySelectorAll("dialog button")].find((one) => one.textContent === "Let go of it")
  await after(() => (yes as HTMLButtonElement).click())
  expect(dropped).toEqual(["recording"])
})

/** Count the signs of life from now on. */
function countTouches(): () => number {
  let touched = 0
  begin({ ...inventedSession(HARMED), touch: () => (touched += 1) })
  return () => touched
}

test("a session stays open while one speaks, and the screen on", async () => {
  const invented = inventedActions(HARMED, "en")
  let keep: ((slice: Blob) => Promise<void>) | undefined
  const done: string[] = []
  const recorder = {
    type: "audio/webm",
    start: (given: typeof keep) => (keep = given),
    pause: () => done.push("pause"),
    resume: () => done.push("resume"),
    stop: async () => undefined,
    over: new Promise(() => undefined),
  } as unknown as Recorder
  const recording = { id: "taken", add: async () => undefined, close: async () => undefined }
  actWith({
    ...invented,
    film: async () => ({ ...(await invented.film()), beginRecording: async () => recording }),
    camera: async () => ({
      openCamera: async () => ({}) as MediaStream,
      closeCamera: () => undefined,
      listenIn: () => () => undefined,
      recorderOf: () => recorder,
    }),
  })
  const touches = countTouches()
  await settle(signedIn())
  const screens = countScreens()
  const room = draw(<Film supersedes={null} />)
  await loaded()
  await press(room, "Record your voice")
  await loaded()
  expect(screens()).toBe(0)
  await press(room, "Start recording")
  await loaded()
  expect(screens()).toBe(1)
  const text = () => room.textContent?.replaceAll(/[\u2068\u2069]/gu, "")
  expect(text()).toContain("So far: 0:00")
  await vi.waitFor(() => expect(text()).toContain("So far: 0:01"), { timeout: 3000 })
  const before = touches()
  await keep?.(new Blob(["slice"]))
  expect(touches()).toBe(before + 1)
  await press(room, "Pause")
  expect(text()).toContain("Paused. Nothing is being recorded just now.")
  expect(screens()).toBe(1)
  await press(room, "Go on")
  expect(text()).not.toContain("Paused.")
  expect(done).toEqual(["pause", "resume"])
})

/** Count how many hold the screen on: the browser of these tests has no screen. */
function countScreens(): () => number {
  let held = 0
  const request = async () => {
    held += 1
    const release = async () => {
      held -= 1
    }
    return { release }
  }
  Object.defineProperty(navigator, "wakeLock", { value: { request }, configurable: true })
  return () => held
}

test("the screen stays on while a film is sealed and sent, and no longer", async () => {
  const screens = countScreens()
  const invented = inventedActions(HARMED, "en")
  let refuse: ((error: unknown) => void) | undefined
  const giveFilm = () => new Promise<string>((_, reject) => (refuse = reject))
  actWith({ ...invented, film: async () => ({ ...(await invented.film()), giveFilm }) })
  const beside = { captions: "", words: "", note: "", language: "en" }
  const step = { at: "send", material: RECORDING, beside, film: {} as ComposedFilm } as const
  draw(<Send step={step} go={() => undefined} />)
  await loaded()
  expect(screens()).toBe(1)
  await after(() => refuse?.(new RelayError("offline", "a broken line")))
  await loaded()
  expect(screens()).toBe(0)
})

test("a session stays open while something is sent", async () => {
  const touches = countTouches()
  const beside = { captions: "", words: "", note: "", language: "en" }
  const step = { at: "send", material: RECORDING, beside, film: {} as ComposedFilm } as const
  draw(<Send step={step} go={() => undefined} />)
  await loaded()
  expect(touches()).toBeGreaterThan(0)
})

test("whoever speaks is there, for an hour at most", () => {
  let [seconds, touched] = [1000, 0]
  const session = inventedSession(HARMED)
  const clock = { ...session.ports.clock, now: () => seconds }
  const here = presence({ touch: () => (touched += 1), ports: { ...session.ports, clock } })
  here()
  seconds += 3599
  here()
  seconds += 1
  here()
  expect(touched).toBe(2)
})
