// SPDX-License-Identifier: EUPL-1.2
/** p18: captions and a transcript of a film are made beside it, approved by another, and shown beside it only. */
import { resolveObjectURL } from "node:buffer"
import { readFile } from "node:fs/promises"
import { beforeEach, describe, expect, test } from "vitest"
import { openGates } from "../../tests/gates.ts"
import { CASE, type Office, openOffice } from "../../tests/office.ts"
import type { FromFilm, ToFilm } from "../media/watching.ts"
import { readText } from "../protocol/opening.ts"
import { approve, offer, release } from "./decide.ts"
import { claim, openForReview, queuePage, type Review } from "./desk.ts"
import { giveFilm } from "./film.ts"
import { readWithOriginal } from "./forms.ts"
import { endAccess, giveAccess, interpreters } from "./granting.ts"
import { openGranted } from "./interpreting.ts"
import { readOwn } from "./letters.ts"
import { sealMade, sendMade, type ToMake } from "./making.ts"
import type { MediaWorkerLink } from "./media_worker.ts"
import { fetchMessage, openAs } from "./message.ts"
import { answerOffer, openOffer } from "./offers.ts"
import type { Session } from "./session.ts"
import { watch } from "./watch.ts"

const PHONE = new URL("../../../tests/media/iphone.mov", import.meta.url)
const LAST_DAY = "2026-11-29"
const WRITTEN = "WEBVTT\n\nSTYLE\n::cue { color: red }\n\n00:00.000 --> 00:00.500 line:0\n<b>Bonjour</b>\n"
const NORMAL = "WEBVTT\n\n00:00:00.000 --> 00:00:00.500\nBonjour\n"
const CUES = [{ from: 0, to: 500, words: "Bonjour" }]
const YES = {
  words: "",
  contentNote: "",
  conditions: { company: "any", parts: true, print: true, kiosk: true, expires: null },
  checks: [],
} as const
const QUIET = { onStopped: () => undefined, worker: async () => null }

let office: Office
let camille: Session
let jonas: Session
let one: Session
let two: Session
let ina: Session
let film: string

beforeEach(async () => {
  office = await openOffice()
  await office.renew({ mediators: ["mediator one", "mediator two"], interpreters: ["interpreter ina"] })
  ;[camille, jonas, one, two, ina] = await Promise.all([
    office.enter("camille"),
    office.enter("jonas"),
    office.enter("mediator one"),
    office.enter("mediator two"),
    office.enter("interpreter ina"),
  ])
  await openGates([camille, jonas], one)
  film = await given()
})

async function given(): Promise<string> {
  const bytes = await readFile(PHONE)
  return giveFilm(camille, {
    ...{ case: CASE, addressee: null, language: "fr", contentNote: "", supersedes: null },
    ...{ source: { kind: "file", file: new Blob([bytes]) }, bytes: bytes.length },
    ...{ poster: null, captions: "", transcript: null },
  })
}

async function reviewed(mediator: Session, id: string): Promise<Review> {
  const item = (await queuePage(mediator)).items.find((found) => found.id === id)
  if (item === undefined) throw new TypeError("not in the queue")
  if (item.may.includes("claim")) await claim(mediator, item)
  return openForReview(mediator, id)
}

async function letIn(): Promise<void> {
  await reviewed(one, film)
  const [known] = await interpreters(one)
  if (known !== undefined) await giveAccess(one, film, { keyId: known.keyId, until: LAST_DAY })
}

async function captioned(facts: Partial<ToMake> = {}): Promise<string> {
  const from = await openGranted(ina, film)
  const words = { text: "", language: "fr", contentNote: "Sous-titres", captions: WRITTEN }
  const sealed = await sealMade(ina, {
    case: CASE,
    kind: "rendition",
    from,
    spoken: null,
    ...words,
    ...facts,
  } as ToMake)
  await sendMade(ina, sealed)
  return sealed.id
}

async function released(id: string): Promise<void> {
  const approved = await approve(two, await reviewed(two, id), YES)
  await offer(two, approved, YES)
  await answerOffer(jonas, await openOffer(jonas, id), "ready")
  await release(two, (await openForReview(two, id)).item)
}

/** All of a film, as it is watched where no worker runs. */
async function watched(session: Session, media: Review["media"]): Promise<Uint8Array> {
  const [first] = media.films
  if (first === undefined) throw new TypeError("no film")
  const { source } = await watch(session, first, QUIET)
  return new Uint8Array((await resolveObjectURL(source)?.arrayBuffer()) ?? [])
}

