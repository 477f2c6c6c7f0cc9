// SPDX-License-Identifier: EUPL-1.2
/** The whole way of one letter through the actions, and what a hostile server in its middle brings about. */
import { beforeEach, describe, expect, test } from "vitest"
import { openGates } from "../../tests/gates.ts"
import type { MessageKept } from "../../tests/kept.ts"
import { CASE, character, type Office, openOffice } from "../../tests/office.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { toEnvelope } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import { APPROVAL } from "../protocol/approval.ts"
import { signStatement } from "../protocol/heard.ts"
import { approve, decline, escalate, giveBack, hold, offer, release, withdrawForSafety } from "./decide.ts"
import { claim, openForReview, queuePage } from "./desk.ts"
import { give } from "./give.ts"
import { listLetters, readOwn } from "./letters.ts"
import { answerOffer, openOffer } from "./offers.ts"
import { readLetter } from "./read.ts"
import type { Session } from "./session.ts"
import { changeTakingPart, takeBack } from "./take_back.ts"

const FREELY = { company: "any", parts: false, print: false, kiosk: true, expires: null } as const

/** As a mediator says it who asks for nothing special. */
function saying(words: string) {
  return { words, contentNote: "", conditions: FREELY }
}

const YES = { ...saying("D’accord."), checks: ["identity"] }

const TEXT = "Bonjour,\n\nje vous écris pour la première fois."

let office: Office
let camille: Session
let jonas: Session
let mediator: Session
let id: string

beforeEach(async () => {
  office = await openOffice()
  ;[camille, jonas, mediator] = await Promise.all([
    office.enter("camille"),
    office.enter("jonas"),
    office.enter("mediator one"),
  ])
  await openGates([camille, jonas], mediator)
  const letter = {
    case: CASE,
    addressee: null,
    text: TEXT,
    language: "fr",
    contentNote: "Une soirée.",
    supersedes: null,
    draft: null,
  }
  id = await give(camille, letter)
})

function kept(): MessageKept {
  const message = office.kept.messages.get(id)
  if (message === undefined) throw new TypeError("no such message")
  return message
}

async function itemNow() {
  const item = (await queuePage(mediator)).items.find((one) => one.id === id)
  if (item === undefined) throw new TypeError("not in the queue")
  return item
}

async function reviewed() {
  await claim(mediator, await itemNow())
  return openForReview(mediator, id)
}

/** Bring the letter as far as being released. */
async function releaseIt(): Promise<void> {
  const approved = await approve(mediator, await reviewed(), YES)
  await offer(mediator, approved, saying("Une page, de Camille."))
  await answerOffer(jonas, await openOffer(jonas, id), "ready")
  await release(mediator, await itemNow())
}

