// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, expect, test } from "vitest"
import { deskOf } from "../../tests/key_files.ts"
import { CASE, openOffice } from "../../tests/office.ts"
import { changePolicy, policyOf } from "./managing.ts"
import { type Desk, managingOf, openOffice as openDesk } from "./office.ts"
import { closeCase, isClosed, supervise } from "./supervision.ts"

let desk: Desk
beforeEach(async () => {
  desk = await deskOf(await openOffice())
})

test("m12: a case is closed by a policy with no channels, which verifies, and is opened by one that has some", async () => {
  const before = policyOf(await openDesk(desk), CASE).body
  await closeCase(desk, CASE)
  const closed = await openDesk(desk)
  expect(policyOf(closed, CASE).body).toEqual({
    ...before,
    version: before.version + 1,
    previous: expect.any(String),
    channels: [],
  })
  expect(isClosed(closed, CASE)).toBe(true)
  const { channels } = before
  const opened = await changePolicy(managingOf(desk), closed, { ...policyOf(closed, CASE).body, channels })
  expect(isClosed(opened, CASE)).toBe(false)
})

test("p3: a case that the programme's list does not name is not shown as asking", async () => {
  const client = {
    ...desk.session.ports.client,
    closings: async () => ({
      closings: [CASE, "A".repeat(22)].map((one) => ({ case: one, mediator: "B".repeat(22), at: 1 })),
    }),
  }
  const ports = { ...desk.session.ports, client }
  const seen = await supervise({ ...desk, session: { ...desk.session, ports } })
  expect(seen.closings).toEqual([{ case: CASE, mediator: "B".repeat(22), at: 1, closed: false }])
})