describe("captions of a film", () => {
  beforeEach(letIn)

  test("p18: are sealed in normal form, and shown beside the film with who made them", async () => {
    const form = await captioned({ text: "Bonjour." })
    const opened = await openAs(two, await fetchMessage(two, form), "review")
    expect(opened.sender.parts.map(({ type }) => type)).toEqual(["text/vtt", "text/plain"])
    expect(readText(opened.parts[0] ?? new Uint8Array(0))).toBe(NORMAL)
    const review = await reviewed(two, form)
    expect(review).toMatchObject({
      ...{ text: "Bonjour.", maker: { person: ina.person, role: "interpreter" } },
      ...{
        media: { films: [], captions: CUES },
        original: { text: "", media: { films: [{ kind: "video" }] } },
      },
    })
    await released(film)
    await released(form)
    expect(await readWithOriginal(jonas, form)).toMatchObject({
      letter: { kind: "original", media: { films: [{ kind: "video" }], captions: [] } },
      form: { maker: { role: "interpreter" }, media: { films: [], captions: CUES }, text: "Bonjour." },
    })
  })

  test("need no words beside them", async () => {
    const form = await captioned()
    const opened = await openAs(two, await fetchMessage(two, form), "review")
    expect(opened.sender.parts.map(({ type }) => type)).toEqual(["text/vtt"])
  })

  test("p18: are not shown without the film, released", async () => {
    const form = await captioned()
    await released(form)
    await expect(readWithOriginal(jonas, form)).rejects.toMatchObject({ code: "not-released" })
  })

  test.each([
    ["malformed", { captions: "Bonjour" }],
    ["malformed", { captions: NORMAL.replace("00.500", "09.000") }],
    ["hidden-text", { captions: NORMAL.replace("Bon", "Bo\u200Bn") }],
    ["not-normal", { captions: null }],
  ])("%s: nothing is sealed", async (code, facts) => {
    const before = office.kept.messages.size
    await expect(captioned(facts)).rejects.toMatchObject({ code })
    expect(office.kept.messages.size).toBe(before)
  })

  test("a letter has none", async () => {
    const from = { ...(await openGranted(ina, film)), channel: "letter" }
    await expect(captioned({ from } as Partial<ToMake>)).rejects.toMatchObject({ code: "wrong-context" })
  })
})

describe("watching", () => {
  test("the author watches their own film again", async () => {
    const own = await readOwn(camille, film)
    expect(own.text).toBe("")
    expect(new TextDecoder("latin1").decode((await watched(camille, own.media)).subarray(4, 8))).toBe("ftyp")
  })

  test("p18: an interpreter watches the film that they were let in to", async () => {
    await letIn()
    const { media } = await openGranted(ina, film)
    expect(await watched(ina, media)).toEqual(await watched(camille, (await readOwn(camille, film)).media))
  })

  test("p18: nothing of it is fetched when the last day is over, whatever the server still hands out", async () => {
    await letIn()
    const { media } = await openGranted(ina, film)
    await office.clock.move(8 * 86_400)
    await expect(watched(ina, media)).rejects.toMatchObject({ code: "grant-over" })
  })

  test("p18: a film that plays when its last day ends stops with its sentence", async () => {
    await letIn()
    const { media } = await openGranted(ina, film)
    const [first] = media.films
    let worker: MessagePort | null = null
    const link: MediaWorkerLink = {
      hand: (_film, port) => {
        worker = port
        port.postMessage({ say: "ready" } satisfies FromFilm)
      },
      onLost: () => () => undefined,
    }
    let later = 0
    const { clock } = ina.ports
    const ports = { ...ina.ports, clock: { ...clock, now: () => clock.now() + later } }
    const watching = await watch({ ...ina, ports }, first!, { ...QUIET, worker: async () => link })
    const answers: ToFilm[] = []
    const ask = async (number: number) => {
      worker!.onmessage = ({ data }: MessageEvent<ToFilm>) => answers.push(data)
      worker!.postMessage({ say: "fetch", number, first: 0, end: 1 } satisfies FromFilm)
      await expect.poll(() => answers.length).toBe(number)
    }
    await ask(1)
    later = 8 * 86_400
    await ask(2)
    expect(answers).toMatchObject([{ say: "fetched" }, { say: "refused", number: 2, code: "grant-over" }])
    watching.close()
  })

  test("p18: after the grant's end nothing of the film opens", async () => {
    await letIn()
    await endAccess(one, film, { keyId: ina.keyring.keyId, until: LAST_DAY })
    await expect(openGranted(ina, film)).rejects.toMatchObject({ code: "grant-over" })
  })
})
