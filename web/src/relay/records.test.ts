// SPDX-License-Identifier: EUPL-1.2
/** Records of casework: for exactly their readers, in one history, and nothing lost to who was first. */
import { beforeEach, describe, expect, test } from "vitest"
import { ORDER_WORDS, setGate, standing, UNTIL } from "../../tests/gates.ts"
import type { RecordKept } from "../../tests/kept.ts"
import { CASE, character, type Office, openOffice } from "../../tests/office.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { toEnvelope } from "../crypto/signing.ts"
import { signStatement } from "../protocol/heard.ts"
import { RECORD } from "../protocol/record.ts"
import { historyOf, type RecordDraft, recordsOf, writeRecord } from "./records.ts"
import type { Session } from "./session.ts"

const NOTE: RecordDraft<"note"> = {
  type: "note",
  clear: { gone: false },
  words: { words: "Une soirée difficile.", message: null, risks: ["threat"] },
}

let office: Office
let camille: Session
let one: Session
let two: Session

beforeEach(async () => {
  office = await openOffice()
  await office.renew({ mediators: ["mediator one", "mediator two"] })
  ;[camille, one, two] = await Promise.all([
    office.enter("camille"),
    office.enter("mediator one"),
    office.enter("mediator two"),
  ])
})

async function write(session: Session, draft: RecordDraft): Promise<string> {
  const written = await writeRecord(session, CASE, draft, null)
  if (written.kind !== "written") throw new TypeError("somebody was first")
  return written.record
}

function versions(record: string): readonly RecordKept[] {
  return office.kept.records.get(record) ?? []
}

/** Change what the server keeps of a record's versions. */
function tamper(record: string, change: (kept: readonly RecordKept[]) => readonly RecordKept[]): void {
  office.kept.records.set(record, change(versions(record)))
}

describe("a record", () => {
  test("is read by the case's other mediator, with who wrote it", async () => {
    const record = await write(one, NOTE)
    const { records, refused } = await recordsOf(two, CASE, "note")
    expect(refused).toEqual([])
    expect(records).toMatchObject([
      { record, type: "note", by: one.person, version: 1, words: NOTE.words, trouble: null },
    ])
  })

  test("is sealed for the case's mediators and for nobody else", async () => {
    const [kept] = versions(await write(one, NOTE))
    const readers = kept?.wraps.map(({ recipient }) => recipient)
    expect(readers).toEqual([one.keyring.keyId, two.keyring.keyId].sort())
  })

  test("of a need is sealed for its author too, and nobody else's need is shown to them", async () => {
    const jonas = await office.enter("jonas")
    const need = (words: string) =>
      ({ type: "need", clear: { gone: false }, words: { words, topics: ["answers"] } }) as const
    const record = await write(camille, need("Comprendre pourquoi."))
    await write(jonas, need("M’expliquer."))
    const [kept] = versions(record)
    expect(kept?.wraps.map(({ recipient }) => recipient)).toContain(camille.keyring.keyId)
    const own = await recordsOf(camille, CASE, "need")
    expect(own.records.map(({ words }) => words)).toEqual([
      { words: "Comprendre pourquoi.", topics: ["answers"] },
    ])
    const mine = (await recordsOf(one, CASE, "need")).records
    expect(mine.map(({ by }) => by).sort()).toEqual([camille.person, jonas.person].sort())
  })

  test("p18: of what a reviewer was exposed to is sealed for that reviewer alone", async () => {
    const entry = { day: "2026-11-22", message: null, minutes: 20, heavy: true, words: "" }
    const record = await write(one, { type: "exposure", clear: {}, words: { entries: [entry] } })
    expect(versions(record)[0]?.wraps.map(({ recipient }) => recipient)).toEqual([one.keyring.keyId])
    expect((await recordsOf(two, CASE, "exposure")).records).toEqual([])
    expect((await recordsOf(one, CASE, "exposure")).records[0]?.words).toEqual({ entries: [entry] })
  })

  test("keeps its versions, each naming the one before it", async () => {
    const record = await write(one, NOTE)
    const changed = { ...NOTE, words: { ...NOTE.words, words: "Plus calme." } }
    await writeRecord(two, CASE, changed, await standing(two, record))
    const history = await historyOf(one, CASE, record)
    expect(history.map(({ version, by }) => [version, by])).toEqual([
      [1, one.person],
      [2, two.person],
    ])
  })

  test("with hidden characters is not written", async () => {
    const hidden = { ...NOTE, words: { ...NOTE.words, words: "Bon\u200bjour" } }
    await expect(writeRecord(one, CASE, hidden, null)).rejects.toMatchObject({ code: "hidden-text" })
    expect(office.kept.records.size).toBe(0)
  })

  test("is repaired where that is harmless", async () => {
    await write(one, { ...NOTE, words: { ...NOTE.words, words: "  Deux   espaces \r\n" } })
    expect((await recordsOf(two, CASE, "note")).records[0]?.words?.words).toBe("Deux espaces")
  })
})

