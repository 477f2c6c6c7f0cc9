// SPDX-License-Identifier: EUPL-1.2
/** A desk's settings outlive signing out, and belong to one person. */
import { expect, test } from "vitest"
import { openOffice } from "../../tests/office.ts"
import { clearDevice } from "./clearing.ts"
import { keepSettings, readSettings } from "./desk_settings.ts"

const SET = { pauses: false, shortcuts: false }

test("what was set is there again after signing out, and only for who set it", async () => {
  const office = await openOffice()
  const ports = office.ports()
  const one = await office.enter("mediator one", { ports })
  const two = await office.enter("camille", { ports })
  await keepSettings(one, SET)
  await clearDevice(ports)
  expect(await readSettings(one)).toEqual(SET)
  expect(await readSettings(two)).toBeNull()
})

test("what does not open is as if nothing had been set", async () => {
  const office = await openOffice()
  const one = await office.enter("mediator one")
  await one.device.put(`settings/${one.account}`, new Uint8Array(80))
  expect(await readSettings(one)).toBeNull()
})

test("nothing of it lies on the device in the clear", async () => {
  const office = await openOffice()
  const one = await office.enter("mediator one")
  await keepSettings(one, SET)
  const [kept] = await one.device.list("settings/")
  expect(new TextDecoder().decode(kept?.bytes)).not.toContain("pauses")
})
