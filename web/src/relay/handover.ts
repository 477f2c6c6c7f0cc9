// SPDX-License-Identifier: EUPL-1.2
/**
 * Handing a case over: every key that one can open and its new mediator cannot, wrapped again.
 *
 * The relay says what is missing. That a thing is of this case is seen here before its key is
 * wrapped: by the manifest that names the case, or by opening the note or record in the case's own context. So
 * a list that names another case's things gets no key of them. A mediator hands over everything, a
 * participant their own words, when they agree. What went over before a break stays: plan again, go on.
 * Twin: `relay/station/handing_over.py`. Source: protocol.md §7.
 */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { toEnvelope } from "../crypto/signing.ts"
import { wrap } from "../crypto/wrapping.ts"
import { type ErrorCode, RelayError } from "../errors.ts"
import { HANDOVER, itemOf } from "../protocol/handover.ts"
import { insist, signStatement } from "../protocol/heard.ts"
import { openNote } from "../protocol/record.ts"
import type { HandedKind, HandedWrap, Unhanded } from "../protocol/wire_handover.ts"
import { today } from "./clock.ts"
import { wrapRecord } from "./handover_records.ts"
import { type FetchedMessage, heldAgainst, withContentKey } from "./message.ts"
import { withNumber } from "./numbers.ts"
import { type CasePicture, caseOf, mediatorsOf, type Recipient } from "./picture.ts"
import type { Session } from "./session.ts"

/** How many messages' or records' keys go into one statement, and how many keys at most. */
const BATCH = 8
const MOST_KEYS = 256
const MOST_PAGES = 1_000

export type Counts = Readonly<Record<HandedKind, number>>

/** What would go over to one mediator of a case, before any of it does. */
export type HandoverPlan = {
  readonly case: string
  readonly to: Recipient
  readonly items: readonly Unhanded[]
  readonly counts: Counts
}

export type HandoverProgress = {
  /** Things looked at so far, handed over or passed over. */
  readonly done: number
  readonly of: number
}

export type HandoverOptions = {
  readonly onProgress?: (now: HandoverProgress) => void
  /** Stops after the statement that is under way. */
  readonly signal?: AbortSignal
}

export type HandedOver = {
  readonly handed: number
  /** What could not be opened here, or is gone. */
  readonly passedOver: number
  /** True when it was stopped before the end. */
  readonly stopped: boolean
}

/** The mediators of a case whom something could be handed to: everybody but oneself. */
export async function receivers(session: Session, caseId: string): Promise<readonly Recipient[]> {
  const place = caseOf(await session.trust.picture(), caseId)
  return mediatorsOf(place).filter(({ keyId }) => keyId !== session.keyring.keyId)
}

/**
 * Say what one mediator of a case cannot open yet and this person can.
 *
 * Throws `signer-not-allowed` (no mediator of this case), and what the relay refuses.
 */
export async function planHandover(session: Session, caseId: string, person: string): Promise<HandoverPlan> {
  const to = (await receivers(session, caseId)).find((one) => one.person === person)
  insist(to !== undefined, "signer-not-allowed", "not a mediator of this case")
  const items: Unhanded[] = []
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const asked = after === null ? { to: to.keyId } : { to: to.keyId, after }
    const found = await session.ports.client.unhanded(caseId, asked)
    items.push(...found.items)
    after = found.next
    if (after === null) return { case: caseId, to, items, counts: countsOf(items) }
  }
  throw new RelayError("too-large", "a list without end")
}

function countsOf(items: readonly Unhanded[]): Counts {
  const count = (kind: HandedKind) => items.filter((item) => item.kind === kind).length
  return { message: count("message"), note: count("note"), record: count("record") }
}

/**
 * Hand over what was planned, some at a time.
 *
 * What is gone or does not open is passed over. Throws `wrong-context` when the relay names something of
 * another case, `rollback` when the case was given another policy meanwhile, and what else it refuses.
 */
export async function runHandover(
  session: Session,
  plan: HandoverPlan,
  { onProgress, signal }: HandoverOptions = {},
): Promise<HandedOver> {
  const places = byPlace(plan.items)
  let [done, handed] = [0, 0]
  for (let start = 0; start < places.length; start += BATCH) {
    if (signal?.aborted) break
    const some = places.slice(start, start + BATCH)
    handed += await handBatch(session, plan, some)
    done += some.flat().length
    onProgress?.({ done, of: plan.items.length })
  }
  return { handed, passedOver: done - handed, stopped: done < plan.items.length }
}

/** What is about one message, or of one record, stands together. */
function byPlace(items: readonly Unhanded[]): readonly (readonly Unhanded[])[] {
  const places = new Map<string, Unhanded[]>()
  for (const item of items) {
    const known = places.get(item.of)
    if (known === undefined) places.set(item.of, [item])
    else known.push(item)
  }
  return [...places.values()]
}

/** Hand some over in one statement; one by one where one of them was taken back meanwhile. */
async function handBatch(
  session: Session,
  plan: HandoverPlan,
  places: readonly (readonly Unhanded[])[],
): Promise<number> {
  try {
    return await handTogether(session, plan, places)
  } catch (error) {
    if (!isRefused(error, GONE)) throw error
    if (places.length === 1) return 0
  }
  let handed = 0
  for (const place of places) handed += await handBatch(session, plan, [place])
  return handed
}

