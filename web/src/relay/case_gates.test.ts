// SPDX-License-Identifier: EUPL-1.2
/** Consent and gates on the mediator's device: nothing is offered or released through one that is shut. */
import { beforeEach, describe, expect, test } from "vitest"
import { openGates, setGate, textOf, UNTIL } from "../../tests/gates.ts"
import { CASE, character, type Office, openOffice } from "../../tests/office.ts"
import { unb64u } from "../crypto/encoding.ts"
import { toEnvelope } from "../crypto/signing.ts"
import { CONSENT } from "../protocol/consent.ts"
import { signStatement } from "../protocol/heard.ts"
import type { GateClear } from "../protocol/record.ts"
import { consentsOf, giveConsent, standingOf } from "./consent.ts"
import { approve, offer, release } from "./decide.ts"
import { claim, openForReview, queuePage } from "./desk.ts"
import { gatesAhead } from "./gates_ahead.ts"
import { give } from "./give.ts"
import { answerOffer, openOffer } from "./offers.ts"
import { caseOf } from "./picture.ts"
import { recordsOf, writeRecord } from "./records.ts"
import type { Session } from "./session.ts"

const FREELY = { company: "any", parts: false, print: false, kiosk: true, expires: null } as const
const BARE = { words: "", contentNote: "", conditions: FREELY }

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
  await openGates([camille, jonas], mediator)
})

async function written(text = "Bonjour."): Promise<string> {
  const letter = { case: CASE, addressee: null, text, language: "fr", contentNote: "" }
  return give(camille, { ...letter, supersedes: null, draft: null })
}

async function itemOf(id: string) {
  const item = (await queuePage(mediator)).items.find((one) => one.id === id)
  if (item === undefined) throw new TypeError("not in the queue")
  return item
}

async function approved(id: string) {
  await claim(mediator, await itemOf(id))
  return approve(mediator, await openForReview(mediator, id), { ...BARE, checks: [] })
}

async function ready(id: string) {
  await offer(mediator, await approved(id), BARE)
  await answerOffer(jonas, await openOffer(jonas, id), "ready")
  return itemOf(id)
}

const SHUT: readonly (readonly [string, GateClear["gate"], Partial<GateClear>])[] = [
  ["no-contact", "no-contact", { shut: true }],
  ["no-contact", "no-contact", { until: "2026-11-21" }],
  ["assessment-due", "assessment", { shut: true, until: UNTIL }],
  ["assessment-due", "assessment", { until: "2026-11-21" }],
  ["overlap", "overlap", { shut: true, until: "2026-11-22" }],
]

describe("a shut gate", () => {
  test.each(SHUT)("%s: refuses an offer and a release (%s %o)", async (code, gate, change) => {
    const held = await ready(await written())
    const item = await approved(await written("Une autre."))
    const clear = { gate, participant: jonas.person, shut: false, until: null, ...change }
    await setGate(mediator, clear)
    await expect(offer(mediator, item, BARE)).rejects.toMatchObject({ code })
    await expect(release(mediator, held)).rejects.toMatchObject({ code })
    expect(office.kept.calls.filter((call) => call === "state")).toHaveLength(4)
  })

  test("consent: a no of either person refuses, and a yes opens again", async () => {
    const item = await approved(await written())
    for (const person of [camille, jonas]) {
      await giveConsent(person, CASE, { channel: "letter", given: false, text: null })
      await expect(offer(mediator, item, BARE)).rejects.toMatchObject({ code: "consent-missing" })
      await giveConsent(person, CASE, { channel: "letter", given: true, text: await textOf(person) })
    }
    expect((await offer(mediator, item, BARE)).state).toBe("offered")
  })

  test("consent: a yes to another channel is none to this one", async () => {
    office.kept.consents.clear()
    for (const person of [camille, jonas]) {
      await giveConsent(person, CASE, { channel: "video", given: true, text: await textOf(person) })
    }
    // A fresh browser has seen no yes to letters that was left out.
    mediator = await office.enter("mediator one")
    const item = await approved(await written())
    await expect(offer(mediator, item, BARE)).rejects.toMatchObject({ code: "consent-missing" })
  })

  test("pace: letters of one side are offered no faster than was set", async () => {
    const clear = { side: "harmed", most: 1, days: 7 } as const
    await writeRecord(mediator, CASE, { type: "pace", clear, words: { reason: "" } }, null)
    const [first, second] = [await approved(await written()), await approved(await written("Deux."))]
    await offer(mediator, first, BARE)
    await expect(offer(mediator, second, BARE)).rejects.toMatchObject({ code: "pace" })
    await answerOffer(jonas, await openOffer(jonas, first.id), "ready")
    expect((await release(mediator, await itemOf(first.id))).state).toBe("released")
    await office.clock.move(7 * 86_400)
    mediator = await office.enter("mediator one")
    expect((await offer(mediator, await itemOf(second.id), BARE)).state).toBe("offered")
  })
})

