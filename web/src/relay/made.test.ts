// SPDX-License-Identifier: EUPL-1.2
/** p18: words are never edited. What a mediator makes of them is proposed, confirmed by its author, and shown as what it is. */
import { readFile } from "node:fs/promises"
import { beforeEach, describe, expect, test } from "vitest"
import { openGates } from "../../tests/gates.ts"
import { bodyOf, type MessageKept } from "../../tests/kept.ts"
import { CASE, character, type Office, openOffice } from "../../tests/office.ts"
import { unb64u } from "../crypto/encoding.ts"
import { LEFT_OUT } from "../review/shortening.ts"
import { approve, offer, release } from "./decide.ts"
import { claim, openForReview, queuePage, type Review } from "./desk.ts"
import { give } from "./give.ts"
import { accessTo, endAccess, giveAccess, interpreters } from "./granting.ts"
import { listWork, openGranted } from "./interpreting.ts"
import { readOwn } from "./letters.ts"
import { type MadeFrom, sealMade, sendMade, type ToMake } from "./making.ts"
import { answerOffer, openOffer } from "./offers.ts"
import { confirmProposal, openProposal } from "./proposals.ts"
import { readLetter } from "./read.ts"
import type { Session } from "./session.ts"
import { spokenFrom } from "./spoken.ts"
import { takeBack } from "./take_back.ts"

const LETTER = "I am sorry. I live on Elm Street now. I think of you.\n\nYou asked why."
const TOLD = "I told him that I sleep better now."
const YES = {
  words: "",
  contentNote: "",
  conditions: { company: "any", parts: true, print: true, kiosk: true, expires: null },
  checks: [],
} as const

let office: Office
let camille: Session
let jonas: Session
let one: Session
let two: Session

beforeEach(async () => {
  office = await openOffice()
  await office.renew({ mediators: ["mediator one", "mediator two"], interpreters: ["interpreter ina"] })
  ;[camille, jonas, one, two] = await Promise.all([
    office.enter("camille"),
    office.enter("jonas"),
    office.enter("mediator one"),
    office.enter("mediator two"),
  ])
  await openGates([camille, jonas], one)
})

function kept(id: string): MessageKept {
  const message = office.kept.messages.get(id)
  if (message === undefined) throw new TypeError("no such message")
  return message
}

async function made(session: Session, toMake: ToMake): Promise<string> {
  const sealed = await sealMade(session, toMake)
  await sendMade(session, sealed)
  return sealed.id
}

async function told(): Promise<string> {
  const { person } = camille
  const words = { text: TOLD, language: "en", contentNote: "" }
  return made(one, { case: CASE, kind: "relayed", author: person, addressee: jonas.person, ...words })
}

async function written(): Promise<string> {
  return give(camille, {
    ...{ case: CASE, addressee: null, text: LETTER, language: "en", contentNote: "" },
    ...{ supersedes: null, draft: null },
  })
}

async function reviewed(mediator: Session, id: string): Promise<Review> {
  const item = (await queuePage(mediator)).items.find((found) => found.id === id)
  if (item === undefined) throw new TypeError("not in the queue")
  if (item.may.includes("claim")) await claim(mediator, item)
  return openForReview(mediator, id)
}

function from({ item, manifest, author, text }: Review): MadeFrom {
  const words = { text, lasts: null }
  return { manifest, channel: item.channel, author: author.person, addressee: item.addressee, ...words }
}

async function shortened(text: string): Promise<string> {
  const review = await reviewed(one, await written())
  const words = { text, language: "en", contentNote: "" }
  return made(one, { case: CASE, kind: "redaction", from: from(review), ...words })
}

async function confirmed(id: string): Promise<void> {
  await confirmProposal(camille, await openProposal(camille, id))
}

/** Bring it to the reader. */
async function releasedBy(mediator: Session, id: string): Promise<void> {
  const approved = await approve(mediator, await reviewed(mediator, id), YES)
  await offer(mediator, approved, YES)
  await answerOffer(jonas, await openOffer(jonas, id), "ready")
  await release(mediator, (await openForReview(mediator, id)).item)
}

