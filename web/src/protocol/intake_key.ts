// SPDX-License-Identifier: EUPL-1.2
/**
 * The intake key for everybody to see, and to which case a manager passed a request on.
 *
 * Whoever asks to take part has to know the key that the request is sealed to. The directory names it,
 * but the directory also says how many mediators and cases there are, which is nobody's business who has
 * not been let in; so a manager signs the key once more, alone. Twin: `relay/protocol/intake_key.py`.
 * Source: docs/adr/0019.
 */
import type { Bytes } from "../crypto/bytes.ts"
import { sha256, taggedHash } from "../crypto/derive.ts"
import { b64u } from "../crypto/encoding.ts"
import type { Statement } from "../crypto/signing.ts"
import { dayNumber } from "./day.ts"
import { believe, type Heard, hear, insist, type Verified } from "./heard.ts"
import { checkManager, type VerifiedRoot } from "./root.ts"
import { type Body, day, hashed, ident, kemKey, kindOf } from "./shape.ts"

/** What a request's and a sheet's plaintext is padded to. */
export const SIZES = [4_096, 16_384, 65_536] as const

/** The directory's intake key, alone; `directory` is the hash of the one that names it. */
export const INTAKE_KEY = kindOf("intake-key", {
  root: hashed,
  directory: hashed,
  intake: kemKey,
  valid_until: day,
})
export type IntakeKey = Body<typeof INTAKE_KEY>
export type VerifiedIntakeKey = Verified<Heard<IntakeKey>>

/** A manager says: the request with this box is what the case began with. */
export const ASSIGNMENT = kindOf("assignment", { case: ident, intake: ident, box: hashed, day })
export type Assignment = Body<typeof ASSIGNMENT>
export type VerifiedAssignment = Verified<Heard<Assignment>>

/** Return `H("intake", box)`, which a request's wraps are bound to. */
export async function intakeSubject(box: Uint8Array): Promise<Bytes> {
  return taggedHash("intake", box)
}

/** Return how the directory's intake key is named: its SHA-256, for it signs nothing. */
export async function intakeRecipient(kem: Uint8Array): Promise<string> {
  return b64u(await sha256(kem))
}

/**
 * Believe the intake key, or refuse.
 *
 * Throws `wrong-context` (another programme), `root-wrong` (another root statement), `signer-not-allowed`,
 * `revoked`, `signature-wrong`, or `expired`.
 */
export async function verifyIntakeKey(
  statement: Statement,
  { root, today }: { readonly root: VerifiedRoot; readonly today: string },
): Promise<VerifiedIntakeKey> {
  const heard = await hear(INTAKE_KEY, statement)
  const { body } = heard
  insist(body.programme === root.body.programme, "wrong-context", "an intake key of another programme")
  insist(body.root === root.hash, "root-wrong", "the intake key stands on another root statement")
  await checkManager(heard, root)
  insist(dayNumber(today) <= dayNumber(body.valid_until), "expired", "the intake key is past its date")
  return believe(heard)
}

export type AssignmentClaim = {
  readonly root: VerifiedRoot
  readonly case: string
  readonly intake: string
  /** The sealed request that came with it. */
  readonly box: Uint8Array
}

/**
 * Believe that a request belongs to a case, or refuse: the relay alone could bring any to any.
 *
 * Throws `wrong-context` (another programme, case or request), `signer-not-allowed`, `revoked`, `signature-wrong`, or
 * `seal-broken` (another box than the manager passed on).
 */
export async function verifyAssignment(
  statement: Statement,
  { root, case: place, intake, box }: AssignmentClaim,
): Promise<VerifiedAssignment> {
  const heard = await hear(ASSIGNMENT, statement)
  const { body } = heard
  const { programme } = root.body
  const here = body.programme === programme && body.case === place && body.intake === intake
  insist(here, "wrong-context", "an assignment of another case or request")
  await checkManager(heard, root)
  insist(body.box === b64u(await intakeSubject(box)), "seal-broken", "another box than the manager passed on")
  return believe(heard)
}
