// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test, vi } from "vitest"
import type { ToMake } from "../../../relay/making.ts"
import { actWith } from "../../acting.ts"
import { type AllActions, type Invented, inventedActions, inventedSession } from "../../examples/invented.ts"
import { madeReviewOf } from "../../examples/made-records.ts"
import { ADA, BEN, CASE, TEXT } from "../../examples/records.ts"
import { place } from "../../place.ts"
import { begin, settle, signedIn } from "../../session.ts"
import { after, draw, inEnglish, one, write } from "../../testing.tsx"
import { History } from "../review/history.tsx"
import { AccessPage } from "./access.tsx"
import { Compare } from "./compare.tsx"
import { Panel } from "./panel.tsx"
import { Render } from "./render.tsx"
import { Shorten } from "./shorten.tsx"
import { Tell } from "./tell.tsx"

const MEDIATOR: Invented = { role: "mediator", side: "harmed" }

/** What was sealed on this page, in order. */
let sealed: ToMake[] = []

async function as(of: Invented): Promise<void> {
  sealed = []
  const invented = inventedActions(of, "en")
  actWith({
    ...invented,
    making: async () => ({
      ...(await invented.making()),
      sealMade: async (_session, toMake) => {
        sealed.push(toMake)
        return { id: "made", manifest: "", post: {} as never, stored: [] }
      },
    }),
  } satisfies AllActions)
  begin(inventedSession(of))
  await settle(signedIn())
}

async function press(room: Element, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find((button) => button.textContent === words)
  if (found === undefined) throw new Error(`no button ${words} in ${room.textContent}`)
  await after(() => found.click())
  await after(() => undefined)
}

async function drawn(page: Parameters<typeof draw>[0]): Promise<HTMLElement> {
  const room = draw(page)
  await after(() => undefined)
  await after(() => undefined)
  return room
}

async function choose(room: Element, label: string): Promise<void> {
  const found = [...room.querySelectorAll("label")].find((one) => one.textContent?.startsWith(label))
  await after(() => found?.querySelector("input")?.click())
}

function area(room: Element, at = 0): HTMLTextAreaElement {
  const found = room.querySelectorAll("textarea")[at]
  if (found === undefined) throw new Error("no such field")
  return found
}

beforeAll(inEnglish)
beforeEach(() => as(MEDIATOR))

test("p18 told words name their author and their reader, are read back, and go to their author first", async () => {
  const room = await drawn(<Tell caseId={CASE} />)
  await choose(room, "Person harmed")
  await write(area(room), "I sleep better now.")
  await press(room, "Read it back")
  expect(one(room, ".letter-words").textContent).toBe("I sleep better now.")
  expect(room.textContent).toContain("Nothing goes further before they say yes")
  await press(room, "Send it for their yes")
  expect(sealed).toMatchObject([
    { kind: "relayed", case: CASE, author: ADA, addressee: BEN, text: "I sleep better now." },
  ])
  expect(one(room, "h1").textContent).toBe("Sent")
})

test("told words of nobody are not read back", async () => {
  const room = await drawn(<Tell caseId={CASE} />)
  await press(room, "Read it back")
  expect(room.textContent).toContain("Choose who told it.")
  expect(room.textContent).toContain("Write a few words.")
})

test("where the case's rules do not open told words, there is no form, and it says who can open them", async () => {
  await as({ ...MEDIATOR, channels: ["letter"] })
  for (const page of [
    <Tell key="tell" caseId={CASE} />,
    <History key="history" caseId={CASE} from={null} />,
  ]) {
    const room = await drawn(page)
    expect(room.textContent).toContain("A programme manager can open them.")
    expect(room.querySelector("form")).toBeNull()
    expect(room.textContent).not.toContain("Write down what somebody told")
  }
})

test("what is refused stays on the page, and the same is sent again", async () => {
  await as({ ...MEDIATOR, trouble: "offline" })
  const room = await drawn(<Tell caseId={CASE} />)
  await choose(room, "Person harmed")
  await write(area(room), "I sleep better now.")
  await press(room, "Read it back")
  await press(room, "Send it for their yes")
  await press(room, "Send it for their yes")
  expect(sealed).toHaveLength(1)
  expect(room.textContent).toContain("What you wrote is still here")
  await press(room, "Go back and change it")
  expect(area(room).value).toBe("I sleep better now.")
})

test("p18 to shorten is to take away: no field holds the words, and what is left is shown", async () => {
  const room = await drawn(<Shorten message="review" />)
  expect([...room.querySelectorAll("textarea")].some((field) => field.value.includes("kitchen"))).toBe(false)
  await choose(room, "My daughter moved the table")
  await choose(room, "The letter, with something left out")
  await press(room, "Look it over")
  const gone = [...room.querySelectorAll("del")].map((words) => words.textContent ?? "")
  expect(gone.join("")).toContain("My daughter moved the table to the other wall.")
  await press(room, "Send it for their yes")
  const left = TEXT.replace("My daughter moved the table to the other wall.", "[…]")
  expect(sealed).toMatchObject([{ kind: "redaction", text: left, from: { author: ADA, text: TEXT } }])
})