describe("before it is approved", () => {
  test("is said what would refuse its offer, and whose it is; nothing is forbidden by it", async () => {
    const id = await written()
    await giveConsent(camille, CASE, { channel: "letter", given: false, text: null })
    const clear = { gate: "overlap", participant: jonas.person, shut: true, until: UNTIL } as const
    await setGate(mediator, clear)
    const ahead = await gatesAhead(mediator, await itemOf(id))
    expect(ahead.shut).toEqual([
      { code: "consent-missing", participant: camille.person, channel: "letter" },
      { code: "overlap", participant: jonas.person, channel: null },
    ])
    expect(ahead).toMatchObject({ doubt: null, needsForm: false })
    expect((await approved(id)).state).toBe("approved")
  })

  test("is said nothing where nothing stands against it", async () => {
    const ahead = await gatesAhead(mediator, await itemOf(await written()))
    expect(ahead).toEqual({ shut: [], onlyServer: [], needsForm: false, doubt: null })
  })
})

describe("a hostile server", () => {
  test("that calls a shut gate open gets nowhere: nothing is signed", async () => {
    const item = await approved(await written())
    await setGate(mediator, { gate: "no-contact", participant: jonas.person, shut: true, until: null })
    office.kept.shut = []
    const before = office.kept.messages.get(item.id)?.statements.length
    await expect(offer(mediator, item, BARE)).rejects.toMatchObject({ code: "no-contact" })
    expect(office.kept.messages.get(item.id)?.statements.length).toBe(before)
  })

  test("p17: that shows the yes before a no is found out", async () => {
    const item = await approved(await written())
    const yes = new Map(office.kept.consents)
    await giveConsent(jonas, CASE, { channel: "letter", given: false, text: null })
    await consentsOf(mediator, CASE)
    for (const [name, statement] of yes) office.kept.consents.set(name, statement)
    await expect(offer(mediator, item, BARE)).rejects.toMatchObject({ code: "rollback" })
    office.kept.consents.clear()
    await expect(offer(mediator, item, BARE)).rejects.toMatchObject({ code: "rollback" })
  })

  test("that signs a consent for somebody is not believed", async () => {
    const item = await approved(await written())
    const [name, real] = [...office.kept.consents][0] ?? []
    if (name === undefined || real === undefined) throw new TypeError("no consent")
    const { suite: _, kind: __, ...fields } = JSON.parse(new TextDecoder().decode(unb64u(real.body)))
    const stranger = await character("mediator one")
    office.kept.consents.set(name, toEnvelope(await signStatement(CONSENT, stranger.sign, fields)))
    await expect(offer(mediator, item, BARE)).rejects.toMatchObject({ code: "signer-not-allowed" })
  })

  test("that spoils a gate's record stops the offer instead of opening it", async () => {
    const item = await approved(await written())
    await setGate(mediator, { gate: "overlap", participant: jonas.person, shut: true, until: null })
    const { records } = await recordsOf(mediator, CASE, "gate")
    const overlap = records.find(({ clear }) => clear.gate === "overlap")?.record ?? ""
    const kept = office.kept.records.get(overlap) ?? []
    const spoiled = kept.map((one) => ({
      ...one,
      view: { ...one.view, statement: { ...one.view.statement, sig: "A".repeat(86) } },
    }))
    office.kept.records.set(overlap, spoiled)
    await expect(offer(mediator, item, BARE)).rejects.toMatchObject({ code: "signature-wrong" })
  })
})

describe("consent", () => {
  const place = async () => caseOf(await mediator.trust.picture(), CASE)
  const said = async (person: Session) => {
    const consents = await consentsOf(mediator, CASE)
    return standingOf(consents, await place(), person.person).find(({ channel }) => channel === "letter")
      ?.said
  }

  test("stands as it was last given, for each channel of the case", async () => {
    expect(await said(camille)).toBe("yes")
    await giveConsent(camille, CASE, { channel: "letter", given: false, text: null })
    expect(await said(camille)).toBe("no")
    office.kept.consents.clear()
    mediator = await office.enter("mediator one")
    expect(await said(camille)).toBe("nothing")
  })

  test("is asked again of a person with a new key", async () => {
    const again = { ...(await character("jonas renewed")), person: jonas.person }
    const first = await office.certify(await character("jonas"))
    const certificates = [
      await office.certify(await character("camille")),
      first,
      await office.certify(again, 2),
    ]
    await office.renew({ certificates })
    await mediator.trust.refresh()
    expect(await said(jonas)).toBe("nothing")
    const item = approved(await written()).then((one) => offer(mediator, one, BARE))
    await expect(item).rejects.toMatchObject({ code: "consent-missing" })
  })

  test("shows a person their own words and nobody else's", async () => {
    const own = await consentsOf(jonas, CASE)
    expect(new Set(own.believed.map(({ body }) => body.participant))).toEqual(new Set([jonas.person]))
  })
})
