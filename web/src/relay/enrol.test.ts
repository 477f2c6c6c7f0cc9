// SPDX-License-Identifier: EUPL-1.2
/** Joining: proof both ways, and nothing believed before it. */
import { beforeEach, describe, expect, test } from "vitest"
import { CASE, character, type Office, openOffice } from "../../tests/office.ts"
import { groupCode, writeCode } from "../crypto/codes.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { statementHash, toEnvelope } from "../crypto/signing.ts"
import { lookupId, mediatorMac } from "../crypto/tickets.ts"
import { CERTIFICATE } from "../protocol/certificate.ts"
import { voucherBody } from "../protocol/directory.ts"
import { buildAnswer, parseRequest } from "../protocol/enrolment.ts"
import { signStatement } from "../protocol/heard.ts"
import type { Envelope } from "../protocol/wire.ts"
import { enrolmentSafetyNumbers, finishEnrolment, waitForAnswer } from "./answer.ts"
import { enrol, lookUpTicket, type NewSecrets, newSecrets } from "./enrol.ts"
import { answerEnrolment, certify, listEnrolments, makeTicket, rememberTicket } from "./people.ts"
import type { Ports } from "./ports.ts"
import type { Session } from "./session.ts"
import { signInWithKit, signInWithWords } from "./sign_in.ts"
import { readTicketLink, readTypedTicket, type Ticket } from "./ticket.ts"

const PRIVATE = { privateDevice: true }

let office: Office
let mediator: Session
let newcomer: Ports
let person: string

beforeEach(async () => {
  office = await openOffice()
  mediator = await office.enter("mediator one")
  newcomer = office.ports()
  person = (await character("jonas")).person
})

async function ticketFor(
  who = person,
): Promise<{ readonly ticket: Ticket; readonly lookup: string; readonly typed: string }> {
  const made = await makeTicket(mediator, { case: CASE, side: "responsible", person: who })
  const ticket = await readTicketLink(new URL(made.link).hash)
  if (ticket === null) throw new TypeError("no ticket in the link")
  return { ticket, lookup: made.lookup, typed: made.typed }
}

/** What a manager does at a desk of their own: name the certificate that the mediator signed. */
async function nameCertificate(lookup: string): Promise<void> {
  const view = office.kept.tickets.get(lookup)
  const asked = parseRequest(unb64u(view?.request ?? ""))
  const certificate = toEnvelope(
    await signStatement(CERTIFICATE, (await character("mediator one")).sign, {
      programme: office.programme,
      case: CASE,
      participant: view?.person ?? "",
      epoch: 2,
      identity: asked.identity,
      kem: asked.kem,
      day: "2026-11-22",
    }),
  )
  const before = office.kept.trust?.certificates ?? []
  await office.renew({ certificates: [...before, certificate] })
  await office.clock.move(60)
}

async function joined(): Promise<{
  readonly session: Session
  readonly secrets: NewSecrets
  readonly lookup: string
}> {
  const { ticket, lookup } = await ticketFor()
  const secrets = await newSecrets(newcomer, "fr")
  const session = await enrol(newcomer, ticket, secrets, PRIVATE)
  await certify(mediator, lookup)
  await nameCertificate(lookup)
  await answerEnrolment(mediator, lookup)
  return { session, secrets, lookup }
}

