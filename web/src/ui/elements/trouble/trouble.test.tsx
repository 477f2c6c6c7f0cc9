// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest"
import { CLIENT_ERROR_CODES, ERROR_CODES, RelayError } from "../../../errors.ts"
import { haveWords, sayIn } from "../../language.ts"
import { after, draw, inEnglish, one } from "../../testing.tsx"
import { codeOf, Trouble } from "./trouble.tsx"

beforeAll(async () => {
  await inEnglish()
  await haveWords("fr", "errors")
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
