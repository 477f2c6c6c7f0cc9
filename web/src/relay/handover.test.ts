// SPDX-License-Identifier: EUPL-1.2
/** A case goes from one mediator to another: what goes over, what does not, and what a hostile relay gets. */
import { beforeEach, describe, expect, test } from "vitest"
import type { MessageKept } from "../../tests/kept.ts"
import { CASE, character, type Office, openOffice } from "../../tests/office.ts"
import { ident } from "../../tests/world.ts"
import { RelayError } from "../errors.ts"
import { hold } from "./decide.ts"
import { claim, openForReview, queuePage } from "./desk.ts"
import { give } from "./give.ts"
import { planHandover, receivers, runHandover } from "./handover.ts"
import { historyOf, type OpenedRecord, recordsOf, writeRecord } from "./records.ts"
import type { Session } from "./session.ts"

const TEXT = "Bonjour,\n\nje vous écris pour la première fois."
const NOTE = "Parler d’abord à Jonas."
const BOTH = ["mediator one", "mediator two"]

let office: Office
let camille: Session
let jonas: Session
let old: Session
let newly: Session

beforeEach(async () => {
  office = await openOffice()
  ;[camille, jonas, old] = await Promise.all([
    office.enter("camille"),
    office.enter("jonas"),
    office.enter("mediator one"),
  ])
})

async function written(by: Session, text = TEXT): Promise<string> {
  const facts = { language: "fr", contentNote: "", supersedes: null, draft: null }
  return give(by, { case: CASE, addressee: null, text, ...facts })
}

/** A letter on hold, with a note for the mediators of then. */
async function held(): Promise<string> {
  const id = await written(camille)
  const item = (await queuePage(old)).items.find((one) => one.id === id)
  if (item === undefined) throw new TypeError("not in the queue")
  await claim(old, item)
  await hold(old, await openForReview(old, id), "2026-12-01", NOTE)
  return id
}

/** A sealed note of the case, or its next version; returns its id. */
async function noted(words: string, before: OpenedRecord | null): Promise<string> {
  const draft = {
    type: "note" as const,
    clear: { gone: false },
    words: { words, message: null, risks: [] },
  }
  const written = await writeRecord(old, CASE, draft, before as OpenedRecord<"note"> | null)
  if (written.kind !== "written") throw new TypeError("somebody was first")
  return written.record
}

/** The current version of a record, as somebody opens it. */
async function current(record: string, by: Session = old): Promise<OpenedRecord> {
  const found = (await recordsOf(by, CASE)).records.find((one) => one.record === record)
  if (found === undefined) throw new TypeError("no such record")
  return found
}

/** Let the policy assign these mediators, and have everybody see it. */
async function assign(mediators: readonly string[]): Promise<void> {
  await office.renew({ mediators })
  newly = await office.enter("mediator two")
  for (const session of [camille, jonas, old]) await session.trust.refresh().catch(() => undefined)
}

function kept(id: string): MessageKept {
  const message = office.kept.messages.get(id)
  if (message === undefined) throw new TypeError("no such message")
  return message
}

function sealedFor(id: string, person: Session): readonly string[] {
  const named = person.keyring.keyId
  const { wraps, notes } = kept(id)
  const all = [...wraps, ...notes.flatMap(({ note }) => note.wraps)]
  return all.filter(({ recipient }) => recipient === named).map(({ purpose }) => purpose)
}