describe("told words", () => {
  test("are proposed, confirmed, reviewed by another, and read as what they are", async () => {
    const id = await told()
    const proposal = await openProposal(camille, id)
    expect(proposal).toMatchObject({ text: TOLD, original: null, maker: { person: one.person } })
    expect(proposal.letter).toMatchObject({
      state: "proposed",
      kind: "relayed",
      may: ["confirm", "withdraw"],
    })
    expect((await confirmProposal(camille, proposal)).state).toBe("submitted")
    expect(await reviewed(two, id)).toMatchObject({
      text: TOLD,
      confirmed: true,
      maker: { person: one.person, role: "mediator" },
      author: { person: camille.person },
    })
    await releasedBy(two, id)
    expect(await readLetter(jonas, id)).toMatchObject({
      text: TOLD,
      kind: "relayed",
      author: camille.person,
      maker: { person: one.person, role: "mediator" },
    })
  })

  test("p18: are not approved before their author said yes", async () => {
    const id = await told()
    const review = await openForReview(two, id)
    expect(review.confirmed).toBe(false)
    kept(id).state = "in_review"
    const item = { ...review.item, version: kept(id).version }
    await expect(approve(two, { ...review, item }, YES)).rejects.toMatchObject({ code: "not-confirmed" })
    expect(kept(id).statements).toEqual([])
  })

  test("p18: a yes to another version, or by somebody else, is none", async () => {
    const [id, other] = [await told(), await told()]
    await confirmed(other)
    kept(id).state = "submitted"
    kept(id).confirmation = kept(other).confirmation
    await expect(openForReview(two, id)).rejects.toMatchObject({ code: "commitment-wrong" })
    await expect(readOwn(camille, id)).resolves.toMatchObject({ text: TOLD })
  })

  test("p18: approved by who wrote them down alone, they are not released", async () => {
    const id = await told()
    await confirmed(id)
    const approved = await approve(one, await reviewed(one, id), YES)
    await offer(one, approved, YES)
    await answerOffer(jonas, await openOffer(jonas, id), "ready")
    const { item } = await openForReview(one, id)
    await expect(release(one, item)).rejects.toMatchObject({ code: "not-approved" })
  })

  test("p18: without the confirmation nothing is released, and nothing is read", async () => {
    const id = await told()
    await confirmed(id)
    const approved = await approve(two, await reviewed(two, id), YES)
    await offer(two, approved, YES)
    await answerOffer(jonas, await openOffer(jonas, id), "ready")
    const { item } = await openForReview(two, id)
    const yes = kept(id).confirmation
    kept(id).confirmation = null
    await expect(release(two, item)).rejects.toMatchObject({ code: "not-confirmed" })
    kept(id).confirmation = yes
    await release(two, item)
    kept(id).confirmation = null
    await expect(readLetter(jonas, id)).rejects.toMatchObject({ code: "not-confirmed" })
  })

  test("are taken back by their author's own key: no needs no reason", async () => {
    const id = await told()
    expect((await takeBack(camille, id)).verified).toBe(true)
    const said = bodyOf(kept(id).statements[0] as never)
    expect(said).toMatchObject({ kind: "withdrawal", participant: camille.person })
    expect(kept(id).statements[0]?.key).toBe((await character("camille")).keyId)
  })

  test("p18: another version than the one that was opened is not confirmed", async () => {
    const [id, other] = [await told(), await told()]
    const proposal = await openProposal(camille, id)
    office.kept.messages.set(id, kept(other))
    await expect(confirmProposal(camille, proposal)).rejects.toMatchObject({ code: "wrong-context" })
    expect(kept(other).confirmation).toBeNull()
  })

  test("the yes is sealed: the server holds no signature of a person over words", async () => {
    const id = await told()
    await confirmed(id)
    const box = new TextDecoder().decode(unb64u(kept(id).confirmation ?? ""))
    expect(box).not.toContain("sig")
    expect(kept(id).statements.map((statement) => bodyOf(statement)["kind"])).toEqual([])
  })
})

describe("a shorter version", () => {
  const SHORTER = `I am sorry. ${LEFT_OUT} I think of you.\n\nYou asked why.`

  test("lies beside its original before its author, who sees that nothing was put in", async () => {
    const id = await shortened(SHORTER)
    const proposal = await openProposal(camille, id)
    expect(proposal).toMatchObject({ text: SHORTER, onlyLeftOut: true, original: { text: LETTER } })
    await confirmProposal(camille, proposal)
    expect(await reviewed(two, id)).toMatchObject({ confirmed: true, original: { text: LETTER } })
    await releasedBy(two, id)
    expect(await readLetter(jonas, id)).toMatchObject({ text: SHORTER, kind: "redaction" })
  })

  test.each([
    ["a word put in", "I am very sorry. […] You asked why."],
    ["the whole letter", LETTER],
    ["nothing", LEFT_OUT],
  ])("p18: %s cannot be sealed as one", async (_, text) => {
    await expect(shortened(text)).rejects.toMatchObject({ code: "wrong-context" })
  })

  test("p18: a foreign word that a mediator sealed all the same is shown to the author as such", async () => {
    const review = await reviewed(one, await written())
    const foreign = { ...from(review), text: "I am very sorry. I think of you." }
    const words = { text: `I am very sorry. ${LEFT_OUT}`, language: "en", contentNote: "" }
    const id = await made(one, { case: CASE, kind: "redaction", from: foreign, ...words })
    expect((await openProposal(camille, id)).onlyLeftOut).toBe(false)
  })
})

