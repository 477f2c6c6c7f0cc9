// SPDX-License-Identifier: EUPL-1.2
/**
 * Sealed records of casework, and notes about messages: boxes that a statement names by their hash.
 *
 * A record is kept in versions; what there is once a person, side, case or mediator has an id made of
 * what it is about, so that no second history can stand beside the first. A note or record has its own
 * random key, wrapped for exactly its readers; never a content key. Twin: `relay/protocol/record.py`.
 * Source: docs/adr/0015.
 */
import { openBox, sealBox } from "../crypto/box.ts"
import type { Bytes } from "../crypto/bytes.ts"
import { encode, type Json } from "../crypto/canonical.ts"
import { SUITE, sha256, taggedHash } from "../crypto/derive.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { ID_BYTES, keyId } from "../crypto/keys.ts"
import type { Statement } from "../crypto/signing.ts"
import type { VerifiedCertificate } from "./certificate.ts"
import { EVER, findMediator } from "./directory.ts"
import { believe, checkSigned, type Heard, hear, insist, type Verified } from "./heard.ts"
import { checkCase, type VerifiedPolicy } from "./policy.ts"
import { refuseOlder, type Seen } from "./root.ts"
import {
  type Body,
  boolean,
  day,
  hashed,
  ident,
  integer,
  kindOf,
  listOf,
  oneOf,
  optional,
  type Reader,
  recordOf,
  text,
} from "./shape.ts"

export const NOTE_LABEL = "note"
export const RECORD_LABEL = "record"
export const MAX_READERS = 32

const GONE = recordOf({ gone: boolean })
/** What the server may read of a record, by its type. */
const CLEAR = {
  gate: recordOf({
    gate: oneOf("no-contact", "overlap", "assessment"),
    participant: ident,
    shut: boolean,
    until: optional(day),
  }),
  pace: recordOf({ side: oneOf("harmed", "responsible"), most: integer(1, 100), days: integer(1, 366) }),
  need: GONE,
  task: recordOf({
    task: oneOf("promise", "call", "follow-up", "debrief"),
    participant: optional(ident),
    due: day,
    done: boolean,
  }),
  note: GONE,
  names: GONE,
  meeting: GONE,
  repair: GONE,
  paper: recordOf({ message: ident }),
  escalation: recordOf({ message: optional(ident), rule: text(/^[a-z0-9-]{1,64}$/) }),
  recusal: recordOf({ open: boolean }),
  closing: recordOf({ open: boolean }),
  away: recordOf({ from: day, until: day }),
  exposure: recordOf({}),
}
export type RecordType = keyof typeof CLEAR
export type Clears = { readonly [type in RecordType]: ReturnType<(typeof CLEAR)[type]> }
export type Clear = Clears[RecordType]
export type GateClear = Clears["gate"]
export type PaceClear = Clears["pace"]
/** A type with its clear fields. */
export type Typed<T extends RecordType = RecordType> = { readonly type: T; readonly clear: Clears[T] }
export const RECORD_TYPES = Object.keys(CLEAR) as readonly RecordType[]

/** Read by the type, below. */
const unread: Reader<Clear> = (value) => value as unknown as Clear

export const RECORD = kindOf(
  "record",
  {
    case: ident,
    record: ident,
    version: integer(1),
    previous: optional(hashed),
    type: oneOf(...RECORD_TYPES),
    clear: unread,
    box: hashed,
    wraps: listOf(recordOf({ recipient: hashed, wrap: hashed }), {
      least: 1,
      most: MAX_READERS,
      rising: ({ recipient }) => recipient,
    }),
    day,
  },
  {
    fits: ({ type, clear, version, previous }): boolean => {
      CLEAR[type](clear as unknown as Json)
      return (version === 1) === (previous === null) && daysFit({ type, clear })
    },
  },
)
export type Record = Body<typeof RECORD>

/** An assessment is due again on a day, and nobody is back before they went away. */
function daysFit(record: Typed): boolean {
  const gate = clearOf(record, "gate")
  const away = clearOf(record, "away")
  const endless = gate?.gate === "assessment" && gate.until === null
  return !endless && (away === undefined || away.from <= away.until)
}

/** Return a record's clear fields if it is of that type. */
export function clearOf<T extends RecordType>({ type, clear }: Typed, wanted: T): Clears[T] | undefined {
  return type === wanted ? (clear as Clears[T]) : undefined
}

const OWN: readonly RecordType[] = ["recusal", "away", "exposure"]

/** Return the id that a record must have; null where a random one is its own. */
export async function derivedId(
  record: Typed & { readonly case: string },
  mediator: string,
): Promise<string | null> {
  const about = idFields(record, mediator)
  if (about === null) return null
  const hash = await taggedHash(record.type, encode({ case: record.case, ...about }))
  return b64u(hash.subarray(0, ID_BYTES))
}

function idFields(record: Typed, mediator: string): { readonly [name: string]: string } | null {
  const gate = clearOf(record, "gate")
  if (gate !== undefined) return { gate: gate.gate, participant: gate.participant }
  const pace = clearOf(record, "pace")
  if (pace !== undefined) return { side: pace.side }
  if (record.type === "names" || record.type === "closing") return {}
  return OWN.includes(record.type) ? { mediator } : null
}

