// SPDX-License-Identifier: EUPL-1.2
/** Who left and who came is read back from policy to policy, and withholding it shows. */
import { beforeEach, expect, test } from "vitest"
import { CASE, character, type Office, openOffice } from "../../tests/office.ts"
import { b64u } from "../crypto/encoding.ts"
import { RelayError } from "../errors.ts"
import { give } from "./give.ts"
import { planHandover, runHandover } from "./handover.ts"
import { mediatorsHistory, pastHandovers } from "./mediators.ts"
import type { Session } from "./session.ts"

let office: Office
let camille: Session
let [one, two] = ["", ""]

beforeEach(async () => {
  office = await openOffice()
  camille = await office.enter("camille")
  one = (await character("mediator one")).person
  two = (await character("mediator two")).person
})

/** Somebody comes, then somebody leaves. */
async function change(): Promise<void> {
  await office.renew({ mediators: ["mediator one", "mediator two"] })
  await office.renew()
  await office.clock.move(600)
  await office.renew({ mediators: ["mediator two"] })
}

test("p19: who came and who left, the latest first, and nothing for policies that changed nobody", async () => {
  await change()
  await camille.trust.refresh()
  const { changes, whole } = await mediatorsHistory(camille, CASE)
  expect(changes.map(({ left, came, version }) => ({ left, came, version }))).toEqual([
    { left: [one], came: [], version: 4 },
    { left: [], came: [two], version: 2 },
  ])
  expect(whole).toBe(true)
  expect((changes[0]?.at ?? 0) - (changes[1]?.at ?? 0)).toBe(600)
})

test("p19: a version that is left out, put in or out of place is refused", async () => {
  await change()
  await camille.trust.refresh()
  const all = office.kept.policies
  const [first, second, ...rest] = all
  if (first === undefined || second === undefined) throw new TypeError("no policies")
  for (const policies of [[first, ...rest], [second, ...rest], [first, first, second, ...rest], []]) {
    office.kept.policies = policies
    await expect(mediatorsHistory(camille, CASE)).rejects.toMatchObject({ code: "policy-mismatch" })
  }
  office.kept.policies = [first, second]
  expect((await mediatorsHistory(camille, CASE)).whole).toBe(false)
})

test("p19: on a shared device, where nothing was kept, who came and went is told all the same", async () => {
  await office.enter("camille", { privateDevice: false })
  await change()
  await office.kept.readBundle(camille.account)
  const again = await office.enter("camille", { privateDevice: false })
  const told = [{ kind: "mediators-changed", case: CASE, left: [one], came: [two] }]
  expect(again.trust.notices()).toEqual(told)
  await again.trust.refresh()
  expect(again.trust.notices()).toEqual(told)
})

test.each([{ privateDevice: true }, { privateDevice: false }])(
  "m12: a closed case is told for as long as it is, and once that it opened again (%o)",
  async (device) => {
    await office.renew({ channels: [] })
    const closed = await office.enter("camille", device)
    expect(closed.trust.notices()).toEqual([{ kind: "case-closed", case: CASE }])
    await office.renew({ channels: ["letter"] })
    await closed.trust.refresh()
    const opened = [{ kind: "case-reopened", case: CASE }]
    if (device.privateDevice) expect(closed.trust.notices()).toEqual(opened)
    await office.renew({ channels: [] })
    await closed.trust.refresh()
    expect(closed.trust.notices()).toEqual([{ kind: "case-closed", case: CASE }])
    await office.kept.readBundle(camille.account)
    await office.renew({ channels: ["letter"] })
    expect((await office.enter("camille", { privateDevice: false })).trust.notices()).toEqual(opened)
  },
)

test("p19: a relay that does not show what changed is told of", async () => {
  await change()
  await office.kept.readBundle(camille.account)
  office.kept.fault = (call) => {
    if (call === "policies") throw new RelayError("not-found", "as if there were none")
  }
  const again = await office.enter("camille", { privateDevice: false })
  expect(again.trust.notices()).toEqual([{ kind: "changes-withheld", case: CASE }])
})

test("p19: what was handed over is told with who gave it to whom; a forged or repeated line is left out", async () => {
  const old = await office.enter("mediator one")
  const facts = { language: "fr", contentNote: "", supersedes: null, draft: null }
  await give(camille, { case: CASE, addressee: null, text: "Bonjour.", ...facts })
  await office.renew({ mediators: ["mediator one", "mediator two"] })
  await old.trust.refresh()
  await runHandover(old, await planHandover(old, CASE, two))
  await office.renew({ mediators: ["mediator two"] })
  const newly = await office.enter("mediator two")
  const line = { giver: one, to: two, keys: 1, day: "2026-11-22" }
  expect(await pastHandovers(newly, CASE)).toEqual([line])
  const [real] = office.kept.handovers
  if (real === undefined) throw new TypeError("nothing was handed over")
  office.kept.handovers.push(
    { ...real, key: newly.keyring.keyId },
    { ...real, sig: b64u(new Uint8Array(64)) },
    real,
  )
  expect(await pastHandovers(newly, CASE)).toEqual([line])
})

test("a first visit tells of nobody's coming", async () => {
  await office.renew({ mediators: ["mediator one", "mediator two"] })
  const jonas = await office.enter("jonas", { privateDevice: false })
  expect(jonas.trust.notices()).toEqual([])
})
