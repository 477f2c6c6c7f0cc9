// SPDX-License-Identifier: EUPL-1.2
/**
 * A case's policy: who takes part, with which certificate, who reviews, how many must approve.
 *
 * A certificate is signed by a mediator, but counts only when the policy, signed by a manager,
 * names its hash: a person's key needs both. Twin: `relay/protocol/policy.py`.
 */

import { unb64u } from "../crypto/encoding.ts"
import type { Statement } from "../crypto/signing.ts"
import { EVER, findMediator, type Mediator, type VerifiedDirectory } from "./directory.ts"
import { believe, checkSigned, type Heard, hear, insist, type Verified } from "./heard.ts"
import { checkManager, refuseOlder, type Seen } from "./root.ts"
import {
  type Body,
  hashed,
  ident,
  integer,
  kindOf,
  listOf,
  oneOf,
  optional,
  recordOf,
  setOf,
  text,
} from "./shape.ts"

export const MAX_COOLING_SECONDS = 2_592_000

export const POLICY = kindOf("policy", {
  case: ident,
  version: integer(1),
  previous: optional(hashed),
  participants: listOf(
    recordOf({
      participant: ident,
      side: oneOf("harmed", "responsible"),
      certificate: optional(hashed),
      former: setOf(hashed),
      epoch: integer(0),
    }),
    { rising: ({ participant }) => participant },
  ),
  mediators: setOf(hashed, { least: 1 }),
  quorum: integer(1, 8),
  cooling_seconds: integer(0, MAX_COOLING_SECONDS),
  channels: setOf(oneOf("letter", "video", "relayed", "meeting")),
  retention: text(/^[a-z0-9-]{1,64}$/),
  consent_text: hashed,
})
export type Policy = Body<typeof POLICY>
export type Participant = Policy["participants"][number]

/** A policy that the trusted directory names, and those before it that are known. */
export type VerifiedPolicy = Verified<
  Heard<Policy> & {
    readonly directory: VerifiedDirectory
    /** The latest first. */
    readonly past: readonly VerifiedPolicy[]
  }
>

export type PolicyClaim = {
  readonly case: string
  readonly directory: VerifiedDirectory
  readonly seen: Seen | null
}

/**
 * Believe a case's policy, or refuse.
 *
 * Throws `wrong-context`, `signer-not-allowed`, `revoked`, `signature-wrong`, `rollback`, `fork` or
 * `policy-mismatch`.
 */
export async function verifyPolicy(statement: Statement, claim: PolicyClaim): Promise<VerifiedPolicy> {
  const { directory, seen } = claim
  const heard = await hear(POLICY, statement)
  const { body, hash } = heard
  const here = body.programme === directory.body.programme && body.case === claim.case
  insist(here, "wrong-context", "a policy of another case")
  await checkManager(heard, directory.root)
  refuseOlder("policy", { number: body.version, hash }, seen)
  const named = directory.body.cases.find((entry) => entry.case === body.case)
  const fits = named?.policy === hash && named.version === body.version
  insist(fits, "policy-mismatch", "not the policy that the directory names")
  return believe({ ...heard, directory, past: [] })
}

/**
 * Believe the version of a policy before a verified one, which names it by its hash.
 *
 * Throws `wrong-context` or `policy-mismatch`.
 */
export async function verifyPastPolicy(
  statement: Statement,
  successor: VerifiedPolicy,
): Promise<VerifiedPolicy> {
  const heard = await hear(POLICY, statement)
  checkCase(heard, successor)
  const named = heard.hash === successor.body.previous
  insist(named, "policy-mismatch", "not the policy that its successor names")
  return believe({ ...heard, directory: successor.directory, past: [] })
}

/**
 * Return a verified policy together with those before it, the latest first.
 *
 * Throws as `verifyPastPolicy`.
 */
