// SPDX-License-Identifier: EUPL-1.2
/** A case's board and a mediator's day, from verified records alone. */
import { beforeEach, describe, expect, test } from "vitest"
import { openGates, setGate, standing, UNTIL } from "../../tests/gates.ts"
import { CASE, type Office, openOffice } from "../../tests/office.ts"
import { isTopicOpen, ofType, openBoard } from "./casework.ts"
import { TOPICS } from "./record_words.ts"
import { type RecordDraft, writeRecord } from "./records.ts"
import type { Session } from "./session.ts"
import { absences, duePage, waiting } from "./today.ts"

let office: Office
let camille: Session
let jonas: Session
let mediator: Session

beforeEach(async () => {
  office = await openOffice()
  ;[camille, jonas, mediator] = await Promise.all([
    office.enter("camille"),
    office.enter("jonas"),
    office.enter("mediator one"),
  ])
})

async function write(session: Session, draft: RecordDraft): Promise<string> {
  const written = await writeRecord(session, CASE, draft, null)
  if (written.kind !== "written") throw new TypeError("somebody was first")
  return written.record
}

async function boardPerson(person: Session) {
  const { people } = await openBoard(mediator, CASE)
  const found = people.find((one) => one.person === person.person)
  if (found === undefined) throw new TypeError("not on the board")
  return found
}

describe("the board", () => {
  test("says of a new case why each gate is shut, for each person", async () => {
    const codes = (await boardPerson(camille)).shut.map(({ code, channel }) => [code, channel])
    expect(codes).toEqual([
      ["consent-missing", "letter"],
      ["consent-missing", "relayed"],
      ["consent-missing", "video"],
      ["no-contact", null],
      ["assessment-due", null],
    ])
  })

  test("has nothing to say once everything is open", async () => {
    await openGates([camille, jonas], mediator)
    const person = await boardPerson(camille)
    expect(person).toMatchObject({ side: "harmed", enrolled: true, shut: [] })
    expect(person.consents).toContainEqual({ channel: "letter", said: "yes", day: "2026-11-22" })
    expect(person.gates.assessment?.clear).toMatchObject({ shut: false, until: UNTIL })
    expect(person.gates.overlap).toBeNull()
  })

  test("shows what the server alone calls shut", async () => {
    await openGates([camille, jonas], mediator)
    const only = { code: "pace", participant: jonas.person, channel: null } as const
    office.kept.shut = [only]
    expect((await openBoard(mediator, CASE)).onlyServer).toEqual([only])
  })

  test("judges nothing from a record that does not verify, and says so", async () => {
    await openGates([camille, jonas], mediator)
    const [record, kept] = [...office.kept.records][0] ?? []
    if (record === undefined || kept === undefined) throw new TypeError("nothing was kept")
    const spoiled = kept.map((one) => ({
      ...one,
      view: { ...one.view, statement: { ...one.view.statement, sig: "A".repeat(86) } },
    }))
    office.kept.records.set(record, spoiled)
    const board = await openBoard(mediator, CASE)
    expect(board.doubt).toBe("signature-wrong")
    expect(board.refused).toMatchObject([{ code: "signature-wrong" }])
  })

  test("keeps each person's needs in their own column", async () => {
    const need = (words: string, topics: (typeof TOPICS)[number][]) =>
      ({ type: "need", clear: { gone: false }, words: { words, topics } }) as const
    await write(camille, need("Des réponses.", ["answers"]))
    await write(jonas, need("Demander pardon.", ["apology", "forgiveness"]))
    const [hers, his] = [await boardPerson(camille), await boardPerson(jonas)]
    expect(hers.needs.map(({ words }) => words?.words)).toEqual(["Des réponses."])
    expect(hers.topics).toEqual(["answers"])
    expect(his.topics).toEqual(["apology", "forgiveness"])
  })

  test("shows no need that was taken back", async () => {
    const words = { words: "Une rencontre.", topics: ["meeting"] as const }
    const record = await write(camille, { type: "need", clear: { gone: false }, words })
    const gone = { type: "need", clear: { gone: true }, words: { words: "", topics: [] } } as const
    await writeRecord(camille, CASE, gone, await standing(camille, record))
    expect(await boardPerson(camille)).toMatchObject({ needs: [], topics: [] })
  })
})

describe("a topic", () => {
  const need = (by: string, topics: readonly (typeof TOPICS)[number][], gone = false) => ({
    by,
    clear: { gone },
    words: { words: "", topics },
  })

  test("stays locked for everybody while nobody named it", () => {
    for (const topic of TOPICS) expect(isTopicOpen([], "ada", topic)).toBe(false)
  })

  test("is unlocked for the person who named it, and for nobody else", () => {
    const needs = [need("ben", ["forgiveness"])]
    expect(isTopicOpen(needs, "ben", "forgiveness")).toBe(true)
    expect(isTopicOpen(needs, "ada", "forgiveness")).toBe(false)
    expect(isTopicOpen(needs, "ben", "apology")).toBe(false)
  })

  test("is locked again when the need is taken back, and never open through words that do not open", () => {
    expect(isTopicOpen([need("ada", ["meeting"], true)], "ada", "meeting")).toBe(false)
    expect(isTopicOpen([{ by: "ada", clear: { gone: false }, words: null }], "ada", "meeting")).toBe(false)
  })
})

describe("a mediator’s day", () => {
  const task = (due: string, words: string): RecordDraft<"task"> => ({
    type: "task",
    clear: { task: "promise", participant: camille.person, due, done: false },
    words: { words },
  })

  test("lists what is due by day, promises and assessments alike, and nothing that is done", async () => {
    await write(mediator, task("2026-12-05", "Rappeler."))
    const done = await write(mediator, task("2026-11-23", "Envoyer la brochure."))
    await setGate(mediator, {
      gate: "assessment",
      participant: jonas.person,
      shut: false,
      until: "2026-12-01",
    })
    const finished = task("2026-11-23", "Envoyer la brochure.")
    const clear = { ...finished.clear, done: true }
    await writeRecord(mediator, CASE, { ...finished, clear }, await standing(mediator, done))
    const { due, refused, next } = await duePage(mediator)
    expect(due.map(({ day, record }) => [day, record.type])).toEqual([
      ["2026-12-01", "gate"],
      ["2026-12-05", "task"],
    ])
    expect(refused).toEqual([])
    expect(next).toBeNull()
  })

  test("shows who is away, and no absence that is over", async () => {
    const away = (from: string, until: string): RecordDraft<"away"> => ({
      type: "away",
      clear: { from, until },
      words: { words: "Appeler la coordination." },
    })
    await write(mediator, away("2026-11-20", "2026-11-30"))
    expect((await absences(mediator, [CASE])).map(({ words }) => words?.words)).toEqual([
      "Appeler la coordination.",
    ])
    await office.clock.move(9 * 86_400)
    mediator = await office.enter("mediator one")
    expect(await absences(mediator, [CASE])).toEqual([])
  })

  test("says what waits", async () => {
    expect(await waiting(mediator, () => true, 10)).toEqual([])
  })

  test("of another mediator’s exposure nothing is on any board", async () => {
    await office.renew({ mediators: ["mediator one", "mediator two"] })
    const two = await office.enter("mediator two")
    await write(mediator, { type: "exposure", clear: {}, words: { entries: [] } })
    expect(ofType(await openBoard(two, CASE), "exposure")).toEqual([])
  })
})