describe("from mediator to mediator", () => {
  test("p19: the new mediator opens nothing before, and letter and notes after", async () => {
    const id = await held()
    await assign(BOTH)
    await expect(openForReview(newly, id)).rejects.toMatchObject({ code: "not-handed-over" })
    const plan = await planHandover(old, CASE, newly.person)
    expect(plan.counts).toEqual({ message: 1, note: 1, record: 0 })
    const seen: number[] = []
    const outcome = await runHandover(old, plan, { onProgress: ({ done }) => seen.push(done) })
    expect([outcome, seen]).toEqual([{ handed: 2, passedOver: 0, stopped: false }, [2]])
    const review = await openForReview(newly, id)
    expect(review.text).toBe(TEXT)
    expect(review.earlier[0]).toMatchObject({ what: "hold", note: { kind: "plain", words: NOTE } })
    expect((await planHandover(old, CASE, newly.person)).items).toEqual([])
    expect(office.kept.handovers).toHaveLength(1)
  })

  test("p19: every version of a record goes over, and opens for the new mediator alone", async () => {
    const record = await noted("Une note.", null)
    await noted("Une autre note.", await current(record))
    await assign(BOTH)
    expect((await current(record, newly)).words).toBeNull()
    const plan = await planHandover(old, CASE, newly.person)
    expect(plan.counts).toEqual({ message: 0, note: 0, record: 2 })
    expect(await runHandover(old, plan)).toEqual({ handed: 2, passedOver: 0, stopped: false })
    expect((await current(record, newly)).words).toMatchObject({ words: "Une autre note." })
    const history = await historyOf(newly, CASE, record)
    expect(history.map(({ words }) => words)).toMatchObject([
      { words: "Une note." },
      { words: "Une autre note." },
    ])
  })

  test("p19: a version that is another than listed gets no key", async () => {
    const [one, other] = [await noted("Une note.", null), await noted("Une autre note.", null)]
    await assign(BOTH)
    const plan = await planHandover(old, CASE, newly.person)
    office.kept.records.set(one, office.kept.records.get(other) ?? [])
    await expect(runHandover(old, plan)).rejects.toMatchObject({ code: "wrong-context" })
    expect(office.kept.handovers).toEqual([])
  })

  test("p19: somebody who is no mediator of the case gets nothing, whoever asks", async () => {
    await held()
    await assign(BOTH)
    for (const person of [jonas.person, old.person, ident("nobody")]) {
      await expect(planHandover(old, CASE, person)).rejects.toMatchObject({ code: "signer-not-allowed" })
    }
    expect((await receivers(old, CASE)).map(({ person }) => person)).toEqual([newly.person])
  })

  test("what was taken back meanwhile is passed over, and the others go over", async () => {
    const [gone, stays] = [await written(camille), await written(jonas)]
    await assign(BOTH)
    const plan = await planHandover(old, CASE, newly.person)
    kept(gone).state = "withdrawn"
    expect(await runHandover(old, plan)).toEqual({ handed: 1, passedOver: 1, stopped: false })
    expect(sealedFor(gone, newly)).toEqual([])
    expect((await openForReview(newly, stays)).text).toBe(TEXT)
  })

  test("taken back between looking and sending, it stops none of the others", async () => {
    const ids = [await written(camille), await written(jonas)]
    await assign(BOTH)
    const plan = await planHandover(old, CASE, newly.person)
    let refusals = 0
    office.kept.fault = (call) => {
      if (call !== "handOver" || refusals > 0) return
      refusals += 1
      throw new RelayError("withdrawn", "one of them")
    }
    expect(await runHandover(old, plan)).toMatchObject({ handed: 2 })
    expect(office.kept.handovers).toHaveLength(2)
    for (const id of ids) expect(sealedFor(id, newly)).toEqual(["handover"])
  })

  test("stopped in the middle, it goes on later with what is left", async () => {
    for (let letter = 0; letter < 10; letter++) await written(camille, `Lettre ${letter}.`)
    await assign(BOTH)
    const plan = await planHandover(old, CASE, newly.person)
    const stop = new AbortController()
    const first = await runHandover(old, plan, { onProgress: () => stop.abort(), signal: stop.signal })
    expect(first).toMatchObject({ stopped: true, handed: 8 })
    const rest = await planHandover(old, CASE, newly.person)
    expect(rest.items).toHaveLength(2)
    expect(await runHandover(old, rest)).toEqual({ handed: 2, passedOver: 0, stopped: false })
  })

  test("under a newer policy it is signed anew, if that still assigns the receiver", async () => {
    await written(camille)
    await assign(BOTH)
    const plan = await planHandover(old, CASE, newly.person)
    let refusals = 0
    office.kept.fault = (call) => {
      if (call !== "handOver" || refusals > 0) return
      refusals += 1
      throw new RelayError("rollback", "made under an older policy")
    }
    await office.renew()
    expect(await runHandover(old, plan)).toMatchObject({ handed: 1 })
    await office.renew({ mediators: ["mediator one"] })
    refusals = 0
    await expect(runHandover(old, plan)).rejects.toMatchObject({ code: "revoked" })
    expect(office.kept.handovers).toHaveLength(1)
  })
})

describe("an author's own words", () => {
  test("p19: an author hands over what they wrote, and nobody else's", async () => {
    const [mine, theirs] = [await written(camille), await written(jonas)]
    await assign(["mediator two"])
    const plan = await planHandover(camille, CASE, newly.person)
    expect(plan.counts).toEqual({ message: 1, note: 0, record: 0 })
    await runHandover(camille, plan)
    expect((await openForReview(newly, mine)).text).toBe(TEXT)
    await expect(openForReview(newly, theirs)).rejects.toMatchObject({ code: "not-handed-over" })
  })
})

describe("a hostile relay", () => {
  test("p19: a thing of another case on the list gets no key", async () => {
    await held()
    await assign(BOTH)
    const plan = await planHandover(old, CASE, newly.person)
    const elsewhere = { ...plan, case: ident("another case") }
    await expect(runHandover(old, elsewhere)).rejects.toMatchObject({ code: "wrong-context" })
    expect(office.kept.calls).not.toContain("handOver")
  })

  test("p19: a manifest other than the listed one gets no key", async () => {
    const [one, other] = [await written(camille), await written(jonas)]
    await assign(BOTH)
    const plan = await planHandover(old, CASE, newly.person)
    const [first] = plan.items
    if (first === undefined) throw new TypeError("nothing listed")
    const swapped = { ...plan, items: [{ ...first, of: first.of === one ? other : one }] }
    await expect(runHandover(old, swapped)).rejects.toMatchObject({ code: "wrong-context" })
    expect(office.kept.calls).not.toContain("handOver")
  })

  test("p19: a note that is not about this message gets no key, although its own opens", async () => {
    const [with_, without] = [await held(), await written(jonas)]
    await assign(BOTH)
    const [foreign] = kept(with_).notes
    if (foreign === undefined) throw new TypeError("no note")
    kept(without).notes.push(foreign)
    const plan = await planHandover(old, CASE, newly.person)
    const items = plan.items.filter(({ of, kind }) => of === without && kind === "note")
    expect(items).toHaveLength(1)
    expect(await runHandover(old, { ...plan, items })).toMatchObject({ handed: 0, passedOver: 1 })
    expect(office.kept.calls).not.toContain("handOver")
  })

  test("p19: who was assigned by no policy of the manager's is no receiver", async () => {
    await held()
    await office.renew({ mediators: BOTH, publish: false })
    const stranger = await character("mediator two")
    await expect(planHandover(old, CASE, stranger.person)).rejects.toMatchObject({
      code: "signer-not-allowed",
    })
  })
})
