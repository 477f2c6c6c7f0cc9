// SPDX-License-Identifier: EUPL-1.2
/** A manager's acts: only on what verifies, only with the keys that are needed. */
import { beforeEach, describe, expect, test } from "vitest"
import { deskOf, given } from "../../tests/key_files.ts"
import { CASE, character, type Office as Invented, openOffice } from "../../tests/office.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { fromEnvelope } from "../crypto/signing.ts"
import { CONSENT_TEXT, namedConsentText } from "../protocol/consent_text.ts"
import { DIRECTORY, findMediator } from "../protocol/directory.ts"
import { signStatement } from "../protocol/heard.ts"
import { INTAKE_KEY } from "../protocol/intake_key.ts"
import { readStatement } from "../protocol/shape.ts"
import { letIn, makeStaffTicket, newcomers, type StaffRole } from "./admitting.ts"
import { finishEnrolment } from "./answer.ts"
import { enrol, newSecrets } from "./enrol.ts"
import {
  changePolicy,
  namePeople,
  openCase,
  peopleWaiting,
  policyOf,
  renew,
  retireInterpreter,
  retireMediator,
  revokeInterpreter,
  revokeMediator,
} from "./managing.ts"
import { type Desk, managingOf, openOffice as openDesk, openSecond } from "./office.ts"
import { newCase } from "./opening_case.ts"
import type { Session } from "./session.ts"
import { readTicketLink } from "./ticket.ts"

const PRIVATE = { privateDevice: true }

let office: Invented
let desk: Desk
beforeEach(async () => {
  office = await openOffice()
  desk = await deskOf(office)
})

async function enrolAs(role: StaffRole): Promise<{ readonly lookup: string; readonly session: Session }> {
  const made = await makeStaffTicket(desk, role)
  const ticket = await readTicketLink(new URL(made.link).hash)
  if (ticket === null) throw new TypeError("no ticket in the link")
  const ports = office.ports()
  const session = await enrol(ports, ticket, await newSecrets(ports, "fr"), PRIVATE)
  const [waiting] = await newcomers(desk, await openDesk(desk))
  return { lookup: waiting?.lookup ?? "", session }
}

async function second(name = "manager two") {
  return openSecond(desk, await given(office, name))
}

describe("letting in", () => {
  test("a mediator needs two keys, and believes the answer", async () => {
    const { lookup, session } = await enrolAs("mediator")
    const standing = await openDesk(desk)
    const alone = letIn(desk, standing, { lookup, second: null })
    await expect(alone).rejects.toMatchObject({ code: "not-vouched" })
    const after = await letIn(desk, standing, { lookup, second: await second() })
    expect(after.directory.mediators.get(session.keyring.keyId)?.status).toBe("active")
    expect(await finishEnrolment(session, null)).toBe("answered")
    expect(await newcomers(desk, after)).toEqual([])
  })

  test("the same key twice is one key", async () => {
    await expect(second("manager one")).rejects.toMatchObject({ code: "not-vouched" })
  })

  test("a second key file of another programme vouches for nobody", async () => {
    const other = await given(office, "manager two", { fingerprint: "A".repeat(43) })
    await expect(openSecond(desk, other)).rejects.toMatchObject({ code: "root-wrong" })
  })

  test("an answer that was lost is given again, without another directory", async () => {
    const { lookup, session } = await enrolAs("mediator")
    office.kept.fault = (call) => {
      if (call === "answer") throw new TypeError("the page was closed")
    }
    const standing = await openDesk(desk)
    await expect(letIn(desk, standing, { lookup, second: await second() })).rejects.toThrow(TypeError)
    office.kept.fault = () => {}
    const between = await openDesk(desk)
    expect(await newcomers(desk, between)).toMatchObject([{ lookup, listed: true }])
    const after = await letIn(desk, between, { lookup, second: null })
    expect(after.directory.hash).toBe(between.directory.hash)
    expect(await finishEnrolment(session, null)).toBe("answered")
  })

  test("an interpreter needs one key, and stands in no mediator's place", async () => {
    const { lookup, session } = await enrolAs("interpreter")
    const after = await letIn(desk, await openDesk(desk), { lookup, second: null })
    expect(after.directory.interpreters.get(session.keyring.keyId)?.status).toBe("active")
    expect(after.directory.mediators.has(session.keyring.keyId)).toBe(false)
  })

  test("keys that did not come from the ticket's holder let nobody in", async () => {
    const { lookup } = await enrolAs("mediator")
    const view = office.kept.tickets.get(lookup)
    const other = await character("mediator two")
    const request = JSON.parse(new TextDecoder().decode(unb64u(view?.request ?? "")))
    const forged = JSON.stringify({ ...request, identity: other.key })
    const put = b64u(new TextEncoder().encode(forged))
    if (view !== undefined) office.kept.tickets.set(lookup, { ...view, request: put })
    expect(await newcomers(desk, await openDesk(desk))).toMatchObject([{ proof: "wrong" }])
    const refused = letIn(desk, await openDesk(desk), { lookup, second: await second() })
    await expect(refused).rejects.toMatchObject({ code: "ticket-wrong" })
  })
})

