// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { render } from "preact"
import { beforeAll, beforeEach, expect, test, vi } from "vitest"
import { after, draw, inEnglish, one } from "../../testing.tsx"
import { Player, type PlayerProperties } from "./player.tsx"

const VEILED = { clear: false, coloured: false, silent: true }
const CAPTIONS = [
  {
    cues: [
      { from: 1500, to: 3000, words: "<b>Oui</b>." },
      { from: 3_661_000, to: 3_662_000, words: "Fin." },
    ],
    language: "fr",
    label: "Said",
  },
]

let files: Blob[]

beforeAll(inEnglish)
beforeEach(() => {
  files = []
  URL.createObjectURL = (file) => `blob:${files.push(file as Blob)}`
})

function shown(part: Partial<PlayerProperties> = {}) {
  return <Player kind="video" source="blob:a" label="The video" {...part} />
}

test("a film stands still, with the browser’s own controls and no way to take it along", () => {
  const film = one<HTMLVideoElement>(draw(shown()), "video")
  expect(film.hasAttribute("autoplay")).toBe(false)
  expect(film.controls).toBe(true)
  expect(film.getAttribute("controlslist")).toContain("nodownload")
  expect(film.getAttribute("aria-label")).toBe("The video")
})

test.each([
  ["video", "video"],
  ["sound", "audio"],
] as const)("a %s is handed to no other device", (kind, tag) => {
  const element = one<HTMLMediaElement>(draw(shown({ kind })), tag)
  expect(element.outerHTML.toLowerCase()).toContain("disableremoteplayback")
})

test("a film is clear and heard, but for a reviewer", () => {
  const film = one<HTMLVideoElement>(draw(shown()), "video")
  expect([film.className.includes("viewer-blurred"), film.muted]).toEqual([false, false])
  const reviewed = one<HTMLVideoElement>(draw(shown({ look: VEILED })), "video")
  expect(reviewed.className).toContain("viewer-blurred")
  expect(reviewed.className).toContain("viewer-grey")
  expect(reviewed.muted).toBe(true)
})

test("a film stops while everything is hidden", async () => {
  const room = draw(shown())
  const pause = vi.spyOn(one<HTMLVideoElement>(room, "video"), "pause")
  await after(() => render(shown({ hidden: true }), room))
  expect(pause).toHaveBeenCalled()
})

test("a film its speed can be chosen", async () => {
  const room = draw(shown())
  const select = one<HTMLSelectElement>(room, "select")
  await after(() => {
    select.value = "1.5"
    select.dispatchEvent(new Event("change", { bubbles: true }))
  })
  expect(one<HTMLVideoElement>(room, "video").playbackRate).toBe(1.5)
})

test("a film goes on where it was", async () => {
  const film = one<HTMLVideoElement>(draw(shown({ startAt: 12 })), "video")
  await after(() => film.dispatchEvent(new Event("loadedmetadata")))
  expect(film.currentTime).toBe(12)
})

test("a film says that the browser gave up", async () => {
  const onTrouble = vi.fn()
  const film = one<HTMLVideoElement>(draw(shown({ onTrouble })), "video")
  await after(() => film.dispatchEvent(new Event("error")))
  expect(onTrouble).toHaveBeenCalledWith("unplayable")
})

test("what is said is given to the browser as plain words of our own", async () => {
  const room = draw(shown({ captions: CAPTIONS }))
  await after(() => undefined)
  const track = one<HTMLTrackElement>(room, "track")
  expect([track.getAttribute("srclang"), track.getAttribute("kind")]).toEqual(["fr", "captions"])
  expect(await files[0]?.text()).toContain("00:00:01.500 --> 00:00:03.000\n&lt;b&gt;Oui&lt;/b&gt;.")
})

test("what is said can be read beside it, and each time leads there", async () => {
  const room = draw(shown({ captions: CAPTIONS }))
  expect(one(room, ".cues-words").textContent).toBe("<b>Oui</b>.")
  expect(one(room, ".cues-words").getAttribute("lang")).toBe("fr")
  const [first, last] = room.querySelectorAll<HTMLButtonElement>(".cues-time")
  expect([first?.textContent, last?.textContent]).toEqual(["00:01", "1:01:01"])
  await after(() => first?.click())
  expect(one<HTMLVideoElement>(room, "video").currentTime).toBe(1.5)
})

test("what is said is open beside a recording, which has no picture", () => {
  const room = draw(shown({ kind: "sound", captions: CAPTIONS }))
  expect(one<HTMLDetailsElement>(room, "details").open).toBe(true)
  expect(room.querySelector("video")).toBeNull()
  expect(one<HTMLAudioElement>(room, "audio").controls).toBe(true)
})

test("a picture that cannot be shown is no film, though its sound would play", async () => {
  const onTrouble = vi.fn()
  const film = one<HTMLVideoElement>(draw(shown({ onTrouble })), "video")
  for (const width of [320, 0]) {
    Object.defineProperty(film, "videoWidth", { value: width, configurable: true })
    await after(() => film.dispatchEvent(new Event("loadedmetadata")))
  }
  expect(onTrouble.mock.calls).toEqual([["unplayable"]])
})
