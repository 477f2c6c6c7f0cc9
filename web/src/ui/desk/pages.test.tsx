// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test } from "vitest"
import { actWith } from "../actions.ts"
import { type Invented, inventedActions, inventedSession } from "../examples/invented.ts"
import { begin, settle, signedIn } from "../session.ts"
import { after, draw, inEnglish, one, write } from "../testing.tsx"
import { People } from "./people.tsx"
import { Queue } from "./queue/queue.tsx"
import { ReviewPage } from "./review.tsx"

const MEDIATOR: Invented = { role: "mediator", side: "harmed" }

async function as(of: Invented): Promise<void> {
  actWith(inventedActions(of, "en"))
  begin(inventedSession(of))
  await settle(signedIn())
}

async function press(room: Element, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find((one) => one.textContent === words)
  if (found === undefined) throw new Error(`no button ${words} in ${room.textContent}`)
  await after(() => found.click())
}

async function opened(message: string): Promise<HTMLElement> {
  const room = draw(<ReviewPage message={message} />)
  await after(() => undefined)
  return room
}

beforeAll(inEnglish)
beforeEach(() => as(MEDIATOR))

test("what waits for a mediator stands apart from what does not", async () => {
  const room = draw(<Queue />)
  await after(() => undefined)
  const [mine, others] = [...room.querySelectorAll("table")]
  expect(mine?.textContent).toContain("Offered: the person is ready")
  expect(others?.textContent).toContain("Cooling off until")
  expect(others?.querySelector("button")).toBeNull()
})

test("a letter is closed until it is opened, with its author's identity beside it", async () => {
  const room = await opened("review")
  expect(room.textContent).toContain("these words were signed with the key")
  expect(room.textContent).not.toContain("kitchen")
  await press(room, "Open the letter")
  expect(room.textContent).toContain("kitchen")
  await press(room, "Close it for now")
  expect(room.textContent).not.toContain("kitchen")
})

test("a changed key is said before anything else about the author", async () => {
  const room = await opened("ready")
  expect(one(room, ".notice-care").textContent).toContain("Key number 2")
})

test("approving takes two steps and names the addressee", async () => {
  const room = await opened("review")
  await press(room, "Approve")
  expect(one(room, "form").textContent).toContain("for the person responsible, Bz3nRf")
  await press(room, "Approve for the person responsible")
  expect(room.textContent).toContain("Read the whole letter first")
  await after(() => one<HTMLInputElement>(room, "form input[type=checkbox]").click())
  await press(room, "Approve for the person responsible")
  expect(room.textContent).toContain("It is signed with your key")
})

test("when somebody else was first, the mediator's words stay in the form", async () => {
  await as({ ...MEDIATOR, trouble: "stale-version" })
  const room = await opened("review")
  await press(room, "Return with a note")
  await write(one<HTMLTextAreaElement>(room, "form textarea"), "Please look at the second paragraph.")
  await press(room, "Return to the author")
  expect(room.textContent).toContain("Your words are still here")
  expect(one<HTMLTextAreaElement>(room, "form textarea").value).toBe("Please look at the second paragraph.")
})

test("a person is confirmed only after the numbers were compared", async () => {
  const room = draw(<People />)
  await after(() => undefined)
  await press(room, "Confirm this person")
  expect(room.textContent).toContain("Compare the number first")
})

test("a code is shown in groups, as a square, and with what to do with it", async () => {
  const room = draw(<People />)
  await after(() => undefined)
  await after(() => one<HTMLInputElement>(room, "input[value=harmed]").click())
  await press(room, "Make a code")
  const sheet = one(room, ".ticket")
  expect(sheet.textContent).toContain("7K2M 9QXT")
  expect(sheet.querySelector("svg[role=img]")).not.toBeNull()
  expect(sheet.textContent).not.toMatch(/victim|offender|crime|justice|programme/iu)
})
