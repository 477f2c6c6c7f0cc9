// SPDX-License-Identifier: EUPL-1.2
/** A person's keys are listed newest first, with who certified each; what the policy does not name is none. */
import { expect, test } from "vitest"
import { CASE, character, openOffice } from "../../tests/office.ts"
import { keyHistory } from "./key_history.ts"

test("a key that was changed leaves the former one in the list", async () => {
  const office = await openOffice()
  const mediator = await office.enter("mediator one")
  const camille = await character("camille")
  const anew = await office.certify({ ...(await character("stranger")), person: camille.person }, 2)
  await office.renew({ certificates: [...(office.kept.trust?.certificates ?? []), anew] })
  await mediator.trust.refresh()
  const keys = await keyHistory(mediator, CASE, camille.person)
  expect(keys.map(({ epoch, current, by, day }) => [epoch, current, by, day])).toEqual([
    [2, true, mediator.person, "2026-11-22"],
    [1, false, mediator.person, "2026-11-22"],
  ])
  expect(new Set(keys.map(({ certificate }) => certificate)).size).toBe(2)
})

test("a certificate that the policy does not name is not shown as this person's", async () => {
  const office = await openOffice()
  const mediator = await office.enter("mediator one")
  const camille = await character("camille")
  const foreign = await office.certify({ ...(await character("stranger")), person: camille.person }, 2)
  const trust = office.kept.trust
  if (trust) office.kept.trust = { ...trust, certificates: [...trust.certificates, foreign] }
  await mediator.trust.refresh()
  expect((await keyHistory(mediator, CASE, camille.person)).map(({ epoch }) => epoch)).toEqual([1])
})
