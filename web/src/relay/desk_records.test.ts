// SPDX-License-Identifier: EUPL-1.2
/** What is written while reviewing is sealed for the right people, and says in the clear what it must and no more. */
import { beforeEach, expect, test } from "vitest"
import { bodyOf } from "../../tests/kept.ts"
import { CASE, type Office, openOffice } from "../../tests/office.ts"
import { leaveNote, namesOf, registerDisclosure } from "./desk_records.ts"
import { addReading, forgetReadings, readingLog } from "./exposure.ts"
import { recordsOf, writeRecord } from "./records.ts"
import type { Session } from "./session.ts"

let office: Office
let one: Session
let two: Session

beforeEach(async () => {
  office = await openOffice()
  await office.renew({ mediators: ["mediator one", "mediator two"] })
  const ports = office.ports()
  const cases = async () => ({
    cases: [{ case: CASE, version: 1, paused: null, paused_by_me: false, shut: [], last_number: 0 }],
  })
  one = await office.enter("mediator one", { ports: { ...ports, client: { ...ports.client, cases } } })
  two = await office.enter("mediator two")
})

const LETTER = "A".repeat(22)
const READING = { day: "2026-11-22", message: LETTER, minutes: 5, heavy: false, words: "" }
const names = (list: readonly string[], gone = false) =>
  ({ type: "names", clear: { gone }, words: { names: list } }) as const

test("the log grows, newest first, and is emptied on one's own word", async () => {
  await addReading(one, CASE, READING)
  await addReading(one, CASE, { ...READING, minutes: 1, heavy: true, words: "Le couloir." })
  expect((await readingLog(one)).map(({ minutes, heavy }) => [minutes, heavy])).toEqual([
    [1, true],
    [5, false],
  ])
  await forgetReadings(one)
  expect(await readingLog(one)).toEqual([])
})

test("nothing of the log stands in the clear, and no colleague has a key to it", async () => {
  await addReading(one, CASE, { ...READING, heavy: true, words: "zymurgie" })
  const [view, ...more] = (await one.ports.client.records(CASE, { type: "exposure" })).records
  expect(more).toEqual([])
  const said = bodyOf(view!.statement)
  expect(said["clear"]).toEqual({})
  expect(JSON.stringify(view)).not.toContain("zymurgie")
  const wraps = said["wraps"] as readonly { readonly recipient: string }[]
  expect(wraps.map(({ recipient }) => recipient)).toEqual([one.keyring.keyId])
})

test("p5: a colleague's log, or one that does not verify, is not taken for one's own", async () => {
  await addReading(two, CASE, READING)
  const { records } = await two.ports.client.records(CASE, { type: "exposure" })
  const shown = async (change: object) => {
    const client = {
      ...one.ports.client,
      records: async () => ({ records: records.map((view) => ({ ...view, ...change })), next: null }),
    }
    return readingLog({ ...one, ports: { ...one.ports, client } })
  }
  await expect(shown({ wrap: null, purpose: null })).rejects.toMatchObject({ code: "wrong-context" })
  await expect(shown({ version: 7 })).rejects.toMatchObject({ code: expect.any(String) })
})

test("a case without a list of names has none; with one, every mediator reads it", async () => {
  expect(await namesOf(one, CASE)).toEqual([])
  await writeRecord<"names">(one, CASE, names(["Élise Roy"]), null)
  const [list] = (await recordsOf(two, CASE, "names")).records
  expect(await namesOf(two, CASE)).toEqual(["Élise Roy"])
  await writeRecord<"names">(two, CASE, names([], true), list!)
  expect(await namesOf(one, CASE)).toEqual([])
})

test("a note is for the colleagues, and says which letter it is about", async () => {
  await leaveNote(one, CASE, { words: "Appeler d’abord.", message: LETTER })
  const [note] = (await recordsOf(two, CASE, "note")).records
  expect(note?.words).toEqual({ message: LETTER, words: "Appeler d’abord.", risks: [] })
})

test("a note with hidden characters is refused before anything leaves", async () => {
  const hidden = leaveNote(one, CASE, { words: "a\u200bb", message: LETTER })
  await expect(hidden).rejects.toMatchObject({ code: "hidden-text" })
  expect((await recordsOf(two, CASE, "note")).records).toEqual([])
})

test("the register keeps letter, rule and day in the clear, and every word sealed", async () => {
  const told = { message: LETTER, rule: "threat", ruleWords: "Article 264.1", to: "zymurgie" } as const
  await registerDisclosure(one, CASE, { ...told, page: "éclatante" })
  const [view] = (await two.ports.client.records(CASE, { type: "escalation" })).records
  const said = bodyOf(view!.statement)
  expect(said["clear"]).toEqual({ message: LETTER, rule: "threat" })
  for (const word of ["zymurgie", "clatante", "264.1"])
    expect(JSON.stringify([said, view])).not.toContain(word)
  const [read] = (await recordsOf(two, CASE, "escalation")).records
  expect(read?.words).toEqual({ to: "zymurgie", rule: "Article 264.1", page: "éclatante" })
})
