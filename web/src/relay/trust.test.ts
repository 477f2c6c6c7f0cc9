// SPDX-License-Identifier: EUPL-1.2
/** Trust over time: remembered, never older, and loud when somebody else stands at one's own place. */
import { beforeEach, describe, expect, test } from "vitest"
import { CASE, character, type Office, openOffice } from "../../tests/office.ts"
import { b64u } from "../crypto/encoding.ts"
import { RelayError } from "../errors.ts"
import { firstBundle, joined, NO_FINGERPRINT } from "./bundle.ts"
import type { Session } from "./session.ts"
import { safetyNumberWith } from "./trust.ts"

const hash = (fill: number) => b64u(new Uint8Array(32).fill(fill))
const id = (fill: number) => b64u(new Uint8Array(16).fill(fill))

let office: Office
let camille: Session

beforeEach(async () => {
  office = await openOffice()
  camille = await office.enter("camille")
})

describe("what was seen", () => {
  test("is remembered in the sealed bundle at once", async () => {
    const bundle = await office.kept.readBundle(camille.account)
    expect(bundle).toMatchObject({ root_epoch: 1, directory_epoch: 1, fingerprint: office.fingerprint })
    expect(bundle.policies.map(({ version }) => version)).toEqual([1])
    expect(bundle.certificate).not.toBeNull()
  })

  test("p17: holds on a new device too: no older directory, no other of the same epoch", async () => {
    const old = office.kept.trust
    await office.renew()
    await camille.trust.refresh()
    office.kept.trust = old
    await office.kept.readBundle(camille.account)
    const elsewhere = await office.enter("camille")
    expect([elsewhere.trust.state(), elsewhere.trust.alarm()]).toEqual(["refused", "rollback"])
    await office.renew({ publish: true })
    await elsewhere.trust.refresh()
    const fork = await openOffice().then((other) => other.renew({ publish: false }))
    office.kept.trust = { ...fork, root: office.kept.trust?.root ?? fork.root }
    await expect(elsewhere.trust.refresh()).rejects.toBeInstanceOf(RelayError)
  })

  test("p17: an expired directory is refused 30 days after its end, and told of 14 days before", async () => {
    await office.renew({ validUntil: "2026-12-01" })
    await camille.trust.refresh()
    expect(camille.trust.notices()).toEqual([{ kind: "directory-ends", days: 9 }])
    await office.clock.move(86_400 * 39)
    const later = await office.enter("camille")
    expect(later.trust.state()).toBe("good")
    await office.clock.move(86_400)
    const tooLate = await office.enter("camille")
    expect(tooLate.trust.alarm()).toBe("expired")
  })

  test("is not forgotten over a link that is down", async () => {
    office.kept.fault = () => {
      throw new RelayError("offline", "no link")
    }
    await expect(camille.trust.refresh()).rejects.toMatchObject({ code: "offline" })
    expect([camille.trust.state(), camille.trust.alarm()]).toEqual(["good", null])
  })
})

describe("one's own entry", () => {
  test("p17: a foreign key under one's own name is an alarm", async () => {
    const stranger = await character("stranger")
    const foreign = await office.certify({ ...stranger, person: camille.person }, 2)
    const jonas = office.kept.trust?.certificates[1]
    await office.renew({ certificates: jonas === undefined ? [foreign] : [foreign, jonas] })
    await expect(camille.trust.refresh()).rejects.toMatchObject({ code: "own-entry-wrong" })
    expect([camille.trust.state(), camille.trust.alarm()]).toEqual(["refused", "own-entry-wrong"])
    await expect(camille.trust.picture()).rejects.toMatchObject({ code: "own-entry-wrong" })
  })

  test("a mediator who does not stand in the directory is told so", async () => {
    const two = await office.enter("mediator two")
    expect(two.trust.alarm()).toBe("own-entry-wrong")
  })
})

describe("others' keys", () => {
  test("a key that changed since the last visit is told, by the other device too", async () => {
    const jonas = await character("jonas")
    const anew = { ...(await character("jonas anew")), person: jonas.person }
    const certificates = office.kept.trust?.certificates ?? []
    await office.renew({ certificates: [...certificates, await office.certify(anew, 2)] })
    await camille.trust.refresh()
    expect(camille.trust.notices()).toEqual([{ kind: "key-changed", case: CASE, person: jonas.person }])
    expect(camille.trust.members(CASE).find(({ person }) => person === jonas.person)).toMatchObject({
      keyEpoch: 2,
    })
    const elsewhere = await office.enter("camille")
    expect(elsewhere.trust.notices()).toEqual([{ kind: "key-changed", case: CASE, person: jonas.person }])
  })

  test("a mediator who came is told", async () => {
    await office.renew({ mediators: ["mediator one", "mediator two"] })
    await camille.trust.refresh()
    const { person } = await character("mediator two")
    const told = [{ kind: "mediators-changed", case: CASE, left: [], came: [person] }]
    expect(camille.trust.notices()).toEqual(told)
    await camille.trust.refresh()
    expect(camille.trust.notices()).toEqual(told)
  })

  test("safety numbers agree from both ends", async () => {
    const mediator = await office.enter("mediator one")
    expect(await safetyNumberWith(camille, mediator.person)).toBe(
      await safetyNumberWith(mediator, camille.person),
    )
    await expect(safetyNumberWith(camille, id(3))).rejects.toMatchObject({ code: "not-found" })
  })
})

describe("two sessions that remember at once", () => {
  test("both keep what both saw", async () => {
    await office.kept.readBundle(camille.account)
    const other = await office.enter("camille")
    await Promise.all([
      camille.trust.remember(id(1), hash(1)),
      other.trust.remember(id(2), hash(2)),
      camille.trust.nextNumber(7),
      other.trust.nextNumber(),
    ])
    const bundle = await office.kept.readBundle(camille.account)
    expect(bundle.manifests.map(({ message }) => message)).toEqual([id(1), id(2)])
    expect(bundle.numbers).toBeGreaterThanOrEqual(8)
  })

  test("never hand out one number twice", async () => {
    await office.kept.readBundle(camille.account)
    const other = await office.enter("camille")
    const numbers = await Promise.all([camille, other, camille, other].map(({ trust }) => trust.nextNumber()))
    expect(new Set(numbers).size).toBe(4)
  })

  test("a second manifest for one message is a fork", async () => {
    await office.kept.readBundle(camille.account)
    const other = await office.enter("camille")
    await camille.trust.remember(id(1), hash(1))
    await expect(other.trust.remember(id(1), hash(2))).rejects.toMatchObject({ code: "fork" })
  })

  test("two roots, directories or policies of one number are never joined", () => {
    const one = { ...firstBundle(id(0)), fingerprint: hash(1), directory: hash(1), directory_epoch: 2 }
    expect(() => joined(one, { ...one, fingerprint: hash(2) })).toThrow(/root-wrong/)
    expect(() => joined(one, { ...one, directory: hash(2) })).toThrow(/fork/)
    const policy = (fill: number) => ({ ...one, policies: [{ case: CASE, version: 1, policy: hash(fill) }] })
    expect(() => joined(policy(1), policy(2))).toThrow(/fork/)
    expect(joined({ ...one, fingerprint: NO_FINGERPRINT }, one).fingerprint).toBe(hash(1))
    expect(joined(one, { ...one, directory: hash(9), directory_epoch: 1, numbers: 5 })).toMatchObject({
      directory: hash(1),
      numbers: 5,
    })
  })
})