describe("cases", () => {
  test("a person whom the case's mediator certified is named, and a former key is kept", async () => {
    const jonas = await character("jonas")
    office.kept.pending.push(await office.certify(jonas, 2))
    const standing = await openDesk(desk)
    const waiting = await peopleWaiting(managingOf(desk), standing)
    expect(waiting).toMatchObject([{ participant: jonas.person, side: "responsible", replaces: true }])
    const after = await namePeople(managingOf(desk), standing, waiting)
    const named = policyOf(after, CASE).body.participants.find((one) => one.participant === jonas.person)
    expect(named).toMatchObject({ epoch: 2, certificate: waiting[0]?.hash })
    expect(named?.former).toHaveLength(1)
  })

  test("a case is opened with mediators who are active, and with no others", async () => {
    const standing = await openDesk(desk)
    const { body } = policyOf(standing, CASE)
    const policy = { ...body, case: `${"B".repeat(21)}A`, participants: [], quorum: 1 }
    const words = { programme: body.programme, en: "I agree.", fr: "J’accepte." }
    const text = await signStatement(CONSENT_TEXT, managingOf(desk).sign, words)
    const after = await openCase(managingOf(desk), standing, { policy, text })
    expect(policyOf(after, policy.case).body.version).toBe(1)
    const none = { ...policy, mediators: [`${"C".repeat(42)}A`] }
    const nobody = openCase(managingOf(desk), after, { policy: none, text })
    await expect(nobody).rejects.toMatchObject({ code: "not-found" })
  })

  test("a changed policy follows the one that stands", async () => {
    const standing = await openDesk(desk)
    const before = policyOf(standing, CASE)
    const after = await changePolicy(managingOf(desk), standing, { ...before.body, cooling_seconds: 3_600 })
    const { version, previous, cooling_seconds } = policyOf(after, CASE).body
    expect([version, previous, cooling_seconds]).toEqual([before.body.version + 1, before.hash, 3_600])
  })

  test("revoking says which cases are stuck, and never lowers a quorum", async () => {
    await office.renew({ mediators: ["mediator one", "mediator two"], quorum: 2 })
    const { keyId } = await character("mediator two")
    const { office: after, stuck } = await revokeMediator(managingOf(desk), await openDesk(desk), keyId)
    expect(stuck).toEqual([CASE])
    expect(policyOf(after, CASE).body).toMatchObject({ quorum: 2, mediators: [expect.anything()] })
    expect(after.directory.mediators.get(keyId)?.status).toBe("revoked")
  })

  test("who retires counts for what they signed before, and for nothing after", async () => {
    await office.renew({ mediators: ["mediator one", "mediator two"] })
    const { keyId } = await character("mediator two")
    const standing = await openDesk(desk)
    const { office: after, stuck } = await retireMediator(managingOf(desk), standing, keyId)
    expect(stuck).toEqual([])
    const { epoch } = after.directory.body
    expect(after.directory.mediators.get(keyId)).toMatchObject({ status: "retired", from: epoch })
    expect(findMediator(after.directory, keyId, epoch - 1).status).toBe("retired")
    expect(() => findMediator(after.directory, keyId, epoch)).toThrow("retired")
    const again = retireMediator(managingOf(desk), after, keyId)
    await expect(again).rejects.toMatchObject({ code: "not-found" })
  })

  test("an interpreter who retires opens nothing more; one who was revoked cannot retire", async () => {
    await office.renew({ interpreters: ["interpreter one", "interpreter two"] })
    const [one, two] = await Promise.all(["interpreter one", "interpreter two"].map(character))
    if (one === undefined || two === undefined) throw new TypeError("nobody")
    const at = managingOf(desk)
    const retired = await retireInterpreter(at, await openDesk(desk), one.keyId)
    expect(retired.directory.interpreters.get(one.keyId)?.status).toBe("retired")
    expect(retired.directory.interpreters.get(two.keyId)?.status).toBe("active")
    const after = await revokeInterpreter(at, retired, one.keyId)
    expect(after.directory.interpreters.get(one.keyId)?.status).toBe("revoked")
    const late = retireInterpreter(at, after, one.keyId)
    await expect(late).rejects.toMatchObject({ code: "not-found" })
  })

  test("a new case begins with its rules, the text people agree to, and nobody in it", async () => {
    const { keyId } = await character("mediator one")
    const rules = { mediators: [keyId], quorum: 1, cooling_seconds: 0, retention: "standard" }
    const fresh = await newCase(desk, await openDesk(desk), {
      rules: { ...rules, channels: ["relayed", "letter"] },
      consent: { en: "I agree.\r\n", fr: "J’accepte." },
    })
    const policy = policyOf(fresh.office, fresh.case)
    expect(policy.body).toMatchObject({ ...rules, channels: ["letter", "relayed"], participants: [] })
    const [text] = office.kept.texts
    const { body } = await namedConsentText(fromEnvelope(text ?? never()), policy)
    expect(body).toMatchObject({ en: "I agree.", fr: "J’accepte." })
  })

  test("a consent text with hidden characters opens no case", async () => {
    const { keyId } = await character("mediator one")
    const rules = { mediators: [keyId], quorum: 1, cooling_seconds: 0, retention: "standard" }
    const asked = { rules: { ...rules, channels: [] }, consent: { en: "I\u200b agree.", fr: "J’accepte." } }
    await expect(newCase(desk, await openDesk(desk), asked)).rejects.toMatchObject({ code: "hidden-text" })
  })
})

