// SPDX-License-Identifier: EUPL-1.2
/** Requests to take part, at the manager's and at the mediator's whom they are passed on to. */
import { beforeEach, expect, test } from "vitest"
import { deskOf } from "../../tests/key_files.ts"
import { CASE, counted, type Office as Invented, openOffice } from "../../tests/office.ts"
import { encode } from "../crypto/canonical.ts"
import { b64u } from "../crypto/encoding.ts"
import { sealIntake, wrapIntake } from "../protocol/intake.ts"
import { intakeRecipient } from "../protocol/intake_key.ts"
import { type Asking, handIn, programmeToAsk, sealAsking } from "./ask.ts"
import { endRequest, inboxPage, passOn, screen } from "./inbox.ts"
import { type Desk, openOffice as openDesk } from "./office.ts"
import { passedOn } from "./passed_on.ts"
import { freshId } from "./random.ts"

const ASKING: Asking = {
  who: "victim",
  language: "fr",
  name: "Camille",
  reach: "613-555-0100",
  hours: "le soir",
  words: "J’aimerais poser une question.",
  needs: "",
  institution: "",
  person: "",
  federal: null,
  responsibility: "",
}

let office: Invented
let desk: Desk
beforeEach(async () => {
  office = await openOffice()
  desk = await deskOf(office)
})

async function asked(): Promise<string> {
  const ports = office.ports()
  const sealed = await sealAsking(ports, await programmeToAsk(ports, office.fingerprint), ASKING)
  await handIn(ports, sealed)
  return sealed.receipt
}

async function first(state: "new" | "screening" | "assigned" | "closed" = "new") {
  const [request] = (await inboxPage(desk, state)).requests
  if (request === undefined) throw new TypeError("an empty inbox")
  return request
}

test("p1: a request is read, screened, passed on, and read by the case's mediator", async () => {
  const receipt = await asked()
  expect(await first()).toMatchObject({ asking: ASKING, receipt, sheet: null, trouble: null })
  const sheet = { checks: [{ item: "Two years or more", answer: "yes" as const }], words: "Called  once." }
  await screen(desk, await first(), sheet)
  expect((await first("screening")).sheet).toEqual({ ...sheet, words: "Called once." })
  await passOn(desk, await openDesk(desk), await first("screening"), CASE)
  const mediator = await office.enter("mediator one")
  const mine = await passedOn(mediator)
  expect(mine).toMatchObject([{ case: CASE, asking: ASKING, receipt, trouble: null }])
})

test("a mediator believes a manager's signature alone about what belongs to their case", async () => {
  await asked()
  await passOn(desk, await openDesk(desk), await first(), CASE)
  const [kept] = office.kept.intakes.values()
  const mediator = await office.enter("mediator one")
  const good = kept?.assignment
  if (kept) kept.assignment = null
  expect(await passedOn(mediator)).toMatchObject([{ asking: null, trouble: "signer-not-allowed" }])
  if (kept && good) kept.assignment = { ...good, sig: "A".repeat(86) }
  expect(await passedOn(mediator)).toMatchObject([{ asking: null, trouble: "signature-wrong" }])
})

test("a request that a manager passed on cannot be exchanged for another", async () => {
  await asked()
  await passOn(desk, await openDesk(desk), await first(), CASE)
  await asked()
  const [one, other] = office.kept.intakes.values()
  if (one && other) one.box = other.box
  const mediator = await office.enter("mediator one")
  expect(await passedOn(mediator)).toMatchObject([{ asking: null, trouble: "seal-broken" }])
})

test("what does not open, or hides something, is listed without a word of it", async () => {
  const { programme, kem } = await programmeToAsk(office.ports(), office.fingerprint)
  const intake = freshId(counted)
  const key = counted(32)
  const hidden = encode({ ...ASKING, words: "a\u200bb" })
  const padded = new Uint8Array(4_096)
  padded.set([0, 0, 0, 0, 0, 0, hidden.length >> 8, hidden.length & 255])
  padded.set(hidden, 8)
  const box = await sealIntake(key, padded, { place: { programme, intake }, salt: counted(32) })
  const wrap = b64u(await wrapIntake(kem, key, box))
  const recipient = await intakeRecipient(kem)
  await office
    .ports()
    .client.askToTakePart({ intake, box: b64u(box), wrap: { purpose: "intake", recipient, wrap } })
  const request = await first()
  expect(request).toMatchObject({ asking: null, trouble: "hidden-text" })
  await endRequest(desk, request, true)
  expect(await first("closed")).toMatchObject({ asking: null, trouble: null })
})

test("two managers at one request: the second hears of the first", async () => {
  await asked()
  const stale = await first()
  await screen(desk, stale, { checks: [], words: "" })
  await expect(endRequest(desk, stale, true)).rejects.toMatchObject({ code: "stale-version" })
})

test("a key file without the intake key reads nothing", async () => {
  await asked()
  const other = await deskOf(office, "manager two", { intake: null })
  await expect(inboxPage(other, "new")).rejects.toMatchObject({ code: "forbidden" })
})
