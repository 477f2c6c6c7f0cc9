// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom

import { beforeAll, expect, test } from "vitest"
import { CLIENT_ERROR_CODES, ERROR_CODES, RelayError } from "../../../errors.ts"
import { ERRORS } from "../../../locales/errors.ts"
import { haveWords, sayIn } from "../../language.ts"
import { after, draw, inEnglish, one } from "../../testing.tsx"
import { codeOf, Trouble } from "./trouble.tsx"

beforeAll(async () => {
  await inEnglish()
  await haveWords("fr", ERRORS)
})

test.each([...ERROR_CODES, ...CLIENT_ERROR_CODES])("%s has its own sentences in both languages", (code) => {
  const [english, french] = [sayIn("en", `error-${code}`), sayIn("fr", `error-${code}`)]
  expect(english.length).toBeGreaterThan(20)
  expect(french.length).toBeGreaterThan(20)
  expect(english).not.toBe(french)
  expect(`${english}${french}`).not.toMatch(/error-|[{}]/u)
})

test("a refusal is read out, with its code for whoever helps", async () => {
  const room = draw(<Trouble code="ticket-used" />)
  await after(() => undefined)
  expect(one(room, "[role=alert]").textContent).toContain("This code was already used.")
  expect(room.textContent).toContain("ticket-used")
})

test("no refusal says nothing", () => {
  expect(draw(<Trouble code={null} />).textContent).toBe("")
})

test("our own bugs are shown as internal, never by their text", () => {
  expect(codeOf(new TypeError("secret words"))).toBe("internal")
  expect(codeOf(new RelayError("offline"))).toBe("offline")
})

test("where nothing is kept, it asks to keep the page open, and offers to try again", async () => {
  let tries = 0
  const room = draw(<Trouble code="offline" again={() => (tries += 1)} />)
  await after(() => undefined)
  expect(room.textContent).toContain("keep this page open")
  expect(room.textContent).not.toContain("is kept")
  await after(() => one(room, "button").click())
  expect(tries).toBe(1)
})