/** A record by somebody who may write one, whose box and own wrap are the named ones. */
export type VerifiedRecord = Verified<Heard<Record>>

export type RecordClaim = {
  readonly policy: VerifiedPolicy
  /** The sealed content. */
  readonly box: Uint8Array
  /** The reader's key id and wrap; null where none is for them. */
  readonly ownWrap: { readonly recipient: string; readonly wrap: Uint8Array } | null
  /** Of the participant who wrote a need, current or former; null for all else. */
  readonly certificate: VerifiedCertificate | null
  /** The highest version of this record that this client has seen. */
  readonly seen: Seen | null
}

/**
 * Believe one version of a record, or refuse.
 *
 * A need is signed by the participant whose certificate is given: their words stay theirs when their
 * key changes. All else is a mediator's who is or was active: that the case assigned them then, the
 * server saw to, and a hand-over undoes no record. Throws `wrong-context` (another case, or not under
 * the id that it must have), `signer-not-allowed`, `revoked`, `signature-wrong`, `seal-broken` (another
 * box than the named one), `wrap-broken` (another wrap than the named one, or none was named),
 * `rollback` or `fork`.
 */
export async function verifyRecord(statement: Statement, claim: RecordClaim): Promise<VerifiedRecord> {
  const heard = await hear(RECORD, statement)
  checkCase(heard, claim.policy)
  await checkSigned(heard, unb64u(await authorKey(heard, claim)))
  const mediator = b64u(statement.key.subarray(0, ID_BYTES))
  const must = await derivedId(heard.body, mediator)
  insist(must === null || must === heard.body.record, "wrong-context", "not under the id of what it is about")
  const named = heard.body.box === (await recordBoxHash(claim.box))
  insist(named, "seal-broken", "another box than the record names")
  if (claim.ownWrap !== null) await checkOwnWrap(heard.body, claim.ownWrap)
  refuseOlder("record", { number: heard.body.version, hash: heard.hash }, claim.seen)
  return believe(heard)
}

async function authorKey(heard: Heard<Record>, { policy, certificate }: RecordClaim): Promise<string> {
  if (heard.body.type !== "need") return findMediator(policy.directory, heard.signer, EVER).key
  insist(certificate !== null, "signer-not-allowed", "a need is said by the person who has it")
  const { identity } = certificate.body
  const theirs = b64u(await keyId(unb64u(identity))) === heard.signer
  insist(theirs, "signer-not-allowed", "a need in another person's name")
  return identity
}

async function checkOwnWrap(
  record: Record,
  { recipient, wrap }: { readonly recipient: string; readonly wrap: Uint8Array },
): Promise<void> {
  const named = record.wraps.find((one) => one.recipient === recipient)?.wrap
  insist(named === b64u(await sha256(wrap)), "wrap-broken", "another wrap than the record names")
}

export type RecordPlace = Pick<Record, "case" | "programme" | "record" | "type" | "version">

/** Return the canonical context of a record's box. */
export function recordContext({ case: place, programme, record, type, version }: RecordPlace): Bytes {
  return encode({ case: place, programme, record, suite: SUITE, type, version })
}

/** Return `H("record-box", box)`: what a record names and its wraps are bound to. */
export async function recordBoxHash(box: Uint8Array): Promise<string> {
  return b64u(await taggedHash("record-box", box))
}

/** Seal a record's content under its own random key; the salt is 32 fresh bytes. */
export async function sealRecord(
  key: Uint8Array,
  content: Uint8Array,
  { record, salt }: { readonly record: RecordPlace; readonly salt: Uint8Array },
): Promise<Bytes> {
  return sealBox(key, content, { label: RECORD_LABEL, context: recordContext(record), salt })
}

/** Open a record's content. Throws as `openBox`. */
export async function openRecord(key: Uint8Array, box: Uint8Array, record: RecordPlace): Promise<Bytes> {
  return openBox(key, box, { label: RECORD_LABEL, context: recordContext(record) })
}

/** Which message a note is about. */
export type NotePlace = { readonly programme: string; readonly case: string; readonly message: string }

/** Return the canonical context of a note about a message. */
export function noteContext({ programme, case: place, message }: NotePlace): Bytes {
  return encode({ case: place, message, programme, suite: SUITE })
}

/** Return `H("note", box)`, as statements name a note and its wraps are bound to. */
export async function noteHash(box: Uint8Array): Promise<string> {
  return b64u(await taggedHash("note", box))
}

/** Seal a note under its own random key; the salt is 32 fresh bytes. */
export async function sealNote(
  key: Uint8Array,
  content: Uint8Array,
  { note, salt }: { readonly note: NotePlace; readonly salt: Uint8Array },
): Promise<Bytes> {
  return sealBox(key, content, { label: NOTE_LABEL, context: noteContext(note), salt })
}

/** Open the note that a statement names by hash. Throws `seal-broken` or `commitment-wrong`. */
export async function openNote(
  key: Uint8Array,
  box: Uint8Array,
  { note, named }: { readonly note: NotePlace; readonly named: string },
): Promise<Bytes> {
  insist((await noteHash(box)) === named, "seal-broken", "not the note that the statement names")
  return openBox(key, box, { label: NOTE_LABEL, context: noteContext(note) })
}