describe("what stands", () => {
  test("a directory past its date is renewed, and its intake key with it", async () => {
    await office.renew({ validUntil: "2026-10-01" })
    const standing = await openDesk(desk)
    expect(standing.daysLeft).toBeLessThan(0)
    const after = await renew(managingOf(desk), standing)
    expect(after.daysLeft).toBe(30)
    const shown = office.kept.intakeKey
    const { directory, valid_until } = readStatement(INTAKE_KEY, fromEnvelope(shown ?? never()).body)
    expect([directory, valid_until]).toEqual([after.directory.hash, after.directory.body.valid_until])
  })

  test("nothing is signed on top of an older directory than one that was seen", async () => {
    const old = office.kept.trust
    await office.renew()
    await openDesk(desk)
    office.kept.trust = old
    await expect(openDesk(desk)).rejects.toMatchObject({ code: "rollback" })
    expect(office.kept.calls).not.toContain("postTrust")
  })

  test("nothing is signed on top of a directory that another programme's manager signed", async () => {
    const foreign = office.kept.trust
    if (foreign !== null) {
      const directory = { ...foreign.directory, sig: "A".repeat(86), key: foreign.directory.key }
      office.kept.trust = { ...foreign, directory }
    }
    await expect(openDesk(desk)).rejects.toMatchObject({ code: "signature-wrong" })
  })

  test("the keys are forgotten when the session ends", async () => {
    const standing = await openDesk(desk)
    desk.session.forget("left")
    const late = renew(managingOf(desk), standing)
    await expect(late).rejects.toMatchObject({ code: "session-expired" })
  })

  test("the directory that is handed in holds only what stood, one epoch on", async () => {
    const standing = await openDesk(desk)
    await renew(managingOf(desk), standing)
    const posted = office.kept.trust?.directory ?? never()
    const body = readStatement(DIRECTORY, fromEnvelope(posted, 1_048_576).body)
    const { epoch, previous, day, valid_until, ...rest } = body
    const { epoch: _, previous: __, day: ___, valid_until: ____, ...before } = standing.directory.body
    expect([epoch, previous]).toEqual([standing.directory.body.epoch + 1, standing.directory.hash])
    expect(rest).toEqual(before)
    expect([day, valid_until]).toEqual(["2026-11-22", "2026-12-22"])
  })
})

function never(): never {
  throw new TypeError("not there")
}
