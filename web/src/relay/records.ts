// SPDX-License-Identifier: EUPL-1.2
/**
 * Records of casework: listed, opened, written in versions, each sealed for exactly its type's readers.
 *
 * What does not verify is never shown as if it did: it is returned apart, with the reason. Nothing that
 * was written is lost to a colleague who was first: `writeRecord` then hands back what they wrote.
 */
import { SALT_BYTES } from "../crypto/box.ts"
import { encode } from "../crypto/canonical.ts"
import { sha256 } from "../crypto/derive.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { toEnvelope } from "../crypto/signing.ts"
import { WRAPPED_KEY_BYTES, wrap } from "../crypto/wrapping.ts"
import { type ErrorCode, RelayError } from "../errors.ts"
import { insist, signStatement } from "../protocol/heard.ts"
import {
  type Clears,
  derivedId,
  RECORD,
  type RecordType,
  recordBoxHash,
  sealRecord,
} from "../protocol/record.ts"
import type { RecordPost, RecordView } from "../protocol/wire_casework.ts"
import { today } from "./clock.ts"
import { readerOf } from "./notes.ts"
import { type CasePicture, caseOf, mediatorsOf, type Recipient } from "./picture.ts"
import { freshId } from "./random.ts"
import { authorsOf, type OpenedRecord, openView, type ViewAt } from "./record_opening.ts"
import { buildWords, type RecordWords } from "./record_words.ts"
import { refuseOlderInCase, rememberInCase, type SeenInCase, seenInCase } from "./seen_records.ts"
import type { Session } from "./session.ts"

export type { OpenedRecord } from "./record_opening.ts"

/** A record that does not verify: which, and why. */
export type RefusedRecord = { readonly view: RecordView; readonly code: ErrorCode }

export type RecordList<T extends RecordType = RecordType> = {
  readonly records: readonly OpenedRecord<T>[]
  readonly refused: readonly RefusedRecord[]
}

const MOST_PAGES = 200
const PAGE = 100
/** What a server could open a gate with by showing an older one, or none. */
const GATING: readonly RecordType[] = ["gate", "pace"]

/**
 * Every current record of a case, of one type where it is given.
 *
 * Throws `rollback` or `fork` when a gate or pace is older than the one that this device has seen, or
 * left out; and as `trust.picture`.
 */
export async function recordsOf<T extends RecordType = RecordType>(
  session: Session,
  caseId: string,
  type?: T,
): Promise<RecordList<T>> {
  const seen = await seenInCase(session, caseId)
  const views = await viewsOf(session, caseId, type)
  const place = caseOf(await session.trust.picture(), caseId)
  const list = await openAll(session, views, { place, authors: await authorsOf(place) })
  await checkSeen(session, caseId, { seen, list, type })
  return list as unknown as RecordList<T>
}

async function viewsOf(
  { ports }: Session,
  caseId: string,
  type: RecordType | undefined,
): Promise<readonly RecordView[]> {
  const found: RecordView[] = []
  let after: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const asked = { limit: PAGE, ...(type && { type }), ...(after && { after }) }
    const { records, next } = await ports.client.records(caseId, asked)
    found.push(...records)
    if (next === null) return found
    after = next
  }
  throw new RelayError("too-large", "a list without end")
}

/** Open what verifies; return the rest with its reason. */
export async function openAll(
  session: Session,
  views: readonly RecordView[],
  at: ViewAt,
): Promise<RecordList> {
  const records: OpenedRecord[] = []
  const refused: RefusedRecord[] = []
  for (const view of views) {
    try {
      records.push(await openView(session, view, at))
    } catch (error) {
      if (!(error instanceof RelayError)) throw error
      refused.push({ view, code: error.code })
    }
  }
  return { records, refused }
}

type Checking = {
  readonly seen: SeenInCase
  readonly list: RecordList
  readonly type: RecordType | undefined
}

async function checkSeen(session: Session, caseId: string, { seen, list, type }: Checking): Promise<void> {
  const types = GATING.filter((one) => type === undefined || type === one)
  const gating = list.records.filter((one) => types.includes(one.type))
  const shown = new Map(gating.map((one) => [nameOf(one), { number: one.version, hash: one.hash }]))
  const refused = list.refused.map(({ view }) => nameOf(view))
  const expected = [...seen].filter(
    ([name]) => types.some((one) => name.startsWith(`${one}/`)) && !refused.includes(name),
  )
  refuseOlderInCase(new Map(expected), shown)
  await rememberInCase(session, caseId, shown)
}

function nameOf({ type, record }: { readonly type: string; readonly record: string }): string {
  return `${type}/${record}`
}

/**
 * Every version of a record, the first one first: each names the one before it.
 *
 * Throws the first check that fails, `fork` where the chain does not hold, or `not-found`.
 */
export async function historyOf(
  session: Session,
  caseId: string,
  record: string,
): Promise<readonly OpenedRecord[]> {
  const { versions } = await session.ports.client.record(caseId, record)
  const place = caseOf(await session.trust.picture(), caseId)
  const at = { place, authors: await authorsOf(place) }
  const opened: OpenedRecord[] = []
  for (const view of versions) {
    const one = await openView(session, view, at)
    const last = opened.at(-1)
    const follows = one.version === (last?.version ?? 0) + 1 && one.previous === (last?.hash ?? null)
    insist(follows && one.record === record, "fork", "versions that do not follow each other")
    opened.push(one)
  }
  insist(opened.length > 0, "not-found", "no version was shown")
  return opened
}

