// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { type ErrorCode, RelayError } from "../../../errors.ts"
import type { WorkPost, WorkView } from "../../../protocol/wire_station.ts"
import { actWith } from "../../acting.ts"
import { type AllActions, type Invented, inventedActions, inventedSession } from "../../examples/invented.ts"
import { WORK_AT_STATION } from "../../examples/made-records.ts"
import { MED } from "../../examples/records.ts"
import { place } from "../../place.ts"
import { begin, settle, signedIn } from "../../session.ts"
import { after, draw, inEnglish, one, write } from "../../testing.tsx"
import { Needed } from "./needed.tsx"
import { StationPage } from "./station.tsx"
import { AtStation } from "./ways.tsx"

const MEDIATOR: Invented = { role: "mediator", side: "harmed" }

let asked: WorkPost[] = []
let stopped: string[] = []
/** Where the station says that its work is. */
let now: Partial<WorkView> = {}
/** What the station works on, and what ended there. */
let works: WorkView[] = []
/** The station does not reach the relay. */
let unreached = false
/** The station began anew and knows of no work. */
let gone = false

beforeAll(inEnglish)
beforeEach(async () => {
  ;[asked, stopped, works, now, gone, unreached] = [[], [], [], {}, false, false]
  actWith({
    ...inventedActions(MEDIATOR, "en"),
    station: async () => ({
      beginWork: async (_session, post) => {
        asked.push(post)
        return { ...WORK_AT_STATION, state: "waiting", share: 0, seconds_left: null, kind: post.kind }
      },
      listWorks: async () => {
        if (unreached) throw new RelayError("offline", "invented")
        return works
      },
      lookAtWork: async () => {
        if (gone) throw new RelayError("not-found", "invented")
        return { ...WORK_AT_STATION, ...now }
      },
      stopWork: async (_session, work) => {
        stopped.push(work)
      },
    }),
  } satisfies AllActions)
  begin(inventedSession(MEDIATOR))
  await settle(signedIn())
})

async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await after(() => undefined)
}

async function drawn(page: Parameters<typeof draw>[0]): Promise<HTMLElement> {
  const room = draw(page)
  await settled()
  return room
}

async function press(room: Element, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find((button) => button.textContent === words)
  if (found === undefined) throw new Error(`no button ${words} in ${room.textContent}`)
  await after(() => found.click())
  await settled()
}

/** Let the page look once more. */
async function look(view: Partial<WorkView>): Promise<void> {
  now = view
  await new Promise((resolve) => setTimeout(resolve, 600))
  await settled()
}

async function choose(room: Element, label: string): Promise<void> {
  const found = [...room.querySelectorAll("label")].find(({ textContent }) => textContent?.startsWith(label))
  await after(() => found?.querySelector("input")?.click())
}

/** The field that a label names. */
function field(room: Element, label: string): HTMLInputElement {
  const found = [...room.querySelectorAll("label")].find(({ textContent }) => textContent === label)
  return one<HTMLInputElement>(room, `#${found?.htmlFor}`)
}

describe("a place to hide", () => {
  test("is written in percent, changed and removed; without one, the whole picture is hidden", async () => {
    const room = await drawn(<StationPage message="film" />)
    await choose(room, "Hide the picture")
    expect(room.textContent).toContain("the whole picture is hidden")
    await write(field(room, "From the left"), "60")
    await press(room, "Add to the list")
    expect(room.textContent).toContain("reaches over the edge")
    await write(field(room, "Width"), "12.5")
    await choose(room, "Only during one passage")
    await write(field(room, "From"), "0:05")
    await write(field(room, "To"), "0:02")
    await press(room, "Add to the list")
    expect(room.textContent).toContain("must end after it begins")
    await write(field(room, "To"), "0:12,5")
    await press(room, "Add to the list")
    expect(room.textContent).toContain("60% from the left, 0% from the top, 12.5% wide, 100% high")
    await press(room, "Change 1")
    await write(field(room, "Height"), "50")
    await press(room, "Begin")
    expect(asked).toEqual([])
    await press(room, "Keep the change")
    await press(room, "Begin")
    const span = { start_ms: 5000, end_ms: 12_500 }
    expect(asked[0]?.regions).toEqual([{ left: 600, top: 0, width: 125, height: 500, span }])
  })

  test("is gone when it was removed, and nothing written is lost to a refusal", async () => {
    const room = await drawn(<StationPage message="kept" />)
    await choose(room, "Hide the picture")
    await write(field(room, "Width"), "50")
    await press(room, "Add to the list")
    await write(field(room, "Height"), "50")
    await press(room, "Add to the list")
    await press(room, "Remove 1")
    await press(room, "Begin")
    expect(asked[0]?.regions).toEqual([{ left: 0, top: 0, width: 1000, height: 500, span: null }])
    await look({ state: "refused", code: "region-outside" })
    expect(room.textContent).toContain("Make it smaller")
    expect(room.textContent).toContain("50% high")
  })
})

