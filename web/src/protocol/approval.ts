// SPDX-License-Identifier: EUPL-1.2
/**
 * What mediators say of one manifest: yes (approval), anything else (decision), "it waits" (offer).
 *
 * An approval means yes and nothing else means yes; approvals count together only over one manifest
 * hash. Twin: `relay/protocol/approval.py`. Source: protocol.md §5.
 */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { ID_BYTES } from "../crypto/keys.ts"
import type { Statement } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import { EVER } from "./directory.ts"
import { believe, type Heard, hear, insist, type Verified } from "./heard.ts"
import { MAX_ADDRESSEES, type VerifiedManifest } from "./manifest.ts"
import { checkAssigned, checkOnceAssigned, checkReferences, type VerifiedPolicy } from "./policy.ts"
import { type Body, day, hashed, ident, integer, kindOf, oneOf, optional, setOf } from "./shape.ts"

// The signer's id is in the body: two mediators' like approvals must not have one hash.
const ABOUT = { case: ident, mediator: ident, message: ident, manifest: hashed }
const SAID = { number: integer(1), note: optional(hashed), day }

export const APPROVAL = kindOf("approval", {
  ...ABOUT,
  addressees: setOf(ident, { least: 1, most: MAX_ADDRESSEES }),
  directory: hashed,
  directory_epoch: integer(1),
  policy: hashed,
  policy_version: integer(1),
  ...SAID,
})
export const DECISION = kindOf(
  "decision",
  {
    ...ABOUT,
    decision: oneOf("hold", "return", "decline", "escalate", "second", "reopen"),
    until: optional(day),
    ...SAID,
  },
  // A hold has a day, and nothing else has.
  { fits: ({ decision, until }) => (decision === "hold") === (until !== null) },
)
export const OFFER = kindOf("offer", { ...ABOUT, addressee: ident, ...SAID })

export type Approval = Body<typeof APPROVAL>
/** Approvals, once a mediator has asked for another's. */
export const SECOND_NEEDS = 2

export type Decision = Body<typeof DECISION>
export type Offer = Body<typeof OFFER>

/** An approval that counts. */
export type VerifiedApproval = Verified<Heard<Approval>>
/** A decision of an assigned mediator. */
export type VerifiedDecision = Verified<Heard<Decision>>
/** An offer of an assigned mediator. */
export type VerifiedOffer = Verified<Heard<Offer>>

/** What a statement about a message must be about, and under which policy. */
export type AboutClaim = { readonly manifest: VerifiedManifest; readonly policy: VerifiedPolicy }

/** The fields by which a statement names a message. */
export type About = {
  readonly programme: string
  readonly case: string
  readonly message: string
  readonly manifest: string
}

/** Refuse a statement about another manifest. Throws `wrong-context`. */
export function checkAbout({ body, kind }: Heard<About>, manifest: VerifiedManifest): void {
  const words = manifest.body
  const here = body.programme === words.programme && body.case === words.case
  const about = body.message === words.message && body.manifest === manifest.hash
  insist(here && about, "wrong-context", `a ${kind} about another manifest`)
}

/**
 * Believe one approval, or refuse.
 *
 * Throws `wrong-context` (over another manifest, or for other addressees), `rollback` or `fork`
 * (made under a newer directory or policy than shown), `signer-not-allowed`, `revoked` or
 * `signature-wrong`.
 */
export async function verifyApproval(statement: Statement, claim: AboutClaim): Promise<VerifiedApproval> {
  const { manifest, policy } = claim
  const heard = await hear(APPROVAL, statement)
  checkAbout(heard, manifest)
  checkNamesItsSigner(heard)
  const same = heard.body.addressees.join() === manifest.body.addressees.join()
  insist(same, "wrong-context", "for other addressees")
  checkReferences(policy, heard.body)
  await checkAssigned(heard, policy, heard.body.directory_epoch)
  return believe(heard)
}