const GONE: readonly ErrorCode[] = ["withdrawn", "not-found", "key-destroyed"]
/** What is told of one thing and says nothing about the others. */
const PASSED_OVER: readonly ErrorCode[] = [
  ...GONE,
  "wrap-broken",
  "seal-broken",
  "commitment-wrong",
  "not-handed-over",
]

function isRefused(error: unknown, codes: readonly ErrorCode[]): boolean {
  return error instanceof RelayError && codes.includes(error.code)
}

async function handTogether(
  session: Session,
  plan: HandoverPlan,
  places: readonly (readonly Unhanded[])[],
): Promise<number> {
  const wraps: HandedWrap[] = []
  for (const things of places) wraps.push(...(await wrapAll(session, plan, things)))
  for (let start = 0; start < wraps.length; start += MOST_KEYS)
    await post(session, plan, wraps.slice(start, start + MOST_KEYS))
  return wraps.length
}

/** Wrap the keys of one message and of the notes about it, or of one record's versions. */
async function wrapAll(
  session: Session,
  plan: HandoverPlan,
  things: readonly Unhanded[],
): Promise<readonly HandedWrap[]> {
  const [first] = things
  if (first?.kind === "record") return wrapRecord(session, things, plan, orNothing)
  const fetched = first === undefined ? null : await fetchOrNothing(session, plan, first.of)
  if (fetched === null) return []
  const found: HandedWrap[] = []
  for (const thing of things) {
    const wrapped = await orNothing(wrapOne(session, fetched, { thing, to: plan.to }))
    if (wrapped !== null) found.push({ ...thing, wrap: wrapped })
  }
  return found
}

async function orNothing<T>(wrapped: Promise<T | null>): Promise<T | null> {
  try {
    return await wrapped
  } catch (error) {
    if (isRefused(error, PASSED_OVER)) return null
    throw error
  }
}

async function fetchOrNothing(
  session: Session,
  plan: HandoverPlan,
  message: string,
): Promise<FetchedMessage | null> {
  try {
    const detail = await session.ports.client.message(message)
    insist(detail.view.case === plan.case, "wrong-context", "a message of another case")
    return await heldAgainst(session, message, detail)
  } catch (error) {
    if (isRefused(error, GONE)) return null
    throw error
  }
}

type Wanted = { readonly thing: Unhanded; readonly to: Recipient }

async function wrapOne(
  session: Session,
  fetched: FetchedMessage,
  { thing, to }: Wanted,
): Promise<string | null> {
  if (thing.kind === "note") return wrapNote(session, fetched, { thing, to })
  const { hash } = fetched.manifest
  insist(thing.kind === "message" && thing.subject === hash, "wrong-context", "another manifest than listed")
  const purpose = session.role === "mediator" ? "review" : "self"
  const anew = { purpose: "handover" as const, subject: unb64u(hash) }
  return b64u(await withContentKey(session, fetched, purpose, (key) => wrap(unb64u(to.kem), key, anew)))
}

/** A note is opened first: only so is it known to be about this message of this case. */
async function wrapNote(
  session: Session,
  { detail, note }: FetchedMessage,
  { thing, to }: Wanted,
): Promise<string | null> {
  const stored = detail.notes.find(({ hash }) => hash === thing.subject)
  if (stored === undefined) return null
  const at = { purpose: "note" as const, subject: unb64u(thing.subject) }
  const key = await session.keyring.unwrap(unb64u(stored.wrap), at)
  await openNote(key, unb64u(stored.box), { note, named: thing.subject })
  const wrapped = await wrap(unb64u(to.kem), key, at)
  key.fill(0)
  return b64u(wrapped)
}

/** Sign and send; once more where the case was given another policy meanwhile that still assigns the receiver. */
async function post(session: Session, plan: HandoverPlan, wraps: readonly HandedWrap[]): Promise<void> {
  try {
    await signAndSend(session, plan, wraps)
  } catch (error) {
    if (!isRefused(error, ["rollback"])) throw error
    await session.trust.refresh()
    const still = (await receivers(session, plan.case)).some(({ keyId }) => keyId === plan.to.keyId)
    insist(still, "revoked", "no longer a mediator of this case")
    await signAndSend(session, plan, wraps)
  }
}

async function signAndSend(
  session: Session,
  plan: HandoverPlan,
  wraps: readonly HandedWrap[],
): Promise<void> {
  const place = caseOf(await session.trust.picture(), plan.case)
  const items = await Promise.all(wraps.map(({ subject, wrap: wrapped }) => itemOf(subject, unb64u(wrapped))))
  const rising = [...items].sort((one, other) => (one.subject < other.subject ? -1 : 1))
  await withNumber(session, async (number) => {
    const statement = await signStatement(HANDOVER, session.keyring.sign, {
      ...heading(session, plan, place),
      items: rising,
      number,
    })
    await session.ports.client.handOver(plan.case, { statement: toEnvelope(statement), wraps })
  })
}

function heading(session: Session, plan: HandoverPlan, { policy }: CasePicture) {
  return {
    programme: session.programme,
    case: plan.case,
    giver: session.person,
    to: plan.to.keyId,
    policy: policy.hash,
    policy_version: policy.body.version,
    day: today(session.ports.clock),
  }
}
