// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest"
import { RelayError } from "../../errors.ts"
import { actWith } from "../acting.ts"
import { type Invented, inventedActions, inventedSession } from "../examples/invented.ts"
import { place } from "../place.ts"
import { begin, settle, signedIn } from "../session.ts"
import { after, draw, inEnglish, one, write } from "../testing.tsx"
import { Granted } from "./granted.tsx"
import { WorkList } from "./work-list.tsx"

const INTERPRETER: Invented = { role: "interpreter", side: "harmed" }

async function as(of: Invented): Promise<ReturnType<typeof inventedActions>> {
  const invented = inventedActions(of, "en")
  actWith(invented)
  begin(inventedSession(of))
  await settle(signedIn())
  return invented
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

beforeAll(inEnglish)

test("the list shows until when, and not a word", async () => {
  await as(INTERPRETER)
  const room = await drawn(<WorkList />)
  expect(room.textContent).toContain("Open to you until")
  expect(room.textContent).not.toContain("kitchen")
  await press(room, "Open them")
  expect(place.value).toEqual({ at: "granted", message: "review" })
})

test("an empty list says so", async () => {
  await as({ ...INTERPRETER, empty: true })
  expect((await drawn(<WorkList />)).textContent).toContain("Nothing is open to you now.")
})

test("the words are only to look at, beside what is written of them", async () => {
  await as(INTERPRETER)
  const room = await drawn(<Granted message="review" />)
  const words = one(room, ".look-only")
  expect(words.textContent).toContain("kitchen")
  expect(room.querySelectorAll("a[download], a[href^=blob]")).toHaveLength(0)
  await write(one<HTMLInputElement>(room, ".sides-is-second input"), "Translation into French")
  await write(one<HTMLTextAreaElement>(room, "textarea"), "La cuisine.")
  await press(room, "Look it over")
  await press(room, "Sign and send it")
  expect(room.textContent).toContain("lies with the mediators of the case")
  expect(room.textContent).not.toContain("kitchen")
})

test("p18 when access ends the words leave the page, and so does what was written of them", async () => {
  const invented = await as(INTERPRETER)
  let over = false
  actWith({
    ...invented,
    interpreting: async () => {
      const module = await invented.interpreting()
      if (over) throw new RelayError("grant-over", "invented")
      return module
    },
    making: async () => {
      over = true
      throw new RelayError("grant-over", "invented")
    },
  })
  const room = await drawn(<Granted message="review" />)
  await write(one<HTMLInputElement>(room, ".sides-is-second input"), "Translation")
  await write(one<HTMLTextAreaElement>(room, "textarea"), "La cuisine.")
  await press(room, "Look it over")
  await press(room, "Sign and send it")
  expect(one(room, "h1").textContent).toBe("Your access has ended")
  expect(room.textContent).not.toContain("kitchen")
  expect(room.textContent).not.toContain("cuisine")
})

test("p18 without access nothing is shown but that", async () => {
  await as({ ...INTERPRETER, trouble: "grant-over" })
  const room = await drawn(<Granted message="review" />)
  expect(one(room, "h1").textContent).toBe("Your access has ended")
})
