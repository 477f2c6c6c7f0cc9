// SPDX-License-Identifier: EUPL-1.2
/**
 * Sealed records of casework, and notes about messages: boxes that a statement names by their hash.
 *
 * A note or record has its own random key, wrapped for exactly its readers; never a content key.
 * Twin: `relay/protocol/record.py`. Source: protocol.md §4.
 */
import { openBox, sealBox } from "../crypto/box.ts"
import type { Bytes } from "../crypto/bytes.ts"
import { encode, isObject } from "../crypto/canonical.ts"
import { SUITE, sha256, taggedHash } from "../crypto/derive.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import type { Statement } from "../crypto/signing.ts"
import type { VerifiedCertificate } from "./certificate.ts"
import { believe, checkSigned, type Heard, hear, insist, type Verified } from "./heard.ts"
import { assignedMediator, checkCase, type VerifiedPolicy } from "./policy.ts"
import {
  type Body,
  boolean,
  day,
  hashed,
  ident,
  kindOf,
  listOf,
  oneOf,
  optional,
  type Read,
  type Reader,
  recordOf,
  text,
} from "./shape.ts"

export const NOTE_LABEL = "note"
export const RECORD_LABEL = "record"

const GATE = {
  gate: text(/^[a-z-]{1,32}$/),
  side: oneOf("harmed", "responsible"),
  shut: boolean,
  until: optional(day),
}
/** What a gate record shows without a key. */
export type GateClear = Read<typeof GATE>
/** An intake record shows nothing. */
export type IntakeClear = { readonly [name: string]: never }

const readClear: Reader<GateClear | IntakeClear> = (value) => {
  if (isObject(value) && Object.keys(value).length === 0) return {}
  return recordOf(GATE)(value)
}

export const RECORD = kindOf(
  "record",
  {
    case: ident,
    record: ident,
    type: oneOf("gate", "intake"),
    clear: readClear,
    box: hashed,
    wraps: listOf(recordOf({ recipient: hashed, wrap: hashed }), { rising: ({ recipient }) => recipient }),
    day,
  },
  { fits: ({ type, clear }) => (type === "gate") === Object.hasOwn(clear, "gate") },
)
export type Record = Body<typeof RECORD>

/** A record by somebody who may write one, whose box and wraps are the named ones. */
export type VerifiedRecord = Verified<Heard<Record>>

export type RecordClaim = {
  readonly policy: VerifiedPolicy
  /** The sealed content. */
  readonly box: Uint8Array
  /** In the order that the record names them. */
  readonly wraps: readonly Uint8Array[]
  /** Of the participant who wrote it, or null for a mediator. */
  readonly certificate: VerifiedCertificate | null
}

/**
 * Believe a record, or refuse.
 *
 * Throws `wrong-context`, `signer-not-allowed`, `revoked`, `signature-wrong`, `seal-broken` (another
 * box than the named one) or `wrap-broken` (other wraps than the named ones).
 */
export async function verifyRecord(statement: Statement, claim: RecordClaim): Promise<VerifiedRecord> {
  const heard = await hear(RECORD, statement)
  checkCase(heard, claim.policy)
  await checkSigned(heard, unb64u(authorKey(heard, claim)))
  insist(
    heard.body.box === (await recordBoxHash(claim.box)),
    "seal-broken",
    "another box than the record names",
  )
  const hashes = await Promise.all(claim.wraps.map(async (wrap) => b64u(await sha256(wrap))))
  const named = heard.body.wraps.map(({ wrap }) => wrap)
  insist(named.join() === hashes.join(), "wrap-broken", "other wraps than the record names")
  return believe(heard)
}

function authorKey(heard: Heard<Record>, { policy, certificate }: RecordClaim): string {
  if (certificate?.current === true) return certificate.body.identity
  return assignedMediator(policy, heard.signer).key
}

type RecordPlace = Pick<Record, "case" | "programme" | "record" | "type">

/** Return the canonical context of a record's box. */
export function recordContext({ case: place, programme, record, type }: RecordPlace): Bytes {
  return encode({ case: place, programme, record, suite: SUITE, type })
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