describe("one letter", () => {
  test("goes from its author through a mediator to a ready reader, and is taken back", async () => {
    const review = await reviewed()
    expect(review).toMatchObject({ text: TEXT, contentNote: "Une soirée.", language: "fr" })
    expect(review.author).toMatchObject({
      person: camille.person,
      side: "harmed",
      keyEpoch: 1,
      keyChanged: false,
    })
    let item = await approve(mediator, review, YES)
    item = await offer(mediator, item, saying("Une page, de Camille."))
    expect(item.may).not.toContain("release")
    const offered = await openOffer(jonas, id)
    expect(offered).toMatchObject({
      answer: null,
      note: { said: { words: "Une page, de Camille." }, by: mediator.person },
    })
    expect((await answerOffer(jonas, offered, "not-now")).answer).toBe("not-now")
    const ready = await answerOffer(jonas, await openOffer(jonas, id), "ready")
    expect(ready.answer).toBe("ready")
    item = await itemNow()
    expect(item.may).toContain("release")
    await release(mediator, item)
    const read = await readLetter(jonas, id)
    expect(read).toMatchObject({ text: TEXT, author: camille.person, paragraphs: TEXT.split("\n\n") })
    expect(kept().state).toBe("opened")
    const proof = await takeBack(camille, id)
    expect(proof).toEqual({ verified: true, at: Math.floor(office.clock.now()) })
    await expect(readLetter(jonas, id)).rejects.toMatchObject({ code: "withdrawn" })
    await expect(readOwn(camille, id)).rejects.toMatchObject({ code: "withdrawn" })
  })

  test("comes back with a note that its author can read, and nobody else's words in it", async () => {
    await giveBack(mediator, await reviewed(), { words: "Pouvez-vous ôter le nom de la rue ?", marks: [] })
    const own = await readOwn(camille, id)
    expect(own.notes).toEqual([
      {
        kind: "decision",
        decision: "return",
        said: { kind: "marked", words: "Pouvez-vous ôter le nom de la rue ?", marks: [] },
        by: mediator.person,
        day: "2026-11-22",
      },
    ])
    expect(own.text).toBe(TEXT)
    expect((await listLetters(camille))[0]).toMatchObject({ state: "returned", may: ["withdraw"] })
  })

  test("keeps the mediators' own notes from its author", async () => {
    await hold(mediator, await reviewed(), "2026-12-01", "Parler d’abord à Jonas.")
    expect((await readOwn(camille, id)).notes).toEqual([])
    expect((await openForReview(mediator, id)).earlier[0]).toMatchObject({
      what: "hold",
      until: "2026-12-01",
      note: { kind: "plain", words: "Parler d’abord à Jonas." },
    })
  })

  test.each([
    ["decline", decline],
    ["escalate", escalate],
  ] as const)("%s is signed and sealed", async (what, act) => {
    await act(mediator, await reviewed(), "Nous en parlerons.")
    expect((await openForReview(mediator, id)).earlier[0]).toMatchObject({
      what,
      note: { words: "Nous en parlerons." },
    })
  })

  test("taken back for safety gives a verified proof", async () => {
    const proof = await withdrawForSafety(mediator, await itemNow(), "Une menace.")
    expect(proof.verified).toBe(true)
  })

  test("numbers of one person's statements rise", async () => {
    await releaseIt()
    const numbers = kept().statements.map(
      ({ body }) => JSON.parse(new TextDecoder().decode(unb64u(body))).number ?? 0,
    )
    const mine = numbers.slice(0, 2)
    expect(mine[1]).toBeGreaterThan(mine[0])
  })

  test("leaving gives a proof that names no message", async () => {
    expect((await changeTakingPart(camille, CASE, "leave")).verified).toBe(true)
  })

  test("can be taken back when trust is broken: only the proof is then unverified", async () => {
    const { trust } = office.kept
    office.kept.trust = trust === null ? null : { ...trust, policies: [] }
    await camille.trust.refresh().catch(() => undefined)
    office.kept.trust = null
    await office.clock.move(60)
    expect(await takeBack(camille, id)).toMatchObject({ verified: false })
    expect(kept().state).toBe("withdrawn")
  })
})

