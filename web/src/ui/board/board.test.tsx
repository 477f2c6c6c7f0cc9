// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { PARTICIPANT } from "../../locales/participant.ts"
import { dayOf, today } from "../../relay/clock.ts"
import type { RecordDraft, Written } from "../../relay/records.ts"
import { deskActions } from "../desk/actions.ts"
import { asMediator, atRest, choose, field, press } from "../desk/testing.tsx"
import { item } from "../examples/desk-records.ts"
import { CASE } from "../examples/records.ts"
import { haveWords } from "../language.ts"
import { place } from "../place.ts"
import { signedIn } from "../session.ts"
import { after, draw, inEnglish, one, write } from "../testing.tsx"
import { dayAfter } from "./assessment-form.tsx"
import { BoardPage } from "./board.tsx"
import { PaperPage } from "./paper.tsx"
import { Today } from "./today.tsx"

const AHEAD_90 = dayOf(Date.now() / 1000 + 90 * 86_400)

async function board(): Promise<HTMLElement> {
  const room = draw(<BoardPage caseId={CASE} />)
  await atRest()
  return room
}

/** Press the button whose name for a screen reader holds this. */
async function pressNamed(room: Element, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find(({ textContent }) => textContent?.includes(words))
  await after(() => found?.click())
  await atRest()
}

/** What was handed in, with the usual answer. */
async function listening(): Promise<RecordDraft[]> {
  const drafts: RecordDraft[] = []
  const casework = await deskActions().casework()
  const writeRecord = vi.fn(
    async (_session: unknown, _case: string, draft: RecordDraft): Promise<Written> => {
      drafts.push(draft)
      return { kind: "written", record: CASE, version: 2 }
    },
  )
  await asMediator({}, { casework: async () => ({ ...casework, writeRecord }) as typeof casework })
  return drafts
}

beforeAll(inEnglish)
beforeEach(() => asMediator())

describe("the board", () => {
  test("has each side in its own column, in its own words", async () => {
    const [harmed, responsible] = [...(await board()).querySelectorAll(".board-column")]
    expect(harmed?.textContent).toContain("whether he saw the light was on")
    expect(harmed?.textContent).not.toContain("say that I am sorry")
    expect(responsible?.textContent).toContain("say that I am sorry")
  })

  test("says of a topic that nobody named that it is not to be raised", async () => {
    const [harmed, responsible] = [...(await board()).querySelectorAll(".board-column")]
    const closed = (column: Element | undefined) =>
      [...(column?.querySelectorAll("p") ?? [])].find(({ textContent }) =>
        textContent?.startsWith("Not named"),
      )?.textContent
    expect(closed(harmed)).toContain("forgiveness")
    expect(closed(harmed)).toContain("an apology")
    expect(closed(responsible)).not.toContain("an apology")
  })

  test("says why each gate is shut, and how it opens", async () => {
    const shut = one(await board(), ".board-shut")
    expect(shut.textContent).toContain("No consent for: video messages")
    expect(shut.textContent).toContain("Only the person can give it")
    expect(shut.textContent).toContain("No current assessment")
  })

  test("judges nothing from what does not verify, and says so", async () => {
    await asMediator({ doubt: true })
    const room = await board()
    expect(one(room, "[role=alert]").textContent).toContain("signature-wrong")
    expect(room.querySelector(".board-shut")).toBeNull()
  })

  test("says that words which were sealed before one came do not open", async () => {
    expect((await board()).textContent).toContain("sealed before you came to the case")
  })
})

