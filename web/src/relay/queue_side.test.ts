// SPDX-License-Identifier: EUPL-1.2
/** The queue of one side leads on to what stands on later pages, and never fetches without end. */
import { expect, test } from "vitest"
import { CASE, openOffice } from "../../tests/office.ts"
import type { MessageQuery } from "./client.ts"
import { give } from "./give.ts"
import { queueOfSide } from "./queue_side.ts"
import type { Session } from "./session.ts"

async function written(who: Session): Promise<string> {
  const letter = { text: "Bonjour.", language: "fr", contentNote: "", supersedes: null, draft: null }
  return give(who, { case: CASE, addressee: null, ...letter })
}

test("only what that side wrote is shown", async () => {
  const office = await openOffice()
  const [camille, jonas] = await Promise.all([office.enter("camille"), office.enter("jonas")])
  const hers = await written(camille)
  const his = await written(jonas)
  const mediator = await office.enter("mediator one")
  const ids = async (side: "harmed" | "responsible" | null) =>
    (await queueOfSide(mediator, side)).items.map(({ id }) => id).sort()
  await mediator.trust.refresh()
  expect(await ids("harmed")).toEqual([hers])
  expect(await ids("responsible")).toEqual([his])
  expect(await ids(null)).toEqual([hers, his].sort())
})

test("it asks page after page with the key of the page before, and stops after a few", async () => {
  const office = await openOffice()
  const ports = office.ports()
  const mediator = await office.enter("mediator one", { ports })
  const asked: (string | undefined)[] = []
  const client = {
    ...ports.client,
    messages: async ({ after }: MessageQuery) => {
      asked.push(after)
      return { messages: [], next: `after ${asked.length}` }
    },
  }
  const page = await queueOfSide({ ...mediator, ports: { ...ports, client } }, "harmed")
  expect(asked).toEqual([undefined, "after 1", "after 2", "after 3", "after 4"])
  expect(page).toEqual({ items: [], next: "after 5" })
})