describe("work", () => {
  test("is asked for in full, followed in percent and minutes, and handed in", async () => {
    const room = await drawn(<StationPage message="film" />)
    await choose(room, "Leave passages out")
    await press(room, "Begin")
    expect(room.textContent).toContain("No passage is named")
    await write(field(room, "From"), "0:05")
    await write(field(room, "To"), "0:12")
    await press(room, "Begin")
    expect(asked).toEqual([])
    expect(room.textContent).toContain("is not in the list yet")
    await press(room, "Add to the list")
    expect(room.textContent).toContain("From 0:05.0 to 0:12.0.")
    await press(room, "Begin")
    expect(asked).toMatchObject([
      { message: "film", kind: "cut", spans: [{ start_ms: 5000, end_ms: 12_000 }] },
    ])
    await look({ kind: "cut" })
    expect(room.textContent).toContain("34%")
    expect(room.textContent).toContain("About 4 minutes to go")
    await look({ kind: "cut", state: "done", made: MED })
    expect(room.textContent).toContain("Its author is asked first")
  })

  test("is over when the station began anew, and can be asked for again", async () => {
    const room = await drawn(<StationPage message="lost" />)
    await press(room, "Begin")
    gone = true
    await look({})
    expect(room.textContent).toContain("Something went wrong on our side")
    expect(room.textContent).toContain("What do you need?")
  })

  test("is found again by a page that was reloaded, followed, and stopped", async () => {
    works = [WORK_AT_STATION, { ...WORK_AT_STATION, work: "older", state: "done", made: MED }]
    const room = await drawn(<StationPage message="film" />)
    expect(one<HTMLProgressElement>(room, "progress").value).toBe(34)
    await look({ share: 560 })
    expect(one<HTMLProgressElement>(room, "progress").value).toBe(56)
    await press(room, "Stop, and keep nothing")
    expect(stopped).toEqual(["work"])
    expect(room.querySelector("progress")).toBeNull()
    expect(room.textContent).toContain("What do you need?")
  })

  test("that ended while no page looked is said, and new work can be asked for", async () => {
    works = [{ ...WORK_AT_STATION, state: "done", made: MED }]
    const room = await drawn(<StationPage message="film" />)
    expect(room.textContent).toContain("The last piece of work on this film: A form that plays everywhere")
    expect(room.textContent).toContain("It is locked and handed in")
    await press(room, "Begin")
    expect(room.textContent).not.toContain("The last piece of work")
    expect(one(room, "progress")).toBeTruthy()
  })

  test("that was refused while no page looked says why", async () => {
    works = [{ ...WORK_AT_STATION, state: "refused", code: "no-room" }]
    const room = await drawn(<StationPage message="film" />)
    expect(room.textContent).toContain("This machine has too little free memory")
    expect(room.textContent).toContain("What do you need?")
  })

  test("on another film is said, and not followed here", async () => {
    works = [{ ...WORK_AT_STATION, message: "other", kind: "cut" }]
    const room = await drawn(<StationPage message="film" />)
    expect(room.querySelector("progress")).toBeNull()
    expect(room.textContent).toContain("Leave passages out: Making it")
    await press(room, "Go to that film")
    expect(place.value).toEqual({ at: "station", message: "other" })
  })

  test("that cannot be asked for is said, and asked for again", async () => {
    ;[unreached, works] = [true, [WORK_AT_STATION]]
    const room = await drawn(<StationPage message="film" />)
    expect(room.textContent).toContain("offline")
    unreached = false
    await press(room, "Try again")
    expect(one<HTMLProgressElement>(room, "progress").value).toBe(34)
  })

  test.each([
    ["ffmpeg-missing", "This station has no ffmpeg"],
    ["sandbox-missing", "This station has no sandbox"],
    ["media-too-slow", "The work took too long and was stopped"],
    ["span-outside", "A passage lies outside the film"],
    ["too-many-places", "too much for one piece of work"],
    ["too-many-works", "Wait until one is done, or stop one"],
    ["several-films", "Ask for each in a message of its own"],
    ["no-room", "This machine has too little free memory"],
    ["media-broken", "Ask its author to send it again"],
    ["something new", "internal"],
  ])("that is refused with %s says what to do", async (code, words) => {
    const room = await drawn(<StationPage message={code} />)
    await press(room, "Begin")
    await look({ state: "refused", code })
    expect(room.textContent).toContain(words)
    expect(room.textContent).toContain("What do you need?")
  })
})

describe("where there is no station", () => {
  test("a desk says where to go, and keeps the claim for there", async () => {
    const room = await drawn(<Needed message="film" />)
    expect(room.textContent).toContain("relay station desk")
    await press(room, "Keep it for me at the station")
    expect(room.textContent).toContain("It waits for you at the station")
  })

  test("the programme's stations are named where it names them, and nothing is said where it does not", async () => {
    const rooms = [<Needed message="film" />, <AtStation message="film" />]
    for (const room of rooms)
      expect((await drawn(room)).textContent).not.toContain("Stations of your programme")
    const meta = document.createElement("meta")
    meta.name = "relay-stations-en"
    meta.content = "Kingston office, room 4"
    document.head.append(meta)
    for (const room of rooms) {
      expect((await drawn(room)).textContent).toContain("Stations of your programme: Kingston office, room 4")
    }
    meta.remove()
  })

  test("a claim of another's is said, and nothing is kept", async () => {
    const invented = inventedActions(MEDIATOR, "en")
    const claim = async () => {
      throw new RelayError("claimed" satisfies ErrorCode, "another is at it")
    }
    actWith({ ...invented, desk: async () => ({ ...(await invented.desk()), claim }) } satisfies AllActions)
    const room = await drawn(<Needed message="film" />)
    await press(room, "Keep it for me at the station")
    expect(room.textContent).toContain("claimed")
    expect(room.textContent).not.toContain("It waits for you")
  })

  test("work is begun only with one's own vault", async () => {
    const meta = document.createElement("meta")
    meta.name = "relay-station"
    document.head.append(meta)
    meta.content = MED
    expect((await drawn(<AtStation message="film" />)).querySelector("button")?.textContent).toBe(
      "Work on this film",
    )
    meta.content = "somebody"
    const room = await drawn(<AtStation message="film" />)
    expect(room.querySelector("button")).toBeNull()
    expect(room.textContent).toContain("open for another mediator")
    meta.remove()
  })
})