describe("an interpreter", () => {
  let ina: Session
  let id: string

  beforeEach(async () => {
    ina = await office.enter("interpreter ina")
    id = await written()
    await reviewed(one, id)
    const [known] = await interpreters(one)
    if (known !== undefined) await giveAccess(one, id, { keyId: known.keyId, until: "2026-11-29" })
  })

  async function rendered(): Promise<string> {
    const words = await openGranted(ina, id)
    const text = "Je suis désolée. J’habite rue Elm. Je pense à vous.\n\nVous avez demandé pourquoi."
    const facts = {
      text,
      language: "fr",
      contentNote: "Traduction de l’anglais",
      captions: null,
      spoken: null,
    }
    return made(ina, { case: CASE, kind: "rendition", from: words, ...facts })
  }

  test("opens what they were let in to, and nothing else", async () => {
    const { granted } = await listWork(ina)
    expect(granted).toEqual([{ id, case: CASE, until: "2026-11-29", by: one.person }])
    expect(await openGranted(ina, id)).toMatchObject({ text: LETTER, until: "2026-11-29", by: one.person })
    const other = await written()
    await expect(openGranted(ina, other)).rejects.toMatchObject({ code: "grant-over" })
  })

  test("p18: renders it for the mediators, and the reader sees it beside its original with its maker", async () => {
    const rendition = await rendered()
    const review = await reviewed(two, rendition)
    expect(review).toMatchObject({
      confirmed: true,
      maker: { person: ina.person, role: "interpreter" },
      original: { text: LETTER, language: "en" },
      author: { person: camille.person },
    })
    await releasedBy(two, id)
    await releasedBy(two, rendition)
    expect(await readLetter(jonas, rendition)).toMatchObject({
      kind: "rendition",
      language: "fr",
      author: camille.person,
      maker: { person: ina.person, role: "interpreter" },
    })
  })

  test("p18: words read aloud are a rendition that is heard, cleaned before they are sealed", async () => {
    const words = await openGranted(ina, id)
    const file = new Blob([await readFile(new URL("../../../tests/media/voice.mp4", import.meta.url))])
    const spoken = await spokenFrom(file, () => true)
    const facts = { text: "", language: "en", contentNote: "The letter read aloud", captions: null, spoken }
    const rendition = await made(ina, { case: CASE, kind: "rendition", from: words, ...facts })
    const review = await reviewed(two, rendition)
    expect(review.media.films).toMatchObject([{ kind: "sound", type: "audio/mp4" }])
    await releasedBy(two, id)
    await releasedBy(two, rendition)
    const heard = await readLetter(jonas, rendition)
    expect(heard).toMatchObject({ text: "", kind: "rendition", maker: { person: ina.person } })
    expect(heard.media.films).toMatchObject([{ kind: "sound", length: spoken.content.length }])
  })

  test.each(["iphone.mov", "silent.mp4"])("what has a picture is not words read aloud: %s", async (name) => {
    const file = new Blob([await readFile(new URL(`../../../tests/media/${name}`, import.meta.url))])
    await expect(spokenFrom(file, () => true)).rejects.toMatchObject({ code: "media-codec" })
  })

  test("p18: a rendition without its released original is not shown", async () => {
    const rendition = await rendered()
    await releasedBy(two, rendition)
    await expect(readLetter(jonas, rendition)).rejects.toMatchObject({ code: "not-released" })
    office.kept.messages.delete(id)
    await expect(readLetter(jonas, rendition)).rejects.toMatchObject({ code: "not-confirmed" })
  })

  test("p18: without its grant a rendition is neither reviewed nor shown", async () => {
    const rendition = await rendered()
    await releasedBy(two, id)
    await releasedBy(two, rendition)
    const source = kept(id)
    const grants = source.statements.filter((statement) => bodyOf(statement)["kind"] !== "grant")
    source.statements.splice(0, source.statements.length, ...grants)
    await expect(openForReview(two, rendition)).rejects.toMatchObject({ code: "grant-over" })
    await expect(readLetter(jonas, rendition)).rejects.toMatchObject({ code: "grant-over" })
  })

  test("p18: a grant replayed after its end opens nothing", async () => {
    const given = kept(id).statements.find((statement) => bodyOf(statement)["kind"] === "grant")
    const keyId = ina.keyring.keyId
    await endAccess(one, id, { keyId, until: "2026-11-29" })
    expect(await accessTo(two, id)).toMatchObject([{ keyId, stands: false }])
    await expect(openGranted(ina, id)).rejects.toMatchObject({ code: "grant-over" })
    if (given !== undefined) kept(id).statements.push(given)
    await expect(openGranted(ina, id)).rejects.toMatchObject({ code: "grant-over" })
  })

  test("p18: its last day passes for everybody", async () => {
    expect(await accessTo(two, id)).toMatchObject([{ person: ina.person, by: one.person, stands: true }])
    await office.clock.move(8 * 86_400)
    ;[ina, two] = await Promise.all([office.enter("interpreter ina"), office.enter("mediator two")])
    await expect(openGranted(ina, id)).rejects.toMatchObject({ code: "grant-over" })
    expect(await accessTo(two, id)).toMatchObject([{ stands: false }])
  })

  test("its author sees who may open it", async () => {
    expect((await readOwn(camille, id)).access).toMatchObject([
      { person: ina.person, until: "2026-11-29", stands: true },
    ])
  })

  test("one who is not listed is let in by nobody", async () => {
    const { keyId } = await character("interpreter ivo")
    await expect(giveAccess(one, id, { keyId, until: "2026-11-29" })).rejects.toMatchObject({
      code: "signer-not-allowed",
    })
  })
})
