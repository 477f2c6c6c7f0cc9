// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test, vi } from "vitest"
import type { RecordDraft, Written } from "../../relay/records.ts"
import { deskActions } from "../desk/actions.ts"
import { asMediator, atRest, press } from "../desk/testing.tsx"
import { CASE } from "../examples/records.ts"
import { draw, inEnglish, one, write } from "../testing.tsx"
import { BoardPage } from "./board.tsx"

const SECTION = "[aria-labelledby=closing]"

async function section(): Promise<HTMLElement> {
  const room = draw(<BoardPage caseId={CASE} />)
  await atRest()
  return one<HTMLElement>(room, SECTION)
}

async function listening(look: Parameters<typeof asMediator>[0]): Promise<RecordDraft[]> {
  const drafts: RecordDraft[] = []
  await asMediator(look)
  const casework = await deskActions().casework()
  const writeRecord = vi.fn(
    async (_session: unknown, _case: string, draft: RecordDraft): Promise<Written> => {
      drafts.push(draft)
      return { kind: "written", record: CASE, version: 2 }
    },
  )
  await asMediator(look, { casework: async () => ({ ...casework, writeRecord }) as typeof casework })
  return drafts
}

beforeAll(inEnglish)
beforeEach(() => asMediator())

test("says what is still open, under which class records are kept, and that asking closes nothing", async () => {
  const { textContent } = await section()
  expect(textContent).toContain("asked on")
  expect(textContent).toContain("She said what she came to say")
  expect(textContent).toContain("Debrief with the person responsible")
  // Once, as a line of what was written: hers is not open.
  expect(textContent?.split("Debrief with the person harmed")).toHaveLength(2)
  expect(textContent).toContain("Call: ")
  expect(textContent).toContain("“ten-years”")
  expect(textContent).toContain("Asking closes nothing")
})

test("whoever asked can keep the case open again, and the words are taken off", async () => {
  const drafts = await listening({})
  await press(await section(), "Keep the case open")
  await atRest()
  expect(drafts).toEqual([
    { type: "closing", clear: { open: false }, words: { debriefs: [], follow_ups: "", reason: "" } },
  ])
})

test("a reason is needed; a debrief that was not had yet is not", async () => {
  const drafts = await listening({ empty: true })
  const room = await section()
  await press(room, "Ask to close the case")
  await press(room, "Sign and keep")
  expect(drafts).toEqual([])
  const fields = [...room.querySelectorAll("textarea")]
  await write(fields.at(-1) as HTMLTextAreaElement, "Both have said what they wanted to say.")
  await press(room, "Sign and keep")
  await atRest()
  const [draft] = drafts
  expect(draft?.clear).toEqual({ open: true })
  expect(draft?.words).toMatchObject({ reason: "Both have said what they wanted to say.", follow_ups: "" })
})
