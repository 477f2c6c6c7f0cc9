// SPDX-License-Identifier: EUPL-1.2
/** A mediator leaves the case: what they released stays open to its reader, on paper, and in the history. */
import { beforeEach, expect, test } from "vitest"
import { openGates } from "../../tests/gates.ts"
import { CASE, type Office, openOffice } from "../../tests/office.ts"
import { knownOf } from "./case_gates.ts"
import { approve, offer, release } from "./decide.ts"
import { claim, openForReview, queuePage } from "./desk.ts"
import { give } from "./give.ts"
import { answerOffer, openOffer } from "./offers.ts"
import { openForPaper } from "./paper.ts"
import { caseOf } from "./picture.ts"
import { readLetter } from "./read.ts"
import type { Session } from "./session.ts"

const LETTER = "I am sorry. I think of you."
const AS_USUAL = { company: "any", parts: true, print: true, kiosk: true, expires: null } as const

let office: Office
let camille: Session
let jonas: Session
let one: Session
let two: Session
let letter: string

async function releasedBy(mediator: Session, { print }: { readonly print: boolean }): Promise<string> {
  const yes = { words: "", contentNote: "", conditions: { ...AS_USUAL, print }, checks: [] }
  const id = await give(camille, {
    ...{ case: CASE, addressee: null, text: LETTER, language: "en", contentNote: "" },
    ...{ supersedes: null, draft: null },
  })
  const item = (await queuePage(mediator)).items.find((found) => found.id === id)
  if (item === undefined) throw new TypeError("not in the queue")
  await claim(mediator, item)
  await offer(mediator, await approve(mediator, await openForReview(mediator, id), yes), yes)
  await answerOffer(jonas, await openOffer(jonas, id), "ready")
  await release(mediator, (await openForReview(mediator, id)).item)
  return id
}

beforeEach(async () => {
  office = await openOffice()
  await office.renew({ mediators: ["mediator one", "mediator two"] })
  ;[camille, jonas, one, two] = await Promise.all([
    office.enter("camille"),
    office.enter("jonas"),
    office.enter("mediator one"),
    office.enter("mediator two"),
  ])
  await openGates([camille, jonas], one)
  letter = await releasedBy(one, { print: true })
  await office.renew({ mediators: ["mediator two"] })
})

test("p19: its reader reads it, and it can be brought on paper", async () => {
  expect(await readLetter(jonas, letter)).toMatchObject({ text: LETTER })
  expect(await openForPaper(two, letter)).toMatchObject({ paragraphs: [LETTER] })
})

test("m09: what its offer said of paper is told to who prints it", async () => {
  expect(await openForPaper(two, letter)).toMatchObject({ forPaper: true })
  expect(await openForPaper(two, await releasedBy(two, { print: false }))).toMatchObject({ forPaper: false })
})

test("p19: who comes after reads what was decided before", async () => {
  const { earlier } = await openForReview(two, letter)
  expect(earlier.map(({ kind, by }) => [kind, by])).toEqual([
    ["approval", one.person],
    ["offer", one.person],
    ["readiness", jonas.person],
  ])
})

test("an offer counts for the pace of the case when its mediator has left", async () => {
  await two.trust.refresh()
  const pace = { side: "harmed", most: 1, days: 30 } as const
  const { offers } = await knownOf(two, caseOf(await two.trust.picture(), CASE), {
    records: { gates: [], paces: [pace] },
    consents: { believed: [], refused: [] },
  })
  expect(offers).toMatchObject([{ message: letter, side: "harmed" }])
})

test("p2: what nobody showed to have been a mediator released nothing", async () => {
  office.kept.policies = office.kept.policies.slice(0, 1)
  await expect(readLetter(jonas, letter)).rejects.toMatchObject({ code: "not-approved" })
  await expect(openForPaper(two, letter)).rejects.toMatchObject({ code: "not-released" })
})
