// SPDX-License-Identifier: EUPL-1.2
/** When the manager cannot be reached and the directory has ended, what stops a letter still works from the desk. */
import { beforeEach, expect, test } from "vitest"
import { CASE, type Office, openOffice } from "../../tests/office.ts"
import { escalate, hold, release } from "./decide.ts"
import { claim, openForReview, queuePage } from "./desk.ts"
import { give } from "./give.ts"
import type { Session } from "./session.ts"

const ENDED_DAYS_AGO = 20

let office: Office
let mediator: Session
let id: string

beforeEach(async () => {
  office = await openOffice()
  const camille = await office.enter("camille")
  mediator = await office.enter("mediator one")
  const letter = { text: "Bonjour.", language: "fr", contentNote: "", supersedes: null, draft: null }
  id = await give(camille, { case: CASE, addressee: null, ...letter })
  const [item] = (await queuePage(mediator)).items
  await claim(mediator, item!)
  await office.renew({ validUntil: "2026-11-25" })
  await office.clock.move((3 + ENDED_DAYS_AGO) * 86_400)
  mediator = await office.enter("mediator one")
})

test("a letter is opened, held and raised as a safety matter", async () => {
  const held = await hold(mediator, await openForReview(mediator, id), "2027-02-01", "Appeler d’abord.")
  expect(held.state).toBe("held")
  const review = await openForReview(mediator, id)
  await escalate(mediator, review, "Un danger.")
  expect((await openForReview(mediator, id)).earlier.map(({ what }) => what)).toEqual(["hold", "escalate"])
})

test("nothing is released on keys that nobody vouches for any more", async () => {
  const { item } = await openForReview(mediator, id)
  await expect(release(mediator, item)).rejects.toMatchObject({ code: "directory-stale" })
})