test("nothing left out is no shorter version", async () => {
  const room = await drawn(<Shorten message="review" />)
  await press(room, "Look it over")
  expect(room.textContent).toContain("Nothing is left out yet.")
  expect(room.textContent).toContain("Choose what it is.")
})

test("p18 another form says what it is, and is written beside the letter", async () => {
  const room = await drawn(<Render message="review" />)
  expect(one(room, ".sides-is-first").textContent).toContain("kitchen")
  await press(room, "Look it over")
  expect(room.textContent).toContain("Say what it is.")
  await write(one<HTMLInputElement>(room, ".sides-is-second input"), "Translation into French")
  await write(area(room), "La cuisine.")
  await press(room, "Look it over")
  await press(room, "Sign and send it")
  expect(sealed).toMatchObject([
    { kind: "rendition", language: "fr", text: "La cuisine.", contentNote: "Translation into French" },
  ])
})

test("captions of a film are written beside it, looked over, and sealed with its transcript or alone", async () => {
  const room = await drawn(<Render message="film-bare" />)
  await vi.waitFor(() => one(room, ".captioning"))
  await write(one<HTMLInputElement>(room, ".sides-is-second input"), "Captions for the video")
  await press(room, "Look it over")
  expect(room.textContent).toContain("Write a few words.")
  const field = one<HTMLInputElement>(room, "input[type=file]")
  const file = new File(["WEBVTT\n\n00:01.000 --> 00:02.000 line:0\n<b>Bonjour</b>"], "a.vtt")
  await after(() => {
    Object.defineProperty(field, "files", { value: [file] })
    field.dispatchEvent(new Event("change", { bubbles: true }))
  })
  await vi.waitFor(() => expect(room.querySelectorAll(".captioning li")).toHaveLength(1))
  await press(room, "Look it over")
  await vi.waitFor(() => expect(one(room, ".cues-words").textContent).toBe("Bonjour"))
  await press(room, "Sign and send it")
  const captions = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nBonjour\n"
  expect(sealed).toMatchObject([
    { kind: "rendition", text: "", captions, contentNote: "Captions for the video" },
  ])
})

test("words may be read aloud instead: the sound is heard before it is sealed, and needs no written words", async () => {
  const room = await drawn(<Render message="words" />)
  await write(one<HTMLInputElement>(room, ".sides-is-second input"), "The letter read aloud")
  const field = one<HTMLInputElement>(room, "input[type=file]")
  await after(() => {
    Object.defineProperty(field, "files", { value: [new File(["sound"], "a.m4a")] })
    field.dispatchEvent(new Event("change", { bubbles: true }))
  })
  await vi.waitFor(() => one(room, "audio"))
  await press(room, "Look it over")
  await vi.waitFor(() => one(room, "audio"))
  await press(room, "Sign and send it")
  const spoken = { type: "audio/mp4", durationMs: 1000 }
  expect(sealed).toMatchObject([{ kind: "rendition", text: "", captions: null, spoken }])
})

test("both versions stand side by side, and what is gone is struck through", async () => {
  const room = await drawn(<Compare message="shorter" />)
  expect(room.querySelectorAll(".sides-one")).toHaveLength(2)
  expect(room.textContent).toContain("it holds only words of the letter")
  expect(room.querySelectorAll("del").length).toBeGreaterThan(0)
})

test.each([
  ["told", "said yes, with their key, to exactly these words"],
  ["shorter", "Its author has not said yes"],
  ["form", "reaches its reader only beside the original"],
])("beside %s stands who made it and what its author said", async (id, words) => {
  const review = madeReviewOf(id, "en")
  if (review === null) throw new Error("no such review")
  const room = await drawn(<Panel review={review} item={review.item} />)
  expect(room.textContent).toContain(words)
  expect(room.textContent).toMatch(/Made by (mediator|interpreter)/u)
})

test("p4 who made it is told that their approval is not enough", async () => {
  const review = madeReviewOf("told", "en")
  if (review === null) throw new Error("no such review")
  const room = await drawn(<Panel review={review} item={review.item} />)
  expect(room.textContent).toContain("your approval alone is never enough")
  await press(room, "Leave something out")
  expect(place.value).toEqual({ at: "shorten", message: "told" })
})

test("who was let in is listed with their last day, and is let out with one press", async () => {
  const room = await drawn(<AccessPage message="review" />)
  const people = [...room.querySelectorAll(".card")].map((card) => card.textContent ?? "")
  expect(people[0]).toContain("Until")
  expect(people[1]).toContain("Ended")
  expect(people[1]).not.toContain("End this access now")
  await press(room, "End this access now")
  expect(room.querySelector("[role=alert]")).toBeNull()
})

test("nobody is let in without a name and a day", async () => {
  const room = await drawn(<AccessPage message="review" />)
  await press(room, "Let an interpreter in")
  expect(room.textContent).toContain("Choose an interpreter.")
  expect(room.textContent).toContain("Choose a day within these limits.")
})
