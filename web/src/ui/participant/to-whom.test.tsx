// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
/** For whom it is: asked where there is more than one, never chosen beforehand, and nothing written is lost over it. */
import { beforeAll, beforeEach, expect, test } from "vitest"
import type { DraftContent } from "../../relay/drafts.ts"
import { actWith } from "../acting.ts"
import { type Invented, inventedActions, inventedSession } from "../examples/invented.ts"
import { ADA, BEN, CASE, draftOf } from "../examples/records.ts"
import { begin, settle, signedIn } from "../session.ts"
import { after, draw, inEnglish } from "../testing.tsx"
import { Film } from "./film/film.tsx"
import { Write } from "./write.tsx"

const OF: Invented = { role: "participant", side: "responsible" }
let kept: DraftContent[]

async function as(several: boolean): Promise<void> {
  const of = { ...OF, several }
  kept = []
  const invented = inventedActions(of, "en")
  const drafts = await invented.drafts()
  const newDraft = (_session: unknown, content: DraftContent) => ({
    ...draftOf(content),
    change: (next: DraftContent) => kept.push(next),
  })
  actWith({ ...invented, drafts: async () => ({ ...drafts, newDraft }) })
  begin(inventedSession(of))
  await settle(signedIn())
}

async function drawn(page: Parameters<typeof draw>[0]): Promise<Element> {
  const room = draw(page)
  for (let turn = 0; turn < 4; turn++) await after(() => undefined)
  return room
}

async function press(room: Element, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find((one) => one.textContent === words)
  if (found === undefined) throw new Error(`no button ${words} in ${room.textContent}`)
  await after(() => found.click())
}

const letter = () => drawn(<Write draft={null} supersedes={null} />)
const answers = (room: Element) => [...room.querySelectorAll<HTMLInputElement>("input[type=radio]")]

beforeAll(inEnglish)
beforeEach(() => as(true))

test("with one person it could be for, nothing is asked", async () => {
  await as(false)
  for (const room of [await letter(), await drawn(<Film supersedes={null} />)]) {
    expect(answers(room)).toHaveLength(0)
    expect(room.textContent).not.toContain("For whom is it?")
  }
})

test("with several, nobody is chosen beforehand, and nothing goes on without an answer", async () => {
  const room = await letter()
  expect(answers(room).some(({ checked }) => checked)).toBe(false)
  const text = room.querySelector("textarea")
  if (text === null) throw new Error("no sheet")
  await after(() => {
    text.value = "Dear Camille"
    text.dispatchEvent(new Event("input", { bubbles: true }))
  })
  await press(room, "Check my letter")
  expect(room.querySelector("[role=alert]")?.textContent).toContain(
    "Say for whom it is. What you wrote is kept.",
  )
  await after(() => answers(room)[1]?.click())
  expect(kept.at(-1)).toMatchObject({ case: CASE, addressee: ADA, text: "Dear Camille" })
  await after(() => answers(room)[0]?.click())
  expect(kept.at(-1)).toMatchObject({ case: CASE, addressee: BEN, text: "Dear Camille" })
  await press(room, "Check my letter")
  expect(room.textContent).toContain("Before you give it")
})

test("what takes the place of something is for whom that was", async () => {
  const room = await drawn(<Write draft={null} supersedes="returned" />)
  expect(answers(room)).toHaveLength(0)
})

test("a film can be recorded once it is known for whom", async () => {
  const room = await drawn(<Film supersedes={null} />)
  expect(room.textContent).not.toContain("Record a video")
  await after(() => answers(room)[2]?.click())
  for (let turn = 0; turn < 3; turn++) await after(() => undefined)
  expect(room.textContent).toContain("Record a video")
})
