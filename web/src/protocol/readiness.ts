// SPDX-License-Identifier: EUPL-1.2
/**
 * The addressee's own answer: nothing arrives that was not asked for.
 *
 * The highest number of one person's answers about a message is the one that holds. It names the
 * directory and the policy that its signer saw: nothing is released to them under older ones. Twin:
 * `relay/protocol/readiness.py`. Source: protocol.md §5.
 */
import { unb64u } from "../crypto/encoding.ts"
import type { Statement } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import { checkAbout } from "./approval.ts"
import { believe, checkSigned, type Heard, hear, insist, type Verified } from "./heard.ts"
import type { VerifiedManifest } from "./manifest.ts"
import { type Body, day, hashed, ident, integer, kindOf, oneOf, optional } from "./shape.ts"

export const READINESS = kindOf("readiness", {
  case: ident,
  message: ident,
  manifest: hashed,
  participant: ident,
  answer: oneOf("ready", "not-now", "never", "keep"),
  number: integer(1),
  plan: optional(hashed),
  directory: hashed,
  directory_epoch: integer(1),
  policy: hashed,
  policy_version: integer(1),
  day,
})
export type Readiness = Body<typeof READINESS>

/** An answer by the addressee's own key. */
export type VerifiedReadiness = Verified<Heard<Readiness>>

export type ReadinessClaim = {
  readonly manifest: VerifiedManifest
  /** The addressee it must be of. */
  readonly participant: string
  /** The addressee's certified identity key, as base64url. */
  readonly identity: string
}

/** Believe an answer, or refuse. Throws `wrong-context` or `signature-wrong`. */
export async function verifyReadiness(
  statement: Statement,
  claim: ReadinessClaim,
): Promise<VerifiedReadiness> {
  const { manifest, participant, identity } = claim
  const heard = await hear(READINESS, statement)
  checkAbout(heard, manifest)
  const theirs = heard.body.participant === participant && manifest.body.addressees.includes(participant)
  insist(theirs, "wrong-context", "somebody else's answer")
  await checkSigned(heard, unb64u(identity))
  return believe(heard)
}

/**
 * Return the addressee's latest answer if it is `ready`; what is not theirs is passed over.
 *
 * Throws `not-ready`: no answer, or the highest-numbered one is not `ready`.
 */
export async function requireReady(
  statements: readonly Statement[],
  claim: ReadinessClaim,
): Promise<VerifiedReadiness> {
  let latest: VerifiedReadiness | undefined
  for (const statement of statements) {
    const found = await theirAnswer(statement, claim)
    if (found !== undefined && found.body.number > (latest?.body.number ?? 0)) latest = found
  }
  insist(latest?.body.answer === "ready", "not-ready", "the addressee's latest answer is not 'ready'")
  return latest
}

async function theirAnswer(
  statement: Statement,
  claim: ReadinessClaim,
): Promise<VerifiedReadiness | undefined> {
  try {
    return await verifyReadiness(statement, claim)
  } catch (error) {
    if (error instanceof RelayError) return undefined
    throw error
  }
}
