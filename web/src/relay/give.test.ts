// SPDX-License-Identifier: EUPL-1.2
/** Sealing and giving: once per id, the same bytes to the end, and nothing for the addressee. */
import { beforeEach, describe, expect, test } from "vitest"
import { CASE, character, type Office, openOffice } from "../../tests/office.ts"
import { decode, isObject } from "../crypto/canonical.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { RelayError } from "../errors.ts"
import { newDraft } from "./drafts.ts"
import {
  type Composed,
  continueSending,
  dropUnsent,
  give,
  type Progress,
  preview,
  unsentLetters,
} from "./give.ts"
import { readOwn } from "./letters.ts"
import type { Session } from "./session.ts"
import { possibilities } from "./to_whom.ts"

const LETTER: Composed = {
  case: CASE,
  addressee: null,
  text: "Bonjour,\r\n\r\n\r\n\r\nje  voulais vous dire ceci.  ",
  language: "fr",
  contentNote: "",
  supersedes: null,
  draft: null,
}

let office: Office
let camille: Session

beforeEach(async () => {
  office = await openOffice()
  camille = await office.enter("camille")
})

function breaks(call: string, times = 1, code: "offline" | "session-expired" = "offline"): void {
  let left = times
  office.kept.fault = (name) => {
    if (name !== call || left === 0) return
    left -= 1
    throw new RelayError(code, "a broken link")
  }
}

/** Every pair of salt and manifest that was ever sent, with the ciphertext under it. */
function sealedThings() {
  return [...office.kept.messages.values()].map(({ manifest, parts }) => {
    const body = decode(unb64u(manifest.body))
    const [part] = isObject(body)
      ? (body["parts"] as readonly { readonly salt: string; readonly commitment: string }[])
      : []
    return { salt: part?.salt, commitment: part?.commitment, stored: b64u(parts.get(0) ?? new Uint8Array(0)) }
  })
}

describe("giving a letter", () => {
  test("normalises, seals for mediators and the author alone, and can be opened again by its author", async () => {
    const stages: Progress[] = []
    const id = await give(camille, LETTER, { onProgress: (progress) => stages.push(progress) })
    const message = office.kept.messages.get(id)
    expect(message?.state).toBe("submitted")
    expect(message?.wraps.map(({ purpose }) => purpose)).toEqual(["review", "self"])
    expect((await readOwn(camille, id)).text).toBe("Bonjour,\n\nje voulais vous dire ceci.")
    expect([...new Set(stages.map(({ stage }) => stage))]).toEqual(["preparing", "locking", "sending"])
    expect(stages.at(-1)).toEqual({ stage: "sending", done: 1, mayClose: true })
    expect(await unsentLetters(camille)).toEqual([])
  })

  test("refuses hidden text before anything is sealed or sent", async () => {
    const before = office.kept.calls.length
    await expect(give(camille, { ...LETTER, text: "Bon\u200Bjour" })).rejects.toMatchObject({
      code: "hidden-text",
    })
    await expect(give(camille, { ...LETTER, text: "   " })).rejects.toMatchObject({ code: "not-normal" })
    expect(office.kept.calls.length).toBe(before)
    expect(() => preview("a\u202Eb")).toThrow(RelayError)
  })

  test("keeps a content note within 2,000 bytes", async () => {
    await expect(give(camille, { ...LETTER, contentNote: "é".repeat(1001) })).rejects.toMatchObject({
      code: "too-large",
    })
    const hidden = give(camille, { ...LETTER, contentNote: "voir\u202E ici" })
    await expect(hidden).rejects.toMatchObject({ code: "hidden-text" })
    const id = await give(camille, { ...LETTER, contentNote: "  une\tsoirée \r\n" })
    expect((await readOwn(camille, id)).contentNote).toBe("une soirée")
  })

  test("names the draft as the message, and the draft goes with it", async () => {
    const content = { ...LETTER, text: "Bonjour." }
    const { draft: _, ...written } = content
    const draft = newDraft(camille, written)
    draft.change(written)
    await draft.flush()
    expect(office.kept.drafts.size).toBe(1)
    const id = await give(camille, { ...content, draft: draft.id })
    expect(id).toBe(draft.id)
    draft.change({ ...written, text: "Plus tard." })
    await office.clock.move(30)
    expect(office.kept.drafts.size).toBe(0)
  })

  test("takes a stale version once more", async () => {
    let first = true
    office.kept.fault = (call) => {
      const message = [...office.kept.messages.values()][0]
      if (call === "submit" && first && message) {
        first = false
        message.version += 1
      }
    }
    const id = await give(camille, LETTER)
    expect(office.kept.messages.get(id)?.state).toBe("submitted")
  })
})

