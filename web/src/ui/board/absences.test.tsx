// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test } from "vitest"
import { today } from "../../relay/clock.ts"
import { deskActions } from "../desk/actions.ts"
import { asMediator, atRest, field, press } from "../desk/testing.tsx"
import { absence } from "../examples/board-records.ts"
import { CASE, MED } from "../examples/records.ts"
import { signedIn } from "../session.ts"
import { draw, inEnglish } from "../testing.tsx"
import { dayAfter } from "./assessment-form.tsx"
import { BoardPage } from "./board.tsx"

beforeAll(inEnglish)
beforeEach(() => asMediator())

type Days = { readonly from: string; readonly until: string }

/** The board with one's own absence; what is written goes into `kept`. */
async function withAbsence(clear: Days, kept: unknown[]) {
  const casework = await deskActions().casework()
  const board = await casework.openBoard(signedIn(), CASE)
  const records = [
    ...board.records.filter(({ type }) => type !== "away"),
    { ...absence("en"), by: MED, clear },
  ]
  await asMediator(
    {},
    {
      casework: async () => ({
        ...casework,
        openBoard: async () => ({ ...board, records }),
        writeRecord: async (_session, _case, draft) => {
          kept.push(draft.clear)
          return { kind: "written", record: "away", version: 2 }
        },
      }),
    },
  )
  const room = draw(<BoardPage caseId={CASE} />)
  await atRest()
  return room
}

test("being away ends with one press before its last day, and nothing of it is left from today on", async () => {
  const day = today(signedIn().ports.clock)
  const kept: unknown[] = []
  const room = await withAbsence({ from: dayAfter(day, 3), until: dayAfter(day, 9) }, kept)
  await press(room, "I am not away any more")
  expect(kept).toEqual([{ from: dayAfter(day, -1), until: dayAfter(day, -1) }])
})

test("an absence that is over is no start for the next one", async () => {
  const day = today(signedIn().ports.clock)
  const kept: unknown[] = []
  const room = await withAbsence({ from: dayAfter(day, -9), until: dayAfter(day, -2) }, kept)
  expect(room.textContent).not.toContain("I am not away any more")
  await press(room, "I will be away")
  expect(field(room, "From").value).toBe(day)
  expect(field(room, "To").value).toBe(day)
})