describe("joining", () => {
  test("goes from a ticket to a believed case, and both ways of unlocking work", async () => {
    const { session, secrets } = await joined()
    expect(session.trust.state()).toBe("unanchored")
    expect(await finishEnrolment(session, null)).toBe("answered")
    expect(session.trust.state()).toBe("good")
    const { account } = session
    const byWords = await signInWithWords(
      office.ports(),
      { account, words: ` ${secrets.words.toUpperCase()} ` },
      PRIVATE,
    )
    const byKit = await signInWithKit(
      office.ports(),
      { account, code: secrets.kitCode.toLowerCase() },
      PRIVATE,
    )
    expect([byWords.trust.state(), byKit.trust.state()]).toEqual(["good", "good"])
    expect(byKit.keyring.keyId).toBe(session.keyring.keyId)
  })

  test("believes nothing before the answer, and asks again by itself", async () => {
    const { ticket, lookup } = await ticketFor()
    const session = await enrol(newcomer, ticket, await newSecrets(newcomer, "en"), PRIVATE)
    expect(await finishEnrolment(session, null)).toBe("used")
    await expect(session.trust.picture()).rejects.toMatchObject({ code: "root-wrong" })
    const stop = new AbortController()
    const waiting = waitForAnswer(session, null, stop.signal)
    await certify(mediator, lookup)
    await nameCertificate(lookup)
    await answerEnrolment(mediator, lookup)
    await office.clock.move(10)
    expect(await waiting).toBe("answered")
    stop.abort()
  })

  test("can be finished on another device with the typed code", async () => {
    const { session, secrets } = await joined()
    const other = await signInWithKit(
      office.ports(),
      { account: session.account, code: secrets.kitCode },
      { privateDevice: false },
    )
    await expect(finishEnrolment(other, null)).rejects.toMatchObject({ code: "not-found" })
    const { typed } = await ticketFor()
    await expect(finishEnrolment(other, await readTypedTicket(typed))).resolves.toBe("open")
    const [kept] = await session.ports.kept.list("ticket/")
    expect(kept).toBeDefined()
    const { secret } = [...(await (await import("./ticket.ts")).keptTickets(session)).values()][0] ?? {}
    const code = groupCode(await writeCode(secret ?? new Uint8Array(16), "ticket"))
    expect(await finishEnrolment(other, await readTypedTicket(code))).toBe("answered")
  })

  test("draws another account number when one is taken", async () => {
    const { ticket } = await ticketFor()
    const secrets = await newSecrets(newcomer, "en")
    const [somebody] = office.kept.accounts.values()
    if (somebody) office.kept.accounts.set(secrets.account, { ...somebody, account: secrets.account })
    const session = await enrol(newcomer, ticket, secrets, PRIVATE)
    expect(session.account).not.toBe(secrets.account)
  })

  test("asks for the kit and the words as they were shown", async () => {
    const secrets = await newSecrets(newcomer, "fr")
    expect(await secrets.kitFits(secrets.kitCode.replaceAll("-", " "))).toBe(true)
    expect(await secrets.kitFits(secrets.kitCode.slice(0, -1))).toBe(false)
    expect(await secrets.wordsFit(secrets.words.split(" ").reverse().join(" "))).toBe(false)
    expect(secrets.words.split(" ")).toHaveLength(6)
  })

  test("uses a ticket once", async () => {
    const { ticket } = await ticketFor()
    await enrol(newcomer, ticket, await newSecrets(newcomer, "fr"), PRIVATE)
    const late = enrol(office.ports(), ticket, await newSecrets(newcomer, "fr"), PRIVATE)
    await expect(late).rejects.toMatchObject({ code: "ticket-used" })
  })

  test("sends neither the ticket nor the words nor the kit", async () => {
    const { session, secrets } = await joined()
    const all = JSON.stringify(
      [...office.kept.accounts.values(), ...office.kept.tickets.values()].map((kept) => ({
        ...kept,
        master: null,
      })),
    )
    for (const secret of [secrets.words.split(" ")[0] ?? "", b64u(secrets.kit), b64u(secrets.master)])
      expect(all).not.toContain(secret)
    expect(all).toContain(session.account)
  })
})

describe("a ticket as it is typed or linked", () => {
  test("a slip of the pen is told", async () => {
    const { typed } = await ticketFor()
    await expect(
      readTypedTicket(typed.replace(/.$/, (last) => (last === "0" ? "1" : "0"))),
    ).rejects.toMatchObject({ code: "code-wrong" })
    expect(await readTicketLink("#link=A.B")).toBeNull()
    await expect(readTicketLink("#ticket=ABC")).rejects.toMatchObject({ code: "code-wrong" })
    await expect(readTicketLink(`#ticket=${typed}&root=short`)).rejects.toMatchObject({ code: "code-wrong" })
  })

  test("of another programme or case is refused before anything is sent", async () => {
    const { ticket } = await ticketFor()
    const other = b64u(new Uint8Array(32).fill(9))
    await expect(lookUpTicket(newcomer, { ...ticket, root: other })).rejects.toMatchObject({
      code: "root-wrong",
    })
    const place = b64u(new Uint8Array(16))
    await expect(lookUpTicket(newcomer, { ...ticket, case: place })).rejects.toMatchObject({
      code: "wrong-context",
    })
  })
})

