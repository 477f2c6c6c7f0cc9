// SPDX-License-Identifier: EUPL-1.2
/** Drafts: saved without being asked, sealed, and never lost. */
import { beforeEach, describe, expect, test } from "vitest"
import { CASE, type Office, openOffice, settled } from "../../tests/office.ts"
import { RelayError } from "../errors.ts"
import type { DraftContent } from "./draft_store.ts"
import { listDrafts, newDraft, openDraft, takenOver } from "./drafts.ts"
import { give } from "./give.ts"
import type { Session } from "./session.ts"

const EMPTY: DraftContent = {
  addressee: null,
  case: CASE,
  contentNote: "",
  language: "fr",
  supersedes: null,
  text: "",
}
const written = (text: string): DraftContent => ({ ...EMPTY, text })

let office: Office
let camille: Session

beforeEach(async () => {
  office = await openOffice()
  camille = await office.enter("camille")
})

function offline(): void {
  office.kept.fault = () => {
    throw new RelayError("offline", "no link")
  }
}

const puts = () => office.kept.calls.filter((call) => call === "putDraft").length

describe("a draft", () => {
  test("is saved two seconds after typing stops, and not before", async () => {
    const draft = newDraft(camille, EMPTY)
    draft.change(written("B"))
    await office.clock.move(1.5)
    draft.change(written("Bo"))
    await office.clock.move(1.5)
    expect(puts()).toBe(0)
    await office.clock.move(1)
    expect(puts()).toBe(1)
    expect(draft.state()).toMatchObject({ where: "saved-server", conflict: false })
  })

  test("is saved while somebody types without a pause", async () => {
    const draft = newDraft(camille, EMPTY)
    for (let at = 0; at < 20; at++) {
      draft.change(written(`${at}`))
      await office.clock.move(1)
    }
    expect(puts()).toBeGreaterThan(0)
  })

  test("reaches the server as a box without a word of it, in few sizes", async () => {
    const sizes = new Set<number>()
    for (const text of ["a", "ma fille", "b".repeat(500)]) {
      const draft = newDraft(camille, EMPTY)
      draft.change(written(text))
      await draft.flush()
      sizes.add(office.kept.drafts.get(draft.id)?.box.length ?? 0)
      await draft.close()
    }
    expect(sizes.size).toBe(1)
    expect(JSON.stringify([...office.kept.drafts.values()])).not.toContain("fille")
  })

  test("survives text that has no canonical form", async () => {
    const odd = `Noe\u0308l \uD83D `
    const draft = newDraft(camille, EMPTY)
    draft.change(written(odd))
    await draft.close()
    const [saved] = await listDrafts(camille)
    expect(saved?.content.text).toBe(odd)
  })

  test("waits on a private device without a link, and goes up at the next sign-in", async () => {
    const draft = newDraft(camille, EMPTY)
    offline()
    draft.change(written("sans lien"))
    await draft.flush()
    expect(draft.state().where).toBe("saved-device")
    office.kept.fault = () => {}
    const again = await office.enter("camille", { ports: camille.ports })
    const [saved] = await listDrafts(again)
    expect(saved).toMatchObject({ id: draft.id, version: 1, content: { text: "sans lien" } })
    expect(office.kept.drafts.size).toBe(1)
    expect(await camille.device.list("draft/")).toEqual([])
  })

  test("is called unsaved on a shared computer without a link, and tries again by itself", async () => {
    const shared = await office.enter("camille", { privateDevice: false })
    const draft = newDraft(shared, EMPTY)
    offline()
    draft.change(written("ici"))
    await draft.flush()
    expect(draft.state().where).toBe("unsaved-shared")
    expect(await shared.ports.kept.list("")).toEqual([])
    office.kept.fault = () => {}
    await office.clock.move(25)
    expect(draft.state().where).toBe("saved-server")
  })

  test("is sealed before an expired session lets go of the keys, and is there after signing in again", async () => {
    const shared = await office.enter("camille", { privateDevice: false })
    const draft = newDraft(shared, EMPTY)
    draft.change(written("au milieu d’une phr"))
    office.kept.tokens.clear()
    await office.clock.move(2)
    expect(shared.wakefulness()).toEqual({ state: "ended", reason: "expired" })
    const again = await office.enter("camille", { ports: shared.ports, privateDevice: false })
    const [saved] = await listDrafts(again)
    expect(saved?.content.text).toBe("au milieu d’une phr")
    expect(office.kept.drafts.get(draft.id)?.version).toBe(1)
  })

  test("is saved when the idle time ends the session", async () => {
    const draft = newDraft(camille, EMPTY)
    draft.change(written("avant de partir"))
    const end = camille.end("idle")
    await settled()
    await end
    expect(office.kept.drafts.size).toBe(1)
    expect(camille.wakefulness()).toEqual({ state: "ended", reason: "idle" })
  })

  test("keeps both versions when another tab was first", async () => {
    const draft = newDraft(camille, EMPTY)
    draft.change(written("le début"))
    await draft.flush()
    const other = await office.enter("camille")
    const [there] = await listDrafts(other)
    if (there === undefined) throw new TypeError("no draft")
    const second = openDraft(other, there)
    second.change(written("l’autre onglet"))
    await second.close()
    draft.change(written("cet onglet"))
    await draft.close()
    expect(draft.state()).toMatchObject({ where: "saved-server", conflict: true })
    const texts = (await listDrafts(camille)).map(({ content }) => content.text)
    expect(texts.sort()).toEqual(["cet onglet", "l’autre onglet"])
  })

  test("that waited while the server's went on stays beside it", async () => {
    const draft = newDraft(camille, EMPTY)
    draft.change(written("un"))
    await draft.flush()
    offline()
    draft.change(written("hors ligne"))
    await draft.close()
    office.kept.fault = () => {}
    const other = await office.enter("camille")
    const [there] = await listDrafts(other)
    if (there === undefined) throw new TypeError("no draft")
    const second = openDraft(other, there)
    second.change(written("en ligne"))
    await second.close()
    const texts = (await listDrafts(camille)).map(({ content }) => content.text)
    expect(texts.sort()).toEqual(["en ligne", "hors ligne"])
  })

  test("can be discarded for good", async () => {
    const draft = newDraft(camille, EMPTY)
    draft.change(written("non"))
    await draft.flush()
    await draft.discard()
    await office.clock.move(60)
    expect(office.kept.drafts.size).toBe(0)
    expect(await listDrafts(camille)).toEqual([])
  })

  test("of a hostile server's making is passed over, the others stay", async () => {
    const draft = newDraft(camille, EMPTY)
    draft.change(written("à moi"))
    await draft.close()
    const [own] = office.kept.drafts.values()
    if (own === undefined) throw new TypeError("no draft")
    office.kept.drafts.set("CCCCCCCCCCCCCCCCCCCCCA", { ...own, message: "CCCCCCCCCCCCCCCCCCCCCA" })
    expect((await listDrafts(camille)).map(({ id }) => id)).toEqual([draft.id])
  })
})

test("a returned letter opens as a draft that takes its place", async () => {
  const id = await give(camille, { ...EMPTY, text: "Première version.", contentNote: "court", draft: null })
  const draft = newDraft(camille, await takenOver(camille, id))
  expect(draft.content()).toMatchObject({
    text: "Première version.",
    contentNote: "court",
    supersedes: office.kept.messages.get(id)?.hash,
  })
  expect(draft.id).not.toBe(id)
})
