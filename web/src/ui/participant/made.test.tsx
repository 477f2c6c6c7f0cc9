// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test } from "vitest"
import { actWith } from "../acting.ts"
import { type Invented, inventedActions, inventedSession } from "../examples/invented.ts"
import { place } from "../place.ts"
import { begin, settle, signedIn } from "../session.ts"
import { after, draw, inEnglish, one } from "../testing.tsx"
import { Home } from "./home.tsx"
import { Proposed } from "./proposed.tsx"
import { Reading } from "./reading.tsx"

const HARMED: Invented = { role: "participant", side: "harmed" }

async function as(of: Invented): Promise<void> {
  actWith(inventedActions(of, "en"))
  begin(inventedSession(of))
  await settle(signedIn())
}

async function press(room: Element, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find((button) => button.textContent === words)
  if (found === undefined) throw new Error(`no button ${words} in ${room.textContent}`)
  await after(() => found.click())
}

async function drawn(page: Parameters<typeof draw>[0]): Promise<HTMLElement> {
  const room = draw(page)
  await after(() => undefined)
  await after(() => undefined)
  return room
}

function sides(room: Element): readonly string[] {
  return [...room.querySelectorAll(".sides-one")].map((side) => side.textContent ?? "")
}

beforeAll(inEnglish)
beforeEach(() => as(HARMED))

test("what a mediator proposes stands first at home, without a word of it", async () => {
  const room = await drawn(<Home />)
  expect(one(room, ".notice-title").textContent).toBe("Your mediator wrote down what you told")
  expect(room.textContent).not.toContain("I was there")
  await press(room, "Read it and answer")
  expect(place.value).toEqual({ at: "proposed", message: "told" })
})

test("p18 told words are asked about whole, with a yes and a no of one size", async () => {
  const room = await drawn(<Proposed message="told" />)
  expect(one(room, ".letter-words").textContent).toContain("I was there")
  const answers = [...room.querySelectorAll(".answers button")]
  expect(answers.map((button) => button.textContent)).toEqual([
    "Yes, these are my words",
    "No, do not use this",
    "Not today",
  ])
  expect(new Set(answers.map((button) => button.className)).size).toBe(1)
})

test("p18 a shorter version stands beside one's own words, and shows what is gone", async () => {
  const room = await drawn(<Proposed message="shorter" />)
  const [own = "", shorter = ""] = sides(room)
  expect(own).toContain("My daughter moved the table")
  expect(shorter).toContain("[…]")
  expect(shorter).not.toContain("Did you see the light was on?")
  const gone = [...room.querySelectorAll("del")].map((words) => words.textContent ?? "")
  expect(gone.join(" ")).toContain("Did you see the light was on?")
  expect(room.textContent).toContain("only your own words")
})

test("p18 a shorter version with other words in it says so", async () => {
  const room = await drawn(<Proposed message="rewritten" />)
  expect(room.textContent).toContain("words that are not in your letter")
  expect(room.textContent).not.toContain("only your own words")
})

test("yes is said once and answered with what comes next", async () => {
  const room = await drawn(<Proposed message="told" />)
  await press(room, "Yes, these are my words")
  expect(one(room, "h1").textContent).toBe("You said yes")
})

test("no asks for no reason, and says what stays", async () => {
  const room = await drawn(<Proposed message="shorter" />)
  expect(room.querySelectorAll("input, textarea, select")).toHaveLength(0)
  await press(room, "No, do not use this version")
  expect(one(room, "h1").textContent).toBe("You said no")
  expect(room.textContent).toContain("What you sent yourself stays as it is")
})

test("a yes that is refused is said, and both answers stay", async () => {
  await as({ ...HARMED, trouble: "stale-version" })
  const room = await drawn(<Proposed message="told" />)
  await press(room, "Yes, these are my words")
  await after(() => undefined)
  expect(room.querySelector("[role=alert]")).not.toBeNull()
  expect(room.querySelectorAll(".answers button")).toHaveLength(3)
})

test("p18 another form of a letter is read beside the letter, with who made it", async () => {
  const room = await drawn(<Reading message="form" />)
  await press(room, "Open all of it")
  const [letter = "", form = ""] = sides(room)
  expect(letter).toContain("I begin with the kitchen")
  expect(form).toContain("je commence par la cuisine")
  expect(room.textContent).toContain("An interpreter made the other form")
})

test("p18 another form opens beside a letter only when it is asked for", async () => {
  const room = await drawn(<Reading message="opened" />)
  await press(room, "Open all of it")
  await after(() => undefined)
  expect(room.textContent).not.toContain("cuisine")
  await press(room, "Show another language or form, beside the original")
  expect(sides(room)).toHaveLength(2)
})

test("p18 told words say that they were told, and that who told them said yes", async () => {
  const room = await drawn(<Reading message="told" />)
  await press(room, "Open all of it")
  expect(room.textContent).toContain("said yes to exactly this version")
})