export async function withPast(
  policy: VerifiedPolicy,
  statements: readonly Statement[],
): Promise<VerifiedPolicy> {
  const chain = [policy]
  let successor = policy
  for (const statement of statements) {
    successor = await verifyPastPolicy(statement, successor)
    chain.push(successor)
  }
  return chain.reduceRight((before, one) => believe({ ...one, past: [before, ...before.past] }))
}

/** Return the version that a statement names by its hash; where it is not known, the one at hand. */
export function madeUnder(policy: VerifiedPolicy, named: string): VerifiedPolicy {
  return policy.past.find(({ hash }) => hash === named) ?? policy
}

/** Return a person's entry. Throws `certificate-wrong`: nobody of that id takes part. */
export function findParticipant(policy: VerifiedPolicy, participant: string): Participant {
  const entry = policy.body.participants.find((one) => one.participant === participant)
  insist(entry !== undefined, "certificate-wrong", "not a participant of this case")
  return entry
}

/**
 * Return an assigned mediator's entry in the directory.
 *
 * `epoch` is the directory epoch that the statement names, where it names one. Throws
 * `signer-not-allowed` or `revoked`.
 */
export function assignedMediator(policy: VerifiedPolicy, signer: string, epoch?: number): Mediator {
  insist(policy.body.mediators.includes(signer), "signer-not-allowed", "not a mediator of this case")
  return findMediator(policy.directory, signer, epoch)
}

/**
 * Return the entry of a mediator of this policy or of a known one before it.
 *
 * For what names no policy and outlasts its mediator: a no, a taking back, a grant until a day.
 * Throws as `assignedMediator`.
 */
export function onceAssigned(policy: VerifiedPolicy, signer: string): Mediator {
  const assigned = (one: VerifiedPolicy): boolean => one.body.mediators.includes(signer)
  return assignedMediator([policy, ...policy.past].find(assigned) ?? policy, signer, EVER)
}

/** Refuse a statement that no mediator of the case signed. Throws as `assignedMediator`, and `signature-wrong`. */
export async function checkAssigned(
  heard: Heard<unknown>,
  policy: VerifiedPolicy,
  epoch?: number,
): Promise<void> {
  await checkSigned(heard, unb64u(assignedMediator(policy, heard.signer, epoch).key))
}

/** The same for what outlasts its mediator. Throws as `onceAssigned`, and `signature-wrong`. */
export async function checkOnceAssigned(heard: Heard<unknown>, policy: VerifiedPolicy): Promise<void> {
  await checkSigned(heard, unb64u(onceAssigned(policy, heard.signer).key))
}

/** Refuse a statement of another programme or case. Throws `wrong-context`. */
export function checkCase(
  heard: Heard<{ readonly programme: string; readonly case: string }>,
  policy: VerifiedPolicy,
): void {
  const here = heard.body.programme === policy.body.programme && heard.body.case === policy.body.case
  insist(here, "wrong-context", `a ${heard.kind} of another case`)
}

/** The directory and policy that a statement was made under. */
export type References = {
  readonly directory: string
  readonly directory_epoch: number
  readonly policy: string
  readonly policy_version: number
}

/**
 * Refuse a statement made under a newer directory or policy than the one at hand.
 *
 * Throws `rollback` (the signer saw a newer one than the server shows us) or `fork`.
 */
export function checkReferences(policy: VerifiedPolicy, named: References): void {
  const { directory } = policy
  refuseOlder(
    "directory",
    { number: directory.body.epoch, hash: directory.hash },
    { number: named.directory_epoch, hash: named.directory },
  )
  refuseOlder(
    "policy",
    { number: policy.body.version, hash: policy.hash },
    { number: named.policy_version, hash: named.policy },
  )
}

/** Return the references that a statement made now carries. */
export function referencesOf(policy: VerifiedPolicy): References {
  return {
    directory: policy.directory.hash,
    directory_epoch: policy.directory.body.epoch,
    policy: policy.hash,
    policy_version: policy.body.version,
  }
}
