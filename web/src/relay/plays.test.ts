// SPDX-License-Identifier: EUPL-1.2
/** p18: a film that not every browser plays waits, whatever a server says of which form is whose. */
import { readFile } from "node:fs/promises"
import { beforeEach, expect, test } from "vitest"
import { openGates } from "../../tests/gates.ts"
import { CASE, type Office, openOffice } from "../../tests/office.ts"
import type { MessageView } from "../protocol/wire.ts"
import { approve, offer } from "./decide.ts"
import { claim, type DeskItem, openForReview, queuePage } from "./desk.ts"
import { giveFilm } from "./film.ts"
import type { Session } from "./session.ts"

const YES = {
  words: "",
  contentNote: "",
  conditions: { company: "any", parts: true, print: true, kiosk: true, expires: null },
  checks: [],
} as const

let office: Office
let camille: Session
let mediator: Session
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
  camille = await office.enter("camille")
  mediator = await office.enter("mediator one", { ports: { ...ports, client } })
  await openGates([camille, await office.enter("jonas")], mediator)
})

async function approved(name: string): Promise<DeskItem> {
  const bytes = await readFile(new URL(`../../../tests/media/${name}`, import.meta.url))
  const id = await giveFilm(camille, {
    ...{ case: CASE, addressee: null, language: "fr", contentNote: "", supersedes: null },
    ...{ source: { kind: "file", file: new Blob([bytes]) }, bytes: bytes.length },
    ...{ poster: null, captions: "", transcript: null },
  })
  const item = (await queuePage(mediator)).items.find((found) => found.id === id)
  if (item === undefined) throw new TypeError("not in the queue")
  await claim(mediator, item)
  return approve(mediator, await openForReview(mediator, id), YES)
}

test("p18: a film that is shown as another's form stands for nothing", async () => {
  const film = await approved("iphone-hevc.mov")
  const other = await approved("iphone.mov")
  await expect(offer(mediator, film, YES)).rejects.toMatchObject({ code: "film-needs-form" })
  const of = office.kept.messages.get(film.id)?.hash ?? ""
  shown = (view) => (view.message === other.id ? { ...view, kind: "rendition", derived_from: of } : view)
  await expect(offer(mediator, film, YES)).rejects.toMatchObject({ code: "film-needs-form" })
})
