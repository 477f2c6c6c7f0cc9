// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test } from "vitest"
import { place } from "../place.ts"
import { after, draw, inEnglish, one } from "../testing.tsx"
import { People } from "./people.tsx"
import { Queue } from "./queue/queue.tsx"
import { asMediator, choose, press } from "./testing.tsx"

beforeAll(inEnglish)
beforeEach(() => asMediator())

test("what waits for a mediator stands apart from what does not", async () => {
  const room = draw(<Queue />)
  await after(() => undefined)
  const [mine, others] = [...room.querySelectorAll("table")]
  expect(mine?.textContent).toContain("Offered: the person is ready")
  expect(mine?.textContent).toContain("Mr8sKw is reviewing it")
  expect(others?.textContent).toContain("Cooling off until")
  const cooling = [...(others?.querySelectorAll("tbody tr") ?? [])].find(({ textContent }) =>
    textContent?.includes("Cooling off"),
  )
  expect(cooling?.querySelector("button")).toBeNull()
})

test("each line says whether it is a letter or a film, to the eye as to a screen reader", async () => {
  const room = draw(<Queue />)
  await after(() => undefined)
  const heads = [...room.querySelectorAll("tbody th")].map(({ textContent }) => textContent)
  const names = [...room.querySelectorAll("tbody .unseen")].map(({ textContent }) => textContent)
  expect(heads.filter((words) => words?.includes("Video or voice message"))).toHaveLength(1)
  expect(heads.every((words) => /Letter|Video or voice/u.test(words ?? ""))).toBe(true)
  expect(names.filter((words) => words?.includes("video or voice message"))).toHaveLength(1)
})

test("a choice asks for that part alone, and counts nothing", async () => {
  const room = draw(<Queue />)
  await after(() => undefined)
  await choose(room, "Where it is", "held")
  expect(room.querySelectorAll("tbody tr")).toHaveLength(1)
  expect(room.textContent).toContain("On hold until December 4, 2026")
  expect(room.textContent).not.toMatch(/\b\d+ (?:letters|entries|of)\b/u)
})

test("one's own reading log is a step away from the letters, whether or not one was just read", async () => {
  const room = draw(<Queue />)
  await after(() => undefined)
  await press(room, "My own reading log")
  expect(place.value).toEqual({ at: "reading-log" })
})

test("nothing found so far is not nothing at all while there is more", async () => {
  const room = draw(<Queue />)
  await after(() => undefined)
  await choose(room, "Where it is", "declined")
  expect(room.textContent).toContain("There may be more")
  expect([...room.querySelectorAll("button")].map(({ textContent }) => textContent)).toContain("Show more")
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