describe("a form of the board", () => {
  test("keeps its words when somebody was first, shows theirs, and writes on top", async () => {
    await asMediator({ trouble: "stale-version" })
    const room = await board()
    await press(room, "Write a note")
    await write(field(room, "Your note"), "He asked for her address.")
    await press(room, "Sign and keep")
    expect(room.textContent).toContain("Someone was first. Your words are still here.")
    expect(field(room, "Your note").value).toBe("He asked for her address.")
    expect(room.textContent).toContain("Keep mine on top")
  })

  test("keeps its words when the relay is not reached", async () => {
    await asMediator({ trouble: "offline" })
    const room = await board()
    await press(room, "Write a step down")
    await write(field(room, "What was agreed"), "He writes once more.")
    await press(room, "Sign and keep")
    expect(room.textContent).toContain("Nothing was kept on the relay")
    expect(field(room, "What was agreed").value).toBe("He writes once more.")
  })

  test("asks for words before it signs", async () => {
    const drafts = await listening()
    const room = await board()
    await press(room, "Write a note")
    await press(room, "Sign and keep")
    expect(room.textContent).toContain("Write a few words.")
    expect(drafts).toEqual([])
  })

  test("an assessment is due again in 90 days unless another day is chosen", async () => {
    await asMediator({ empty: true })
    const casework = await deskActions().casework()
    const drafts: RecordDraft[] = []
    const writeRecord = async (_session: unknown, _case: string, draft: RecordDraft): Promise<Written> => {
      drafts.push(draft)
      return { kind: "written", record: CASE, version: 1 }
    }
    await asMediator(
      { empty: true },
      { casework: async () => ({ ...casework, writeRecord }) as typeof casework },
    )
    const room = await board()
    await pressNamed(room, "Write down: Assessment")
    expect(field(room, "Assess again on").value).toBe(AHEAD_90)
    await press(room, "Sign and keep")
    expect(drafts).toEqual([])
    await write(field(room, "Safety"), "She is safe.")
    await press(room, "Sign and keep")
    expect(drafts).toMatchObject([
      {
        type: "gate",
        clear: { gate: "assessment", shut: false, until: AHEAD_90 },
        words: { safety: "She is safe." },
      },
    ])
  })

  test("a promise is for somebody, by a day", async () => {
    const drafts = await listening()
    const room = await board()
    await press(room, "Write one down")
    await choose(room, "For whom?", "Aq7dHs")
    await write(field(room, "In a few words"), "Call before the letter.")
    await press(room, "Sign and keep")
    expect(drafts).toMatchObject([
      { type: "task", clear: { task: "promise", done: false }, words: { words: "Call before the letter." } },
    ])
  })

  test("a task is done with one press, its words kept", async () => {
    const drafts = await listening()
    const room = await board()
    await pressNamed(room, "Done: Tell her")
    expect(drafts).toMatchObject([
      { clear: { done: true }, words: { words: "Tell her before the letter is offered, not after." } },
    ])
  })

  test("paper is opened for printing only after the record was kept", async () => {
    const drafts = await listening()
    const room = await board()
    await pressNamed(room, "Print and bring the letter")
    await press(room, "Keep the record, then open it to print")
    expect(drafts).toEqual([])
    await write(field(room, "Who brings it, when, and what was agreed"), "On Tuesday, by hand.")
    await press(room, "Keep the record, then open it to print")
    expect(drafts).toMatchObject([{ type: "paper", clear: { message: "ready" } }])
    expect(place.value).toEqual({ at: "paper", case: CASE, message: "ready" })
  })
})

test("the letter and how it came to be go on paper: no name, no case", async () => {
  await haveWords("en", PARTICIPANT)
  const room = draw(<PaperPage caseId={CASE} message="ready" />)
  await atRest()
  const printed = [...room.querySelectorAll("main .stack > *")].filter(
    (part) => !part.classList.contains("no-print") && part.closest(".no-print") === null,
  )
  const text = printed.map(({ textContent }) => textContent).join(" ")
  expect(text).toContain("kitchen")
  expect(text).toContain("told to the mediator, who wrote them down")
  expect(text).not.toContain(CASE.slice(0, 6))
})

describe("today", () => {
  test("is where a mediator begins", () => {
    expect(place.value).toEqual({ at: "today" })
  })

  test("names what is due by day, to whom, and what waits, and counts nothing", async () => {
    const room = draw(<Today />)
    await atRest()
    const due = one(room, ".due")
    expect(due.textContent).toContain("Tell her before the letter is offered")
    expect(due.textContent).toContain("Person harmed Aq7dHs")
    expect(due.textContent).toContain("Assessment of safety, privacy and wellbeing")
    expect(room.textContent).toContain("Mr8sKw is away")
    expect(room.textContent).not.toMatch(/\b\d+ (letters|tasks|items|cases|late|overdue)\b/u)
  })

  test("says of what waits whether it is a letter or a film", async () => {
    const room = draw(<Today />)
    await atRest()
    const lines = [...room.querySelectorAll("[aria-labelledby=waits] li p")].map((one) => one.textContent)
    expect(lines).toContain("Letter")
    expect(lines).toContain("Video or voice message")
  })

  test("leaves out what is on hold until its day has come, and names it then", async () => {
    const day = today(signedIn().ports.clock)
    for (const [until, listed] of [
      [dayAfter(day, 1), 0],
      [day, 1],
      [null, 1],
    ] as const) {
      const held = item("held", { state: "held", holdUntil: until })
      const invented = await deskActions().today()
      await asMediator(
        {},
        { today: async () => ({ ...invented, waiting: async (_, fits) => [held].filter(fits) }) },
      )
      const room = draw(<Today key={String(until)} />)
      await atRest()
      expect(room.querySelectorAll("[aria-labelledby=waits] li")).toHaveLength(listed)
    }
  })

  test("says so when nothing is due and nothing waits", async () => {
    await asMediator({ empty: true })
    const room = draw(<Today />)
    await atRest()
    expect(room.textContent).toContain("Nothing is due in the next two weeks.")
    expect(room.textContent).toContain("Nothing is with you now.")
  })
})
