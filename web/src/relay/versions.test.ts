// SPDX-License-Identifier: EUPL-1.2
/** Two versions are linked by the manifest's hash, and by nothing that the server says. */
import { beforeEach, expect, test } from "vitest"
import { CASE, type Office, openOffice } from "../../tests/office.ts"
import { giveBack } from "./decide.ts"
import { claim, decisionsOn, openForReview, queuePage } from "./desk.ts"
import { give } from "./give.ts"
import type { Session } from "./session.ts"
import { takeBack } from "./take_back.ts"
import { earlierVersion, laterVersion } from "./versions.ts"

let office: Office
let camille: Session
let mediator: Session
let first: string
let second: string

async function written(text: string, supersedes: string | null): Promise<string> {
  const letter = { text, language: "fr", contentNote: "", supersedes, draft: null }
  return give(camille, { case: CASE, addressee: null, ...letter })
}

beforeEach(async () => {
  office = await openOffice()
  ;[camille, mediator] = await Promise.all([office.enter("camille"), office.enter("mediator one")])
  first = await written("Rue des Érables.", null)
  const [item] = (await queuePage(mediator)).items
  await claim(mediator, item!)
  const review = await openForReview(mediator, first)
  await giveBack(mediator, review, { words: "Sans la rue?", marks: [] })
  second = await written("Chez moi.", review.manifest)
})

test("the new version opens the one that was returned, with what was said of it", async () => {
  const now = await openForReview(mediator, second)
  const before = await earlierVersion(mediator, now)
  expect(before?.id).toBe(first)
  expect(before?.review?.text).toBe("Rue des Érables.")
  expect(before?.review?.earlier.map(({ what }) => what)).toEqual(["return"])
})

test("the returned one knows the version that took its place", async () => {
  expect(await laterVersion(mediator, await openForReview(mediator, first))).toBe(second)
  expect(await laterVersion(mediator, await openForReview(mediator, second))).toBeNull()
})

test("a first version has none before it", async () => {
  expect(await earlierVersion(mediator, await openForReview(mediator, first))).toBeNull()
})

test("what was taken back is gone from beside the new version too", async () => {
  await takeBack(camille, first)
  const now = await openForReview(mediator, second)
  expect(await earlierVersion(mediator, now)).toEqual({ id: first, review: null })
})

test("another letter under the same name is not taken for the earlier version", async () => {
  const other = await written("Autre chose.", null)
  const [real, foreign] = [office.kept.messages.get(first), office.kept.messages.get(other)]
  if (!real || !foreign) throw new TypeError("no such message")
  const now = await openForReview(mediator, second)
  office.kept.messages.set(other, { ...foreign, hash: real.hash })
  office.kept.messages.delete(first)
  await expect(earlierVersion(mediator, now)).rejects.toMatchObject({ code: "wrong-context" })
})

test("what was decided can be read without opening the words", async () => {
  const asked = office.kept.calls.length
  const said = await decisionsOn(mediator, first)
  expect(said.map(({ kind, what, note }) => [kind, what, note])).toEqual([
    ["decision", "return", { kind: "marked", words: "Sans la rue?", marks: [] }],
  ])
  expect(office.kept.calls.slice(asked)).not.toContain("part")
})