describe("for whom it is", () => {
  test("is never guessed between two people, whatever went between them before", async () => {
    const jonas = await office.enter("jonas")
    const newcomer = { ...(await character("zoe")), side: "harmed" as const }
    const certificates = office.kept.trust?.certificates ?? []
    await office.renew({
      certificates: [...certificates, await office.certify(newcomer)],
      others: [newcomer],
    })
    await expect(give(jonas, LETTER)).rejects.toMatchObject({ code: "not-addressed" })
    await give(jonas, { ...LETTER, addressee: camille.person })
    await expect(give(jonas, LETTER)).rejects.toMatchObject({ code: "not-addressed" })
    const id = await give(jonas, { ...LETTER, addressee: newcomer.person })
    expect(office.kept.messages.get(id)?.body["addressees"]).toEqual([newcomer.person])
  })

  test("those who can be written to are named with the day of what went between, where there is a choice", async () => {
    expect(await possibilities(camille, [CASE])).toMatchObject([{ case: CASE, lastDay: null }])
    const jonas = await office.enter("jonas")
    const newcomer = { ...(await character("zoe")), side: "harmed" as const }
    const certificates = [...(office.kept.trust?.certificates ?? []), await office.certify(newcomer)]
    await office.renew({ certificates, others: [newcomer] })
    await jonas.trust.refresh()
    await give(jonas, { ...LETTER, addressee: camille.person })
    const found = await possibilities(jonas, [CASE])
    expect(new Set(found)).toEqual(
      new Set([
        { case: CASE, person: camille.person, lastDay: "2026-11-22" },
        { case: CASE, person: newcomer.person, lastDay: null },
      ]),
    )
  })
})

describe("a sending that breaks off", () => {
  test.each(["newMessage", "raw POST", "raw PATCH", "submit"])(
    "at %s goes on with the very same bytes after a reload (p25)",
    async (call) => {
      breaks(call, 99)
      await expect(give(camille, LETTER, { signal: AbortSignal.timeout(400) })).rejects.toMatchObject({
        code: "offline",
      })
      office.kept.fault = () => {}
      const [unsent] = await unsentLetters(camille)
      const before = await camille.device.get(`unsent/${camille.account}/${unsent?.id}/part-0`)
      const again = await office.enter("camille", { ports: camille.ports })
      expect(await unsentLetters(again)).toEqual([unsent])
      const id = await continueSending(again, unsent?.id ?? "")
      expect(office.kept.messages.get(id)?.state).toBe("submitted")
      expect(office.kept.messages.get(id)?.parts.get(0)).toEqual(before)
      expect(office.kept.messages.size).toBe(1)
      expect(await unsentLetters(again)).toEqual([])
    },
  )

  test("p25: who lost the ciphertext seals under a new id, key and salt", async () => {
    const shared = await office.enter("camille", { privateDevice: false })
    const draft = "AAAAAAAAAAAAAAAAAAAAAA"
    breaks("submit", 99)
    await expect(give(shared, { ...LETTER, draft })).rejects.toMatchObject({ code: "offline" })
    office.kept.fault = () => {}
    // A reload on a shared computer: memory is gone, the bundle is not.
    const later = await office.kept
      .readBundle(shared.account)
      .then(() => office.enter("camille", { privateDevice: false }))
    const id = await give(later, { ...LETTER, draft, text: "Autre texte." })
    expect(id).not.toBe(draft)
    expect(office.kept.messages.get(draft)?.state).toBe("withdrawn")
    const sealed = sealedThings()
    expect(new Set(sealed.map(({ salt }) => salt)).size).toBe(sealed.length)
    expect(new Set(sealed.map(({ commitment }) => commitment)).size).toBe(sealed.length)
  })

  test("p25: two tabs that give one draft give one letter", async () => {
    const other = await office.enter("camille")
    const draft = "BBBBBBBBBBBBBBBBBBBBBA"
    const one = await give(camille, { ...LETTER, draft })
    const two = await give(other, { ...LETTER, draft })
    expect(two).toBe(one)
    expect([...office.kept.messages.values()].map(({ state }) => state)).toEqual(["submitted"])
  })

  test("no content key is kept beside the ciphertext", async () => {
    breaks("newMessage", 99)
    await expect(give(camille, LETTER)).rejects.toBeInstanceOf(RelayError)
    const kept = await camille.device.list("unsent/")
    const facts = new TextDecoder().decode(kept.find(({ name }) => name.endsWith("/facts"))?.bytes)
    expect(Object.keys(JSON.parse(facts)).sort()).toEqual([
      "case",
      "draft",
      "film",
      "manifest",
      "parts",
      "post",
      "sealedAt",
    ])
    expect(facts).not.toContain("voulais")
  })

  test("another manifest under the id is a fork, not a success", async () => {
    breaks("newMessage", 1)
    await expect(give(camille, LETTER)).rejects.toBeInstanceOf(RelayError)
    office.kept.fault = () => {}
    const [unsent] = await unsentLetters(camille)
    const id = unsent?.id ?? ""
    const stranger = await give(camille, { ...LETTER, text: "Autre." })
    const foreign = office.kept.messages.get(stranger)
    if (foreign) office.kept.messages.set(id, foreign)
    await expect(continueSending(camille, id)).rejects.toMatchObject({ code: "fork" })
  })

  test("can be let go of: what was begun is taken back", async () => {
    breaks("submit", 99)
    await expect(give(camille, LETTER)).rejects.toBeInstanceOf(RelayError)
    office.kept.fault = () => {}
    const [unsent] = await unsentLetters(camille)
    await dropUnsent(camille, unsent?.id ?? "")
    expect(await unsentLetters(camille)).toEqual([])
    expect(office.kept.messages.get(unsent?.id ?? "")?.state).toBe("withdrawn")
  })
})
