// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { type ErrorCode, RelayError } from "../../../errors.ts"
import type { WorkPost, WorkView } from "../../../protocol/wire_station.ts"
import { actWith } from "../../acting.ts"
import { type AllActions, type Invented, inventedActions, inventedSession } from "../../examples/invented.ts"
import { WORK_AT_STATION } from "../../examples/made-records.ts"
import { MED } from "../../examples/records.ts"
import { begin, settle, signedIn } from "../../session.ts"
import { after, draw, inEnglish, one, write } from "../../testing.tsx"
import { NOTHING_TYPED, passagesIn, postOf } from "./asked.ts"
import { Needed } from "./needed.tsx"
import { StationPage } from "./station.tsx"
import { AtStation } from "./ways.tsx"

const MEDIATOR: Invented = { role: "mediator", side: "harmed" }

let asked: WorkPost[] = []
let stopped: string[] = []
/** Where the station says that its work is. */
let now: Partial<WorkView> = {}
/** The station began anew and knows of no work. */
let gone = false

beforeAll(inEnglish)
beforeEach(async () => {
  ;[asked, stopped, now, gone] = [[], [], {}, false]
  actWith({
    ...inventedActions(MEDIATOR, "en"),
    station: async () => ({
      beginWork: async (_session, post) => {
        asked.push(post)
        return { ...WORK_AT_STATION, state: "waiting", share: 0, seconds_left: null, kind: post.kind }
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

describe("passages", () => {
  test.each([
    ["0:05-0:12", [{ start_ms: 5000, end_ms: 12_000 }]],
    [
      " 1:00.5 – 61:00 \n\n0:0-0:1",
      [
        { start_ms: 60_500, end_ms: 3_660_000 },
        { start_ms: 0, end_ms: 1000 },
      ],
    ],
  ])("%j are read", (text, spans) => {
    expect(passagesIn(text)).toEqual(spans)
  })

  test.each(["", "5-12", "0:12-0:05", "0:05-0:05", "0:61-1:02", "0:05-0:12 and more", "0:05"])(
    "%j are none",
    (text) => {
      expect(passagesIn(text)).toBeNull()
    },
  )

  test("belong to what leaves them out, and a place to what hides it", () => {
    const typed = { ...NOTHING_TYPED, passages: "0:05-0:12", place: "left" } as const
    expect(postOf("m", typed)).toMatchObject({ spans: [], regions: [] })
    expect(postOf("m", { ...typed, kind: "mute" })?.spans).toHaveLength(1)
    expect(postOf("m", { ...typed, kind: "blur" })?.regions).toEqual([
      { left: 0, top: 0, width: 500, height: 1000 },
    ])
  })
})

describe("work", () => {
  test("is asked for in full, followed in percent and minutes, and handed in", async () => {
    const room = await drawn(<StationPage message="film" />)
    await choose(room, "Leave passages out")
    await press(room, "Begin")
    expect(asked).toEqual([])
    expect(room.textContent).toContain("Write each passage on its own line")
    await write(one<HTMLTextAreaElement>(room, "textarea"), "0:05-0:12")
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

  test("is found again by who left the page, and stopped", async () => {
    await press(await drawn(<StationPage message="left" />), "Begin")
    const room = await drawn(<StationPage message="left" />)
    expect(one<HTMLProgressElement>(room, "progress").value).toBe(34)
    await press(room, "Stop, and keep nothing")
    expect(stopped).toEqual(["work"])
    expect(room.querySelector("progress")).toBeNull()
    expect(room.textContent).toContain("What do you need?")
  })

  test.each([
    ["ffmpeg-missing", "This station has no ffmpeg"],
    ["sandbox-missing", "This station has no sandbox"],
    ["media-too-slow", "The work took too long and was stopped"],
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