describe("p16: a server that puts in keys of its own", () => {
  test("p16: is noticed by the mediator, who does not certify", async () => {
    const { ticket, lookup } = await ticketFor()
    await enrol(newcomer, ticket, await newSecrets(newcomer, "en"), PRIVATE)
    const view = office.kept.tickets.get(lookup)
    const asked = parseRequest(unb64u(view?.request ?? ""))
    const stranger = await character("stranger")
    const { encode } = await import("../crypto/canonical.ts")
    const request = b64u(encode({ ...asked, identity: stranger.key, suite: 1 }))
    if (view) office.kept.tickets.set(lookup, { ...view, request })
    expect((await listEnrolments(mediator))[0]).toMatchObject({ proof: "wrong", next: "certify" })
    await expect(certify(mediator, lookup)).rejects.toMatchObject({ code: "ticket-wrong" })
    expect(office.kept.calls).not.toContain("certify")
  })

  test("p16: shows another safety number to each side", async () => {
    const { ticket, lookup } = await ticketFor()
    const session = await enrol(newcomer, ticket, await newSecrets(newcomer, "en"), PRIVATE)
    const [theirs] = await enrolmentSafetyNumbers(session)
    const [ours] = await listEnrolments(mediator)
    expect(ours?.safetyNumber).toBe(theirs)
    const view = office.kept.tickets.get(lookup)
    const asked = parseRequest(unb64u(view?.request ?? ""))
    const { encode } = await import("../crypto/canonical.ts")
    const request = b64u(encode({ ...asked, identity: (await character("stranger")).key, suite: 1 }))
    if (view) office.kept.tickets.set(lookup, { ...view, request })
    expect((await listEnrolments(mediator))[0]?.safetyNumber).not.toBe(theirs)
  })

  const swapped: readonly (readonly [string, (answer: Swapped) => Promise<Partial<Swapped>>])[] = [
    ["another certificate", async () => ({ certificate: await office.certify(await character("jonas")) })],
    ["no certificate", async () => ({ certificate: null })],
    [
      "an older directory",
      async () => ({ directory: (await openOffice()).kept.trust?.directory ?? ("" as never) }),
    ],
    [
      "another policy",
      async () => ({ policy: (await office.renew({ publish: false })).policies[0] ?? null }),
    ],
    ["a MAC of its own", async () => ({ mac2: b64u(new Uint8Array(32)) })],
  ]
  type Swapped = {
    mac2: string
    certificate: Envelope | null
    directory: Envelope
    policy: Envelope | null
    root: Envelope
  }

  test.each(swapped)("p16: with %s is noticed by the newcomer, who believes nothing", async (_, swap) => {
    const { session, lookup } = await joined()
    const view = office.kept.tickets.get(lookup)
    const answer = view?.answer
    if (!view || !answer) throw new TypeError("no answer")
    office.kept.tickets.set(lookup, { ...view, answer: { ...answer, ...(await swap(answer as Swapped)) } })
    await expect(finishEnrolment(session, null)).rejects.toMatchObject({ code: "ticket-wrong" })
    expect(session.trust.state()).toBe("unanchored")
  })
})

describe("a mediator's own joining", () => {
  test("takes the manager's word over their voucher, and asks for no case", async () => {
    const ports = office.ports()
    const secret = ports.random(16)
    const lookup = await lookupId(secret)
    await mediator.ports.client.makeTicket({ lookup, case: null, person: null, side: null })
    const typed = await readTypedTicket(await writeCode(secret, "ticket"))
    const secrets = { ...(await newSecrets(ports, "fr")), master: (await character("mediator two")).master }
    const session = await enrol(ports, typed, secrets, PRIVATE)
    expect([session.role, session.person]).toEqual(["mediator", (await character("mediator two")).person])
    const trust = await office.renew({ mediators: ["mediator one", "mediator two"] })
    const hashOf = async (kind: string, body: Uint8Array) => b64u(await statementHash(kind, body))
    const own = await character("mediator two")
    const covered = buildAnswer({
      certificate: await hashOf("mediator", voucherBody(office.programme, own)),
      directory: await hashOf("directory", unb64u(trust.directory.body)),
      mac1: office.kept.tickets.get(lookup)?.mac1 ?? "",
      policy: null,
      root: office.fingerprint,
    })
    await mediator.ports.client.answer(lookup, { mac2: b64u(await mediatorMac(secret, covered)) })
    expect(await finishEnrolment(session, null)).toBe("answered")
    expect(session.trust.state()).toBe("good")
  })
})

describe("the mediator's side", () => {
  test("says what to do next at every step", async () => {
    const { ticket, lookup } = await ticketFor()
    const next = async () => (await listEnrolments(mediator)).find((one) => one.lookup === lookup)?.next
    expect(await next()).toBe("wait-for-person")
    const session = await enrol(newcomer, ticket, await newSecrets(newcomer, "fr"), PRIVATE)
    expect(await next()).toBe("certify")
    await certify(mediator, lookup)
    expect(await next()).toBe("wait-for-manager")
    await expect(answerEnrolment(mediator, lookup)).rejects.toMatchObject({ code: "certificate-wrong" })
    await nameCertificate(lookup)
    expect(await next()).toBe("answer")
    await answerEnrolment(mediator, lookup)
    expect(await next()).toBe("done")
    await finishEnrolment(session, null)
  })

  test("keeps ticket secrets over a reload on a private device, and takes the typed code elsewhere", async () => {
    const { ticket, lookup, typed } = await ticketFor()
    await enrol(newcomer, ticket, await newSecrets(newcomer, "fr"), PRIVATE)
    const reloaded = await office.enter("mediator one", { ports: mediator.ports })
    expect((await listEnrolments(reloaded))[0]?.proof).toBe("fits")
    const elsewhere = await office.enter("mediator one")
    expect((await listEnrolments(elsewhere))[0]?.proof).toBe("no-secret")
    await rememberTicket(elsewhere, typed)
    expect((await listEnrolments(elsewhere))[0]).toMatchObject({ lookup, proof: "fits" })
  })
})
