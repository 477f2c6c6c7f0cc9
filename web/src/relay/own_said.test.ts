// SPDX-License-Identifier: EUPL-1.2
/** What a mediator signed cannot be left out by the relay without their device noticing. */
import { beforeEach, describe, expect, test } from "vitest"
import { CASE, type Office, openOffice } from "../../tests/office.ts"
import { approve, askSecond } from "./decide.ts"
import { claim, openForReview, queuePage } from "./desk.ts"
import { give } from "./give.ts"
import type { Session } from "./session.ts"

let office: Office
let mediator: Session
let id: string

beforeEach(async () => {
  office = await openOffice()
  mediator = await office.enter("mediator one")
  const letter = { case: CASE, addressee: null, text: "Bonjour.", language: "fr", contentNote: "" }
  id = await give(await office.enter("camille"), { ...letter, supersedes: null, draft: null })
})

async function itemOf(session: Session) {
  const item = (await queuePage(session)).items.find((one) => one.id === id)
  if (item === undefined) throw new TypeError("not in the queue")
  return item
}

/** Ask for a second yes, and return how to have the relay leave that out. */
async function askedForASecond(): Promise<() => void> {
  await claim(mediator, await itemOf(mediator))
  await askSecond(mediator, await openForReview(mediator, id), "The second paragraph.")
  const kept = office.kept.messages.get(id)
  if (kept === undefined) throw new TypeError("not kept")
  return () => {
    expect(kept.statements.length).toBeGreaterThan(0)
    kept.statements.length = 0
  }
}

describe("a second yes that was asked for", () => {
  test("is there when the message is opened again", async () => {
    await askedForASecond()
    const review = await openForReview(mediator, id)
    expect(review.earlier.map(({ what }) => what)).toContain("second")
  })

  test("is missed by the device that asked, which opens nothing then", async () => {
    const leaveOut = await askedForASecond()
    leaveOut()
    await expect(openForReview(mediator, id)).rejects.toMatchObject({ code: "rollback" })
  })

  test("is missed by it before anything else is signed", async () => {
    const leaveOut = await askedForASecond()
    const review = await openForReview(mediator, id)
    leaveOut()
    const reading = { company: "any", parts: false, print: false, kiosk: true, expires: null } as const
    const yes = { words: "", contentNote: "", conditions: reading, checks: [] }
    await expect(approve(mediator, review, yes)).rejects.toMatchObject({ code: "rollback" })
  })

  test("is not known to a device that was not there", async () => {
    const leaveOut = await askedForASecond()
    leaveOut()
    const elsewhere = await office.enter("mediator one")
    expect((await openForReview(elsewhere, id)).earlier).toEqual([])
  })
})
