// SPDX-License-Identifier: EUPL-1.2
/** One's own yes or no, and one's own needs, from what verifies alone. */
import { beforeEach, describe, expect, test } from "vitest"
import { standing, textOf } from "../../tests/gates.ts"
import { CASE, type Office, openOffice } from "../../tests/office.ts"
import { giveConsent } from "./consent.ts"
import { ownConsents, ownNeeds } from "./own_say.ts"
import { writeRecord } from "./records.ts"
import type { Session } from "./session.ts"

let office: Office
let camille: Session
let jonas: Session

beforeEach(async () => {
  office = await openOffice()
  ;[camille, jonas] = await Promise.all([office.enter("camille"), office.enter("jonas")])
})

async function letterOf(session: Session) {
  return (await ownConsents(session, CASE)).find(({ channel }) => channel === "letter")?.said
}

async function need(session: Session, words: string): Promise<string> {
  const draft = { type: "need", clear: { gone: false }, words: { words, topics: ["answers"] } } as const
  const written = await writeRecord(session, CASE, draft, null)
  if (written.kind !== "written") throw new TypeError("somebody was first")
  return written.record
}

describe("one's own yes or no", () => {
  test("stands for each channel of the case, and is one's own", async () => {
    expect(await letterOf(camille)).toBe("nothing")
    await giveConsent(camille, CASE, { channel: "letter", given: true, text: await textOf(camille) })
    expect(await letterOf(camille)).toBe("yes")
    await giveConsent(camille, CASE, { channel: "letter", given: false, text: null })
    expect(await letterOf(camille)).toBe("no")
    expect(await letterOf(jonas)).toBe("nothing")
  })

  test("r26: no yes is signed over a text that was not shown", async () => {
    for (const text of ["another", null]) {
      const yes = giveConsent(camille, CASE, { channel: "letter", given: true, text })
      await expect(yes).rejects.toMatchObject({ code: "policy-mismatch" })
    }
    expect(await letterOf(camille)).toBe("nothing")
  })

  test("p17: a yes shown in place of a later no is found out", async () => {
    await giveConsent(camille, CASE, { channel: "letter", given: true, text: await textOf(camille) })
    const yes = new Map(office.kept.consents)
    await giveConsent(camille, CASE, { channel: "letter", given: false, text: null })
    expect(await letterOf(camille)).toBe("no")
    for (const [name, statement] of yes) office.kept.consents.set(name, statement)
    await expect(ownConsents(camille, CASE)).rejects.toMatchObject({ code: "rollback" })
  })

  test("one that does not verify is no answer of one's own", async () => {
    await giveConsent(camille, CASE, { channel: "letter", given: false, text: null })
    const [name, real] = [...office.kept.consents][0] ?? []
    if (name === undefined || real === undefined) throw new TypeError("no consent")
    office.kept.consents.set(name, { ...real, sig: "A".repeat(86) })
    await expect(ownConsents(camille, CASE)).rejects.toMatchObject({ code: "signature-wrong" })
  })
})

describe("one's own needs", () => {
  test("are shown as they were written, until they are taken back", async () => {
    const record = await need(camille, "Des réponses.")
    await need(jonas, "Être entendu.")
    expect((await ownNeeds(camille, CASE)).needs.map(({ words }) => words?.words)).toEqual(["Des réponses."])
    const gone = { type: "need", clear: { gone: true }, words: { words: "", topics: [] } } as const
    await writeRecord(camille, CASE, gone, await standing(camille, record))
    expect(await ownNeeds(camille, CASE)).toEqual({ needs: [], refused: [] })
  })

  test("leave out what does not verify, and say so", async () => {
    const record = await need(camille, "Des réponses.")
    const kept = office.kept.records.get(record) ?? []
    const spoiled = kept.map((one) => ({
      ...one,
      view: { ...one.view, statement: { ...one.view.statement, sig: "A".repeat(86) } },
    }))
    office.kept.records.set(record, spoiled)
    expect(await ownNeeds(camille, CASE)).toEqual({ needs: [], refused: ["signature-wrong"] })
  })
})
