// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test } from "vitest"
import { RelayError } from "../../errors.ts"
import type { Asking } from "../../relay/ask.ts"
import { actWith } from "../acting.ts"
import { type AllActions, inventedActions } from "../examples/invented.ts"
import { after, draw, inEnglish, one, write } from "../testing.tsx"
import { AskRoom } from "./room.tsx"

let handedIn: Asking[] = []
let refusal: RelayError | null = null

function acting(): AllActions {
  const base = inventedActions({ role: "participant", side: "harmed" }, "en")
  const ask = async () => ({
    ...(await base.ask()),
    sealAsking: async (_ports: unknown, _programme: unknown, asking: Asking) => {
      if (refusal !== null) throw refusal
      handedIn = [...handedIn, asking]
      return { post: {} as never, receipt: "7K2M-9QXT" }
    },
  })
  return { ...base, ask } as AllActions
}

async function press(room: Element, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find((each) => each.textContent === words)
  if (found === undefined) throw new Error(`no button ${words} in ${room.textContent}`)
  await after(() => found.click())
}

function field(room: Element, label: string): HTMLInputElement | HTMLTextAreaElement {
  const found = [...room.querySelectorAll("label")].find((each) => each.textContent?.startsWith(label))
  return one(room, `#${CSS.escape(found?.htmlFor ?? "")}`)
}

beforeAll(inEnglish)
beforeEach(() => {
  handedIn = []
  refusal = null
  actWith(acting())
})

async function page(staff = false): Promise<Element> {
  const room = draw(<AskRoom staff={staff} />)
  await after(() => undefined)
  await after(() => undefined)
  return room
}

test("two answers are enough, and afterwards nothing of them is on the page", async () => {
  const room = await page()
  await after(() => one<HTMLInputElement>(room, "input[value=victim]").click())
  await write(field(room, "What is a safe way"), "613-555-0100")
  await press(room, "Lock and send")
  expect(handedIn).toMatchObject([{ who: "victim", reach: "613-555-0100", federal: null, institution: "" }])
  expect(room.textContent).toContain("7K2M-9QXT")
  expect(room.innerHTML).not.toContain("613-555-0100")
})

test("what is missing is said beside it, and nothing is sent", async () => {
  const room = await page()
  await press(room, "Lock and send")
  expect(room.textContent).toContain("Choose who is asking.")
  expect(room.textContent).toContain("Without it we cannot answer.")
  expect(handedIn).toEqual([])
})

test("a refusal keeps every word, and speaks of no mediator", async () => {
  refusal = new RelayError("too-many-tries", "invented")
  const room = await page()
  await after(() => one<HTMLInputElement>(room, "input[value=family]").click())
  await write(field(room, "What is a safe way"), "call my sister")
  await press(room, "Lock and send")
  expect(room.textContent).toContain("We cannot take more requests at the moment.")
  expect(field(room, "What is a safe way").value).toBe("call my sister")
  expect(one(room, "[role=alert]").textContent).not.toMatch(/mediator/iu)
})

test("staff get a receipt, and then no status and no list", async () => {
  const room = await page(true)
  await write(field(room, "Who asks?"), "B. B., unit 4")
  await write(field(room, "Institution"), "Mill Haven")
  await after(() => one<HTMLInputElement>(room, "input[value=yes]").click())
  await write(field(room, "How can the programme reach you?"), "ext. 12")
  await press(room, "Lock and send")
  expect(handedIn).toMatchObject([{ who: "staff", federal: true, institution: "Mill Haven" }])
  expect(room.textContent).toContain("Nothing more is shown here about it.")
  expect([...room.querySelectorAll("button")].map(({ textContent }) => textContent)).toEqual([
    "Back to the first page",
  ])
})

test("no word is taken while it is not known who could read it", async () => {
  const of = { role: "participant", side: "harmed", trouble: "root-wrong" } as const
  actWith(inventedActions(of, "en"))
  const room = await page()
  expect(room.textContent).toContain("could not make sure who would be able to read")
  expect(room.querySelectorAll("input, textarea, form")).toHaveLength(0)
})