describe("a hostile server", () => {
  test("p2: shows nothing without a release, however it calls the state", async () => {
    const approved = await approve(mediator, await reviewed(), YES)
    await offer(mediator, approved, saying(""))
    await answerOffer(jonas, await openOffer(jonas, id), "ready")
    kept().state = "released"
    await expect(readLetter(jonas, id)).rejects.toMatchObject({ code: "not-released" })
  })

  test("p2: shows nothing when the readiness is missing or not the last word", async () => {
    await releaseIt()
    const all = [...kept().statements]
    const without = (kind: string) =>
      all.filter(({ body }) => JSON.parse(new TextDecoder().decode(unb64u(body))).kind !== kind)
    kept().statements.splice(0, Number.POSITIVE_INFINITY, ...without("readiness"))
    await expect(readLetter(jonas, id)).rejects.toMatchObject({ code: "not-ready" })
    kept().statements.splice(0, Number.POSITIVE_INFINITY, ...without("approval"))
    await expect(readLetter(jonas, id)).rejects.toMatchObject({ code: "not-approved" })
    kept().statements.splice(0, Number.POSITIVE_INFINITY, ...without("release"))
    await expect(readLetter(jonas, id)).rejects.toMatchObject({ code: "not-released" })
  })

  test("p6: shows nothing when a byte of the letter was changed", async () => {
    await releaseIt()
    const stored = kept().parts.get(0)
    if (stored) stored[70] = (stored[70] ?? 0) ^ 1
    await expect(readLetter(jonas, id)).rejects.toMatchObject({ code: "tree-wrong" })
    await expect(openForReview(mediator, id)).rejects.toMatchObject({ code: "tree-wrong" })
    await expect(readOwn(camille, id)).rejects.toMatchObject({ code: "tree-wrong" })
  })

  test("p5: another message's answer under this id is refused", async () => {
    const letter = {
      case: CASE,
      addressee: null,
      text: "Autre.",
      language: "fr",
      contentNote: "",
      supersedes: null,
      draft: null,
    }
    const other = await give(camille, letter)
    const foreign = office.kept.messages.get(other)
    if (foreign) office.kept.messages.set(id, foreign)
    for (const act of [
      () => openForReview(mediator, id),
      () => readOwn(camille, id),
      () => readLetter(jonas, id),
      () => openOffer(jonas, id),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: "wrong-context" })
    }
  })

  test("a second manifest for a message that was seen is a fork", async () => {
    await openForReview(mediator, id)
    await mediator.trust.memory.change((bundle) => ({
      ...bundle,
      manifests: bundle.manifests.map((known) => ({ ...known, manifest: b64u(new Uint8Array(32).fill(7)) })),
    }))
    await expect(openForReview(mediator, id)).rejects.toMatchObject({ code: "fork" })
  })

  test("an offer by nobody assigned has no note, and its words are not shown", async () => {
    await approve(mediator, await reviewed(), YES)
    await offer(mediator, await itemNow(), saying("Vraie offre."))
    const [last] = kept().statements.slice(-1)
    if (last) kept().statements[kept().statements.length - 1] = { ...last, sig: b64u(new Uint8Array(64)) }
    expect((await openOffer(jonas, id)).note).toBeNull()
  })

  test("an approval in another mediator's name does not count for a release", async () => {
    await office.renew({ mediators: ["mediator one", "mediator two"], quorum: 2 })
    await office.clock.move(60)
    const approved = await approve(mediator, await reviewed(), YES)
    const stranger = await character("mediator two")
    const mine = kept().statements.at(-1)
    const said = JSON.parse(new TextDecoder().decode(unb64u(mine?.body ?? "")))
    const { suite: _, kind: __, ...fields } = said
    const forged = await signStatement(APPROVAL, (await character("jonas")).sign, {
      ...fields,
      mediator: stranger.person,
    })
    kept().statements.push(toEnvelope(forged))
    await offer(mediator, approved, saying(""))
    await answerOffer(jonas, await openOffer(jonas, id), "ready")
    await expect(release(mediator, await itemNow())).rejects.toMatchObject({ code: "not-approved" })
  })

  test("a release is refused against another mediator's later no", async () => {
    await office.renew({ mediators: ["mediator one", "mediator two"], quorum: 1 })
    await office.clock.move(60)
    const two = await office.enter("mediator two")
    const letter = {
      case: CASE,
      addressee: null,
      text: "Deux fois lu.",
      language: "fr",
      contentNote: "",
      supersedes: null,
      draft: null,
    }
    id = await give(camille, letter)
    await offer(mediator, await approve(mediator, await reviewed(), YES), saying(""))
    await answerOffer(jonas, await openOffer(jonas, id), "ready")
    await escalate(two, await openForReview(two, id), "Attendez.")
    kept().state = "offered"
    await expect(release(mediator, await itemNow())).rejects.toMatchObject({ code: "not-approved" })
  })

  test("what moved since it was looked at is not signed", async () => {
    const review = await reviewed()
    kept().version += 1
    await expect(approve(mediator, review, YES)).rejects.toMatchObject({ code: "stale-version" })
    expect(kept().statements).toEqual([])
  })

  test("p17: a rolled back directory is refused, and the alarm stays", async () => {
    const old = office.kept.trust
    await office.renew()
    await jonas.trust.refresh()
    office.kept.trust = old
    await expect(readLetter(jonas, id)).rejects.toMatchObject({ code: "rollback" })
    expect(jonas.trust.alarm()).toBe("rollback")
    await expect(openOffer(jonas, id)).rejects.toBeInstanceOf(RelayError)
  })
})
