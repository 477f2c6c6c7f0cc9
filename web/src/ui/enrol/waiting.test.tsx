// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest"
import { actWith } from "../acting.ts"
import { type Invented, inventedActions, inventedSession } from "../examples/invented.ts"
import { begin, settle, signedIn } from "../session.ts"
import { after, draw, inEnglish } from "../testing.tsx"
import { Waiting } from "./waiting.tsx"

beforeAll(inEnglish)

async function waiting(of: Invented): Promise<string> {
  actWith(inventedActions({ ...of, unanchored: true }, "en"))
  begin(inventedSession({ ...of, unanchored: true }))
  await settle(signedIn()).catch(() => {})
  const room = draw(<Waiting ticket={null} />)
  await after(() => undefined)
  return room.textContent ?? ""
}

test("a participant waits for their mediator", async () => {
  expect(await waiting({ role: "participant", side: "harmed" })).toContain(
    "Your mediator finishes the last step",
  )
})

test.each(["mediator", "interpreter"] as const)(
  "%s waits for the programme, and for no mediator",
  async (role) => {
    const said = await waiting({ role, side: "harmed" })
    expect(said).toContain("A programme manager finishes the last step")
    expect(said).not.toContain("our mediator")
  },
)
