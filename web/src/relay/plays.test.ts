// SPDX-License-Identifier: EUPL-1.2
/** p18: a film that not every browser plays waits, whatever a server says of which form is whose. */
import { readFile } from "node:fs/promises"
import { beforeEach, expect, test } from "vitest"
import { openGates } from "../../tests/gates.ts"
import { CASE, type Office, openOffice } from "../../tests/office.ts"
import type { MessageView } from "../protocol/wire.ts"
import { approve, offer, release } from "./decide.ts"
import { claim, type DeskItem, openForReview, queuePage } from "./desk.ts"
import { type ComposedFilm, giveFilm } from "./film.ts"
import { sealMade, sendMade } from "./making.ts"
import { fetchMessage } from "./message.ts"
import type { Session } from "./session.ts"
import type { Spoken } from "./spoken.ts"

const YES = {
  words: "",
  contentNote: "",
  conditions: { company: "any", parts: true, print: true, kiosk: true, expires: null },
  checks: [],
} as const

let office: Office
let camille: Session
let mediator: Session
let other: Session
/** What the server says of every message in a list. */
let shown: (view: MessageView) => MessageView

beforeEach(async () => {
  office = await openOffice()
  shown = (view) => view
  const ports = office.ports()
  const { messages } = ports.client
  const client = {
    ...ports.client,
    messages: async (query: Parameters<typeof messages>[0]) => {
      const page = await messages(query)
      return { ...page, messages: page.messages.map((view) => shown(view)) }
    },
  }
  await office.renew({ mediators: ["mediator one", "mediator two"] })
  camille = await office.enter("camille")
  other = await office.enter("mediator two")
  mediator = await office.enter("mediator one", { ports: { ...ports, client } })
  await openGates([camille, await office.enter("jonas")], mediator)
})

const bytesOf = async (name: string) =>
  new Uint8Array(await readFile(new URL(`../../../tests/media/${name}`, import.meta.url)))

/** `poster`: what a changed client may put there. */
async function approved(name: string, poster: ComposedFilm["poster"] = null): Promise<DeskItem> {
  const bytes = await bytesOf(name)
  const id = await giveFilm(camille, {
    ...{ case: CASE, addressee: null, language: "fr", contentNote: "", supersedes: null },
    ...{ source: { kind: "file", file: new Blob([bytes]) }, bytes: bytes.length },
    ...{ poster, captions: "", transcript: null },
  })
  return approvedAs(id)
}

async function approvedAs(id: string): Promise<DeskItem> {
  const item = (await queuePage(mediator)).items.find((found) => found.id === id)
  if (item === undefined) throw new TypeError("not in the queue")
  await claim(mediator, item)
  return approve(mediator, await openForReview(mediator, id), YES)
}

/** A form of a film by the other mediator, approved: a sound file, or what a changed client says it is. */
async function formOf(film: DeskItem, name: string, type: Spoken["type"]): Promise<void> {
  const { body, hash } = (await fetchMessage(other, film.id)).manifest
  const from = { manifest: hash, author: body.sender, addressee: body.addressees[0] ?? "" }
  const sealed = await sealMade(other, {
    ...{ case: CASE, kind: "rendition", language: "fr", contentNote: "Lu", text: "", captions: null },
    from: { ...from, channel: "video", text: "", lasts: null },
    spoken: { type, content: await bytesOf(name), durationMs: 1000 },
  })
  await sendMade(other, sealed)
  await approvedAs(sealed.id)
}

const NEEDED = { code: "film-needs-form" }

test("p18: a form of it that plays everywhere stands for a film, and a voice that reads its words does not", async () => {
  const film = await approved("iphone-hevc.mov")
  await formOf(film, "voice.mp4", "audio/mp4")
  await expect(offer(mediator, film, YES)).rejects.toMatchObject(NEEDED)
  await formOf(film, "silent.mp4", "video/mp4")
  await offer(mediator, film, YES)
})

test("p18: without such a form a film is neither offered nor released", async () => {
  const film = await approved("iphone-hevc.mov")
  for (const act of [() => offer(mediator, film, YES), () => release(mediator, film)]) {
    await expect(act()).rejects.toMatchObject(NEEDED)
  }
})

test("p18: one form does not stand for two films", async () => {
  const second = { type: "video/mp4", content: await bytesOf("iphone-hevc.mov") } as unknown
  const film = await approved("iphone-hevc.mov", second as ComposedFilm["poster"])
  await formOf(film, "silent.mp4", "video/mp4")
  await expect(offer(mediator, film, YES)).rejects.toMatchObject(NEEDED)
})

test("p18: a film that is shown as another's form stands for nothing", async () => {
  const film = await approved("iphone-hevc.mov")
  const other = await approved("iphone.mov")
  await expect(offer(mediator, film, YES)).rejects.toMatchObject({ code: "film-needs-form" })
  const of = office.kept.messages.get(film.id)?.hash ?? ""
  shown = (view) => (view.message === other.id ? { ...view, kind: "rendition", derived_from: of } : view)
  await expect(offer(mediator, film, YES)).rejects.toMatchObject({ code: "film-needs-form" })
})