/** What is to be written: its type, what the server may read, and the sealed words. */
export type RecordDraft<T extends RecordType = RecordType> = T extends RecordType
  ? { readonly type: T; readonly clear: Clears[T]; readonly words: RecordWords[T] }
  : never

/** The version that a draft is based on. */
export type Before = Pick<OpenedRecord, "record" | "version" | "hash">

export type Written<T extends RecordType = RecordType> =
  | { readonly kind: "written"; readonly record: string; readonly version: number }
  /** Somebody was first: this is what stands now. Nothing was written. */
  | { readonly kind: "meanwhile"; readonly now: OpenedRecord<T> }

/**
 * Seal the next version of a record for exactly its readers, sign it and hand it in.
 *
 * `before` is null for the first version. Where somebody else was first, nothing is written and theirs
 * comes back, for the writer to look at and to write again on top of; one's own words that had
 * arrived after all count as written. Throws what else the server refuses, `hidden-text`, `too-large`.
 */
export async function writeRecord<T extends RecordType>(
  session: Session,
  caseId: string,
  draft: RecordDraft<T>,
  before: Before | null,
): Promise<Written<T>> {
  const place = caseOf(await session.trust.picture(), caseId)
  const outline = await outlineOf(session, place, { draft, before })
  const post = await sealed(session, place, { draft, outline })
  try {
    const { version } = await session.ports.client.writeRecord(caseId, post)
    return { kind: "written", record: outline.record, version }
  } catch (error) {
    if (!(error instanceof RelayError) || error.code !== "stale-version") throw error
  }
  const now = (await historyOf(session, caseId, outline.record)).at(-1)
  if (now === undefined || now.type !== draft.type) throw new RelayError("stale-version", "nothing to see")
  const mine = now.by === session.person && (await sameAs(now, draft))
  if (mine) return { kind: "written", record: now.record, version: now.version }
  return { kind: "meanwhile", now: now as OpenedRecord<T> }
}

/** Whether what stands is what was to be written: an answer that got lost is no conflict. */
async function sameAs(now: OpenedRecord, draft: RecordDraft): Promise<boolean> {
  if (now.words === null) return false
  const contents = [
    encode(now.clear),
    encode(draft.clear),
    buildWords(now, now.words),
    buildWords(draft, draft.words),
  ]
  const [clear, drafted, theirs, mine] = await Promise.all(
    contents.map(async (one) => b64u(await sha256(one))),
  )
  return clear === drafted && theirs === mine
}

type Outline = {
  readonly case: string
  readonly programme: string
  readonly record: string
  readonly version: number
  readonly previous: string | null
}
type Drafted = { readonly draft: RecordDraft; readonly before: Before | null }

async function outlineOf(
  session: Session,
  { policy }: CasePicture,
  { draft, before }: Drafted,
): Promise<Outline> {
  const { programme, case: caseId } = policy.body
  const must = await derivedId({ ...draft, case: caseId }, session.person)
  return {
    case: caseId,
    programme,
    record: must ?? before?.record ?? freshId(session.ports.random),
    version: (before?.version ?? 0) + 1,
    previous: before?.hash ?? null,
  }
}

async function sealed(
  session: Session,
  place: CasePicture,
  { draft, outline }: { readonly draft: RecordDraft; readonly outline: Outline },
): Promise<RecordPost> {
  const { random, clock } = session.ports
  const { type, clear } = draft
  const content = buildWords(draft, draft.words)
  const key = random(WRAPPED_KEY_BYTES)
  const box = await sealRecord(key, content, { record: { ...outline, type }, salt: random(SALT_BYTES) })
  const named = await recordBoxHash(box)
  const wraps: RecordPost["wraps"][number][] = []
  for (const { keyId, kem } of await readersOf(session, place, type)) {
    const wrapped = await wrap(unb64u(kem), key, { purpose: "record", subject: unb64u(named) })
    wraps.push({ purpose: "record", recipient: keyId, wrap: b64u(wrapped) })
  }
  key.fill(0)
  const hashes = wraps.map(async (one) => ({
    recipient: one.recipient,
    wrap: b64u(await sha256(unb64u(one.wrap))),
  }))
  const statement = await signStatement(RECORD, session.keyring.sign, {
    ...outline,
    ...{ type, clear, box: named, wraps: await Promise.all(hashes), day: today(clock) },
  })
  return { statement: toEnvelope(statement), box: b64u(box), wraps }
}

/** Exactly those whom a type is sealed for, by rising key id. */
async function readersOf(
  { person, keyring }: Session,
  place: CasePicture,
  type: RecordType,
): Promise<readonly Recipient[]> {
  const desk = mediatorsOf(place)
  if (type === "exposure") return [{ person, keyId: keyring.keyId, kem: b64u(keyring.kem) }]
  if (type !== "need") return desk
  const everybody = [...desk, await readerOf(place, person)]
  return everybody.sort((one, other) => (one.keyId < other.keyId ? -1 : 1))
}