/** Believe one decision, or refuse. Throws `wrong-context`, `signer-not-allowed`, `revoked` or `signature-wrong`. */
export async function verifyDecision(statement: Statement, claim: AboutClaim): Promise<VerifiedDecision> {
  const heard = await hear(DECISION, statement)
  checkAbout(heard, claim.manifest)
  checkNamesItsSigner(heard)
  await checkOnceAssigned(heard, claim.policy)
  return believe(heard)
}

/**
 * Believe one offer, or refuse.
 *
 * Throws `wrong-context` (about another manifest, or to somebody it is not for),
 * `signer-not-allowed`, `revoked` or `signature-wrong`.
 */
export async function verifyOffer(statement: Statement, claim: AboutClaim): Promise<VerifiedOffer> {
  const { manifest, policy } = claim
  const heard = await hear(OFFER, statement)
  checkAbout(heard, manifest)
  checkNamesItsSigner(heard)
  insist(manifest.body.addressees.includes(heard.body.addressee), "wrong-context", "offered to somebody else")
  await checkAssigned(heard, policy, EVER)
  return believe(heard)
}

/** Refuse a statement that one mediator signed in another's name. Throws `signer-not-allowed`. */
export function checkNamesItsSigner({ body, signer }: Heard<{ readonly mediator: string }>): void {
  const own = b64u(unb64u(signer).subarray(0, ID_BYTES))
  insist(body.mediator === own, "signer-not-allowed", "signed in another mediator's name")
}

type Judgement = VerifiedApproval | VerifiedDecision

/**
 * Return the approvals that count, by rising hash: at least quorum, at most one a mediator.
 *
 * What does not verify is passed over, not fatal: a server can always add rubbish, and gains
 * nothing by it. A mediator's decision with a higher number than their approval, where one is
 * given, takes that approval back; where one asks for a second mediator, two are needed whatever the
 * quorum. Throws `not-approved`: fewer than are needed.
 */
export async function countApprovals(
  statements: readonly Statement[],
  claim: AboutClaim,
): Promise<readonly VerifiedApproval[]> {
  const said = await judgements(statements, claim)
  const counted = lastYes(said)
  const needed = neededOf(said, claim)
  insist(counted.length >= needed, "not-approved", `${counted.length} approvals, ${needed} needed`)
  return counted
}

function neededOf(said: readonly Judgement[], { policy }: AboutClaim): number {
  const asked = said.some((one) => !isApproval(one) && one.body.decision === "second")
  return asked ? Math.max(policy.body.quorum, SECOND_NEEDS) : policy.body.quorum
}

async function judgements(
  statements: readonly Statement[],
  claim: AboutClaim,
): Promise<readonly Judgement[]> {
  const found: Judgement[] = []
  for (const statement of statements) {
    const said = await judgement(statement, claim)
    if (said !== undefined) found.push(said)
  }
  return found
}

/** The approvals that are their mediator's last word, by rising hash. */
function lastYes(said: readonly Judgement[]): readonly VerifiedApproval[] {
  const latest = new Map<string, Judgement>()
  for (const found of said) {
    const before = latest.get(found.signer)
    if (before === undefined || before.body.number < found.body.number) latest.set(found.signer, found)
  }
  return [...latest.values()].filter(isApproval).sort((one, other) => (one.hash < other.hash ? -1 : 1))
}

function isApproval(found: Judgement): found is VerifiedApproval {
  return found.kind === APPROVAL.kind
}

async function judgement(statement: Statement, claim: AboutClaim): Promise<Judgement | undefined> {
  for (const check of [verifyApproval, verifyDecision]) {
    try {
      return await check(statement, claim)
    } catch (error) {
      if (!(error instanceof RelayError)) throw error
    }
  }
  return undefined
}

/**
 * Refuse what was reviewed by nobody but the mediator who made it.
 *
 * `maker` is the key id of the mediator who signed the inner header. Throws `not-approved`.
 */
export function checkReviewedByAnother(counted: readonly VerifiedApproval[], maker: string): void {
  const another = counted.some(({ signer }) => signer !== maker)
  insist(another, "not-approved", "reviewed by its maker alone")
}