describe("two mediators at once", () => {
  test("who comes second gets the first one's words, and writes on top of them", async () => {
    const record = await write(one, NOTE)
    const before = await standing(two, record)
    const first = { ...NOTE, words: { ...NOTE.words, words: "De moi d’abord." } }
    await writeRecord(one, CASE, first, before)
    const second = { ...NOTE, words: { ...NOTE.words, words: "Et de moi." } }
    const lost = await writeRecord(two, CASE, second, before)
    if (lost.kind !== "meanwhile") throw new TypeError("nobody was first")
    expect(lost.now).toMatchObject({ version: 2, by: one.person, words: first.words })
    expect(await writeRecord(two, CASE, second, lost.now)).toMatchObject({ kind: "written", version: 3 })
  })

  test("two first versions of one gate are one history", async () => {
    const clear = { gate: "overlap", participant: camille.person, shut: true, until: null } as const
    const draft = { type: "gate", clear, words: ORDER_WORDS } as const
    await writeRecord(one, CASE, draft, null)
    const other = { ...draft, words: { ...ORDER_WORDS, reason: "Un appel est en cours." } }
    expect(await writeRecord(two, CASE, other, null)).toMatchObject({
      kind: "meanwhile",
      now: { version: 1, by: one.person },
    })
  })

  test("an answer that got lost is no conflict", async () => {
    const record = await write(one, NOTE)
    const before = await standing(one, record)
    const draft = { ...NOTE, words: { ...NOTE.words, words: "Une fois." } }
    await writeRecord(one, CASE, draft, before)
    expect(await writeRecord(one, CASE, draft, before)).toMatchObject({ kind: "written", version: 2 })
    expect(versions(record)).toHaveLength(2)
  })
})

describe("a hostile server", () => {
  const gate = (shut: boolean) =>
    ({ gate: "assessment", participant: camille.person, shut, until: UNTIL }) as const

  async function openThenShut(): Promise<string> {
    await setGate(one, gate(false))
    const written = await setGate(one, gate(true))
    if (written.kind !== "written") throw new TypeError("somebody was first")
    await recordsOf(two, CASE)
    return written.record
  }

  test("p17: cannot show an older, open gate to who saw the shut one", async () => {
    const record = await openThenShut()
    tamper(record, (kept) => kept.slice(0, 1))
    await expect(recordsOf(two, CASE, "gate")).rejects.toMatchObject({ code: "rollback" })
    await expect(recordsOf(two, CASE)).rejects.toMatchObject({ code: "rollback" })
  })

  test("p17: cannot leave a gate out, nor show two of one version", async () => {
    const record = await openThenShut()
    const all = versions(record)
    office.kept.records.delete(record)
    await expect(recordsOf(two, CASE, "gate")).rejects.toMatchObject({ code: "rollback" })
    office.kept.records.set(record, all.slice(0, 1))
    await writeRecord(
      one,
      CASE,
      { type: "gate", clear: gate(false), words: { safety: "", privacy: "", wellbeing: "", reason: "Non." } },
      { record, version: 1, hash: all[0]?.hash ?? "" },
    )
    await expect(recordsOf(two, CASE, "gate")).rejects.toMatchObject({ code: "fork" })
  })

  test("another type's list says nothing about gates", async () => {
    await openThenShut()
    expect((await recordsOf(two, CASE, "note")).records).toEqual([])
    expect((await recordsOf(two, CASE, "pace")).records).toEqual([])
  })

  test("cannot put another box or another record's words in place", async () => {
    const record = await write(one, NOTE)
    const other = await write(one, { ...NOTE, words: { ...NOTE.words, words: "Autre." } })
    const foreign = versions(other)[0]
    if (foreign === undefined) throw new TypeError("nothing was kept")
    tamper(record, (kept) => kept.map((one) => ({ ...one, view: { ...one.view, box: foreign.view.box } })))
    expect((await recordsOf(two, CASE, "note")).refused).toMatchObject([{ code: "seal-broken" }])
    tamper(record, () => [{ ...foreign, view: { ...foreign.view, record } }])
    expect((await recordsOf(two, CASE, "note")).refused).toMatchObject([{ code: "wrong-context" }])
  })

  test("cannot have a stranger, or a participant, write a gate", async () => {
    const stranger = await character("jonas")
    const record = await openThenShut()
    const [kept] = versions(record).slice(-1)
    if (kept === undefined) throw new TypeError("nothing was kept")
    const said = JSON.parse(new TextDecoder().decode(unb64u(kept.view.statement.body)))
    const { suite: _, kind: __, ...fields } = said
    const forged = await signStatement(RECORD, stranger.sign, { ...fields, clear: gate(false) })
    tamper(record, (all) => [
      ...all.slice(0, -1),
      { ...kept, view: { ...kept.view, statement: toEnvelope(forged) } },
    ])
    expect((await recordsOf(two, CASE, "gate")).refused).toMatchObject([{ code: "signer-not-allowed" }])
  })

  test("cannot cut a history or turn it around", async () => {
    const record = await write(one, NOTE)
    await writeRecord(one, CASE, NOTE, await standing(one, record))
    tamper(record, (kept) => [...kept].reverse())
    await expect(historyOf(two, CASE, record)).rejects.toMatchObject({ code: "fork" })
    tamper(record, (kept) => kept.slice(0, 1))
    await expect(historyOf(two, CASE, record)).rejects.toMatchObject({ code: "fork" })
    tamper(record, () => [])
    await expect(historyOf(two, CASE, record)).rejects.toMatchObject({ code: "not-found" })
  })

  test("words that do not open are said to be so, beside what was signed in the clear", async () => {
    const record = await write(one, NOTE)
    tamper(record, (kept) =>
      kept.map((one) => ({ ...one, wraps: one.wraps.map((wrap) => ({ ...wrap, recipient: "nobody" })) })),
    )
    expect((await recordsOf(two, CASE, "note")).records).toMatchObject([{ words: null, trouble: null }])
    const broken = b64u(new Uint8Array(1168))
    tamper(record, (kept) =>
      kept.map((one) => ({
        ...one,
        wraps: [{ purpose: "record" as const, recipient: two.keyring.keyId, wrap: broken }],
      })),
    )
    expect((await recordsOf(two, CASE, "note")).refused).toMatchObject([{ code: "wrap-broken" }])
  })
})
