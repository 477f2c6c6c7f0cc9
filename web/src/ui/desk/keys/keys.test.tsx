// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { render } from "preact"
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { actWith } from "../../acting.ts"
import { inventedActions, inventedSession } from "../../examples/invented.ts"
import { place } from "../../place.ts"
import { begin, settle, signedIn } from "../../session.ts"
import { after, draw, inEnglish, one } from "../../testing.tsx"
import { Hiding } from "../care/care.tsx"
import { hiding } from "../care/hiding.ts"
import { Queue } from "../queue/queue.tsx"
import { deskSettings } from "../settings.ts"
import { nextStop } from "./moving.ts"
import { isTyping, shortcutOf } from "./shortcuts.ts"

beforeAll(inEnglish)
beforeEach(async () => {
  const mediator = { role: "mediator", side: "harmed" } as const
  actWith(inventedActions(mediator, "en"))
  begin(inventedSession(mediator))
  await settle(signedIn())
  deskSettings.value = { pauses: true, shortcuts: true }
  hiding.value = false
})

afterEach(() => {
  const [room] = document.body.children
  if (room) render(null, room)
})

async function desk(): Promise<HTMLElement> {
  const room = draw(
    <>
      <input class="typed" />
      <Queue />
      <Hiding />
    </>,
  )
  await after(() => undefined)
  return room
}

async function press(key: string, on: Element = document.body, more: KeyboardEventInit = {}): Promise<void> {
  await after(() =>
    on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more })),
  )
}

test("J and K move between what can be opened, and stop at either end", async () => {
  const room = await desk()
  const stops = [...room.querySelectorAll("[data-stop]")]
  await press("j")
  expect(document.activeElement).toBe(stops[0])
  await press("j")
  expect(document.activeElement).toBe(stops[1])
  await press("k")
  await press("k")
  expect(document.activeElement).toBe(stops[0])
})

test.each([
  [-1, 1, 0],
  [-1, -1, 2],
  [2, 1, 2],
  [0, -1, 0],
] as const)("from %s by %s the focus goes to %s", (from, step, to) => {
  expect(nextStop(from, step, 3)).toBe(to)
})

test("Enter opens the entry, because its button has the focus", async () => {
  const room = await desk()
  await press("j")
  await after(() => (document.activeElement as HTMLElement).click())
  expect(place.value).toMatchObject({ at: "review" })
  expect(room).toBeDefined()
})

test("no key does anything while something is typed", async () => {
  const room = await desk()
  for (const key of ["j", "h", "?"]) await press(key, one(room, ".typed"))
  expect(hiding.value).toBe(false)
  expect(document.querySelector("dialog")).toBeNull()
  expect(document.activeElement?.hasAttribute("data-stop")).toBe(false)
})

test.each([{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { shiftKey: true }, { repeat: true }])(
  "no letter does anything with %o",
  async (more) => {
    await desk()
    await press("h", document.body, more)
    expect(hiding.value).toBe(false)
  },
)

test("a switch turns every single key off, and a button still shows the help", async () => {
  const room = await desk()
  await press("?", document.body, { shiftKey: true })
  const dialog = one(document.body, "dialog")
  expect(dialog.textContent).toContain("Everything that they do has a button too")
  await after(() => one<HTMLInputElement>(dialog, "input").click())
  expect(deskSettings.value.shortcuts).toBe(false)
  await after(() => dialog.dispatchEvent(new Event("cancel", { cancelable: true })))
  for (const key of ["?", "j", "h"]) await press(key)
  expect(document.querySelector("dialog")).toBeNull()
  expect(hiding.value).toBe(false)
  const help = [...room.querySelectorAll("button")].find(({ textContent }) => textContent === "Keyboard")
  await after(() => help?.click())
  expect(one(document.body, "dialog").textContent).toContain("switched off")
})

test("H hides everything, in front of a dialog too, and the way back changes nothing", async () => {
  const room = await desk()
  await press("?")
  await press("h")
  const calm = one<HTMLDialogElement>(room, "dialog.calm")
  expect(calm.open).toBe(true)
  expect(calm.textContent).not.toContain("?")
  await after(() => calm.dispatchEvent(new Event("cancel", { cancelable: true })))
  expect(room.querySelector("dialog.calm")).toBeNull()
})

test("a list of options takes its own keys", () => {
  const list = document.createElement("div")
  list.setAttribute("role", "listbox")
  const option = document.createElement("span")
  list.append(option)
  expect(isTyping(option)).toBe(true)
  expect(isTyping(document.createElement("button"))).toBe(false)
})

test("a letter counts in either case as the keyboard gives it", () => {
  expect(shortcutOf(new KeyboardEvent("keydown", { key: "J" }))).toBe("j")
  expect(shortcutOf(new KeyboardEvent("keydown", { key: "?", shiftKey: true }))).toBe("?")
})
