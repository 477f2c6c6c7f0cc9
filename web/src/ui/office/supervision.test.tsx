// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test, vi } from "vitest"
import { RelayError } from "../../errors.ts"
import { DESK } from "../../locales/desk.ts"
import { ERRORS } from "../../locales/errors.ts"
import { OFFICE } from "../../locales/office.ts"
import { actWith } from "../acting.ts"
import { atRest, press } from "../desk/testing.tsx"
import { type AllActions, inventedActions, inventedSession } from "../examples/invented.ts"
import { inventedDesk } from "../examples/office-records.ts"
import { CASE } from "../examples/records.ts"
import { supervised } from "../examples/supervising.ts"
import { needWords } from "../language.ts"
import { begin } from "../session.ts"
import { draw, inEnglish, one } from "../testing.tsx"
import { hold } from "./held.ts"
import { Supervision } from "./supervision.tsx"

const MANAGER = { role: "manager", side: "harmed" } as const

async function page(instead: Partial<Record<"supervise" | "closeCase", unknown>> = {}): Promise<HTMLElement> {
  const invented = inventedActions(MANAGER, "en")
  const supervision = async () => ({
    supervise: async () => supervised(false),
    closeCase: async () => undefined,
    ...instead,
  })
  actWith({ ...invented, supervision } as unknown as AllActions)
  const session = inventedSession(MANAGER)
  hold(inventedDesk(session))
  begin(session)
  const room = draw(<Supervision />)
  await atRest()
  return room
}

beforeAll(async () => {
  await inEnglish()
  await needWords(OFFICE, DESK, ERRORS)
})
beforeEach(() => vi.restoreAllMocks())

test("p3: says counts in words, small ones not told apart, and that slow cases are normal", async () => {
  const { textContent } = await page()
  expect(textContent).toContain("Slow cases are normal")
  expect(textContent).toContain("Under 7 days25 to 29")
  expect(textContent).toContain("14 to 29 days5 to 9")
  expect(textContent).toContain("30 days or morefewer than 5")
  expect(textContent).toContain("Togethernot shown")
})

test("p3: nothing on it counts what was refused or taken back", async () => {
  const { textContent } = await page()
  expect(textContent).not.toMatch(/declin|return|withdr|taken back by/i)
})

test("m12: a case is closed by a signature, after saying what closing means", async () => {
  const closeCase = vi.fn(async () => undefined)
  const room = await page({ closeCase })
  await press(room, `Close case ${CASE.slice(0, 6)}`)
  expect(closeCase).not.toHaveBeenCalled()
  expect(one(room, "[aria-labelledby=closings]").textContent).toContain("Nothing new can be sent")
  await press(room, "Sign and close the case")
  expect(closeCase).toHaveBeenCalledWith(expect.anything(), CASE)
})

test("m12: a case that was closed asks no more, and says so and where it opens again", async () => {
  const room = await page()
  const closed = [...room.querySelectorAll(".card")].at(-1)
  expect(closed?.textContent).toContain("This case is closed")
  const buttons = [...(closed?.querySelectorAll("button") ?? [])].map(({ textContent }) => textContent)
  expect(buttons).toEqual(["Open it again, under Cases"])
})

test("m12: a refusal is told, and the question stays", async () => {
  const closeCase = async () => {
    throw new RelayError("stale-version", "another manager was first")
  }
  const room = await page({ closeCase })
  await press(room, `Close case ${CASE.slice(0, 6)}`)
  await press(room, "Sign and close the case")
  expect(room.querySelector("[role=alert]")).not.toBeNull()
  expect(room.textContent).toContain("Sign and close the case")
})
