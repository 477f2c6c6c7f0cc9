// SPDX-License-Identifier: EUPL-1.2
/**
 * Taking back a message, pausing, coming back, leaving: by whom, and of what.
 *
 * A message is taken back by its own key `wk`, by its author's current identity, or, for safety, by
 * an assigned mediator; everything else only by the person. Twin: `relay/protocol/withdrawal.py`.
 * Source: protocol.md §6.
 */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { keyId } from "../crypto/keys.ts"
import type { Statement } from "../crypto/signing.ts"
import type { VerifiedCertificate } from "./certificate.ts"
import { believe, checkSigned, type Heard, hear, insist, type Verified } from "./heard.ts"
import type { VerifiedManifest } from "./manifest.ts"
import { checkCase, onceAssigned, type VerifiedPolicy } from "./policy.ts"
import { type Body, day, hashed, ident, integer, kindOf, oneOf, optional } from "./shape.ts"

export const WITHDRAWAL = kindOf(
  "withdrawal",
  {
    case: ident,
    scope: oneOf("message", "pause", "resume", "leave"),
    message: optional(ident),
    manifest: optional(hashed),
    participant: ident,
    number: integer(1),
    reason: optional(hashed),
    day,
  },
  {
    // Message and manifest belong to scope message, both or none.
    fits: ({ scope, message, manifest }) =>
      (message !== null) === (scope === "message") && (manifest !== null) === (scope === "message"),
  },
)
export type Withdrawal = Body<typeof WITHDRAWAL>

/** A withdrawal by somebody who may. */
export type VerifiedWithdrawal = Verified<Heard<Withdrawal>>

export type WithdrawalClaim = {
  readonly policy: VerifiedPolicy
  /** The message's manifest; needed for scope message. */
  readonly manifest: VerifiedManifest | null
  /** Of the person on whose behalf it is, if known. */
  readonly certificate: VerifiedCertificate | null
  /** The highest number seen of this signer key, 0 for none. */
  readonly seenNumber: number
}

/**
 * Believe a withdrawal, or refuse.
 *
 * Throws `wrong-context` (another case, message, or author), `signer-not-allowed`, `revoked`,
 * `signature-wrong` or `old-number` (a replay).
 */
export async function verifyWithdrawal(
  statement: Statement,
  claim: WithdrawalClaim,
): Promise<VerifiedWithdrawal> {
  const heard = await hear(WITHDRAWAL, statement)
  checkCase(heard, claim.policy)
  if (heard.body.scope === "message") checkMessage(heard.body, claim.manifest)
  await checkSigned(heard, unb64u(await signerKey(heard, claim)))
  insist(
    heard.body.number > claim.seenNumber,
    "old-number",
    `number ${heard.body.number}, seen ${claim.seenNumber}`,
  )
  return believe(heard)
}

function checkMessage(withdrawal: Withdrawal, manifest: VerifiedManifest | null): void {
  insist(manifest !== null, "wrong-context", "no such message")
  const about = withdrawal.message === manifest.body.message && withdrawal.manifest === manifest.hash
  const theirs = withdrawal.participant === manifest.body.sender
  insist(about && theirs, "wrong-context", "a withdrawal of another message")
}

/** Return the public key, as base64url, of the one who signed, if that one may. */
async function signerKey(heard: Heard<Withdrawal>, claim: WithdrawalClaim): Promise<string> {
  const { policy, manifest, certificate } = claim
  const ofMessage = heard.body.scope === "message"
  if (ofMessage && manifest !== null && (await names(heard, manifest.body.wk))) return manifest.body.wk
  if (certificate?.current === true && (await names(heard, certificate.body.identity))) {
    const own = certificate.body.participant === heard.body.participant
    insist(own, "signer-not-allowed", "one person withdraws for another")
    return certificate.body.identity
  }
  insist(ofMessage, "signer-not-allowed", "only the person pauses, comes back or leaves")
  return onceAssigned(policy, heard.signer).key
}

async function names(heard: Heard<unknown>, key: string): Promise<boolean> {
  return heard.signer === b64u(await keyId(unb64u(key)))
}

/** Whether this withdrawal makes that message unreadable: itself, or its author left. */
export function takesBack({ body }: VerifiedWithdrawal, manifest: VerifiedManifest): boolean {
  if (body.scope === "message") return body.manifest === manifest.hash
  return body.scope === "leave" && body.participant === manifest.body.sender
}
