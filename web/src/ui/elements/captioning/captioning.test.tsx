// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { render } from "preact"
import { beforeAll, beforeEach, expect, test } from "vitest"
import { CaptionsError, type Cue } from "../../../review/captions.ts"
import { after, draw, inEnglish, one, write } from "../../testing.tsx"
import { Player } from "../player/player.tsx"
import { newRemote, type Remote } from "../player/remote.ts"
import { Captioning } from "./captioning.tsx"

const CUES: readonly Cue[] = [
  { from: 1000, to: 3000, words: "Oui." },
  { from: 9000, to: 11_000, words: "Non." },
]

let remote: Remote
let cues: readonly Cue[]
let room: HTMLElement

beforeAll(inEnglish)
beforeEach(() => {
  remote = newRemote()
  cues = CUES
  room = draw(page())
})

function page(fault: CaptionsError | null = null) {
  return (
    <>
      <Player kind="sound" source="blob:a" label="The recording" remote={remote} />
      <Captioning remote={remote} cues={cues} onChange={change} fault={fault} />
    </>
  )
}

function change(now: readonly Cue[]): void {
  cues = now
  render(page(), room)
}

async function press(words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find(({ textContent }) => textContent === words)
  if (found === undefined) throw new Error(`no button ${words} in ${room.textContent}`)
  await after(() => found.click())
}

async function playedTo(seconds: number): Promise<void> {
  await after(() => {
    const film = one<HTMLAudioElement>(room, "audio")
    film.currentTime = seconds
    film.dispatchEvent(new Event("timeupdate"))
  })
}

async function choose(content: string | Uint8Array<ArrayBuffer>): Promise<void> {
  const field = one<HTMLInputElement>(room, "input[type=file]")
  await after(() => {
    Object.defineProperty(field, "files", { value: [new File([content], "a.vtt")], configurable: true })
    field.dispatchEvent(new Event("change", { bubbles: true }))
  })
  await after(() => undefined)
}

test("a line gets the time at which the film stands, and takes its place among the others", async () => {
  await playedTo(5.25)
  expect(one(room, ".captioning-time").textContent).toBe("At 00:05")
  await write(one<HTMLTextAreaElement>(room, ".captioning textarea"), "Peut-être.")
  await press("This line begins now")
  expect(cues.map(({ from, words }) => [from, words])).toEqual([
    [1000, "Oui."],
    [5250, "Peut-être."],
    [9000, "Non."],
  ])
  expect(one<HTMLTextAreaElement>(room, ".captioning textarea").value).toBe("")
})

test("without words there is no line", async () => {
  await press("This line begins now")
  expect(cues).toEqual(CUES)
})

test("one goes back five seconds, but not before the beginning", async () => {
  await playedTo(12)
  await press("Back 5 seconds")
  expect(one<HTMLAudioElement>(room, "audio").currentTime).toBe(7)
  await playedTo(2)
  await press("Back 5 seconds")
  expect(one<HTMLAudioElement>(room, "audio").currentTime).toBe(0)
})

test("a line is reworded, moved and deleted", async () => {
  await write([...room.querySelectorAll<HTMLTextAreaElement>("li textarea")][0]!, "Oui, bien sûr.")
  expect(cues[0]?.words).toBe("Oui, bien sûr.")
  await playedTo(2)
  await press("Line 2 begins now")
  expect(cues[1]).toEqual({ from: 2000, to: 4000, words: "Non." })
  await press("Delete line 1")
  expect(cues.map(({ words }) => words)).toEqual(["Non."])
})

test("lines come from a WebVTT file, as words and times alone", async () => {
  await choose("WEBVTT\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000 line:0\n<b>Bonjour</b>\n")
  expect(cues).toEqual([{ from: 1000, to: 2000, words: "Bonjour" }])
})

test.each([
  ["no WebVTT", "1\n00:00:01,000 --> 00:00:02,000\nSRT", "Line 1: a WebVTT file begins with WEBVTT."],
  ["no text", new Uint8Array([0xff, 0xfe, 0x00]), "Line 1: a WebVTT file begins with WEBVTT."],
  ["a hidden character", "WEBVTT\n\n00:01.000 --> 00:02.000\na\u200Bb", "Line 4: there is a character here"],
])(
  "a file with %s is refused with its line, and nothing that was written is lost",
  async (_, file, words) => {
    await choose(file)
    expect(one(room, ".field-problem").textContent).toContain(words)
    expect(cues).toEqual(CUES)
  },
)

test("what cannot be sealed is said beside the lines", async () => {
  await after(() => render(page(new CaptionsError("long", 2)), room))
  expect(one(room, "[role=alert]").textContent).toContain("Line 2: this is more than 500 characters")
})

test("while no film is open no line gets a time, and what is there stays", () => {
  const bare = draw(<Captioning remote={newRemote()} cues={CUES} onChange={change} />)
  expect(bare.textContent).toContain("Open it first.")
  expect(bare.querySelectorAll("li")).toHaveLength(2)
  expect(bare.textContent).not.toContain("begins now")
})
