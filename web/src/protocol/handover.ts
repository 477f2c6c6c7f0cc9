// SPDX-License-Identifier: EUPL-1.2
/**
 * Handing over: keys of one case, wrapped again for a mediator whom its policy assigned.
 *
 * A mediator gives what they can open; when none is left who could, an author gives the keys of their
 * own words. The statement names every key that goes over and to whom, so that no re-wrap is silent.
 * Twin: `relay/protocol/handover.py`. Source: protocol.md §7.
 */
import { sha256 } from "../crypto/derive.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { ID_BYTES } from "../crypto/keys.ts"
import type { Statement } from "../crypto/signing.ts"
import type { VerifiedCertificate } from "./certificate.ts"
import { EVER, findMediator, type Mediator } from "./directory.ts"
import { believe, checkSigned, type Heard, hear, insist, type Verified } from "./heard.ts"
import { checkCase, type VerifiedPolicy } from "./policy.ts"
import { refuseOlder } from "./root.ts"
import { type Body, day, hashed, ident, integer, kindOf, listOf, recordOf } from "./shape.ts"

export const MAX_ITEMS = 256

export const HANDOVER = kindOf("handover", {
  case: ident,
  giver: ident,
  to: hashed,
  policy: hashed,
  policy_version: integer(1),
  items: listOf(recordOf({ subject: hashed, wrap: hashed }), {
    least: 1,
    most: MAX_ITEMS,
    rising: ({ subject }) => subject,
  }),
  number: integer(1),
  day,
})
export type Handover = Body<typeof HANDOVER>
/** What a wrap opens (`subject`: of a manifest, a note or a record's box), and the wrap's hash. */
export type Item = Handover["items"][number]

/** A hand-over by somebody of the case, to one of its mediators. */
export type VerifiedHandover = Verified<Heard<Handover>>

export type HandoverClaim = {
  /** The policy that it names. */
  readonly policy: VerifiedPolicy
  /** Of the participant who gives, or null for a mediator. */
  readonly certificate: VerifiedCertificate | null
  /** The highest number of a hand-over of this signer, 0 for none. */
  readonly seenNumber: number
}

/** Return what a hand-over says of one wrap. */
export async function itemOf(subject: string, wrap: Uint8Array): Promise<Item> {
  return { subject, wrap: b64u(await sha256(wrap)) }
}

/**
 * Believe a hand-over, or refuse.
 *
 * Whoever has retired since gave what they gave; whoever was revoked gave nothing. Throws
 * `wrong-context` (another case, or to nobody whom the policy assigns, or to oneself), `rollback` or
 * `fork` (made under another policy), `signer-not-allowed`, `revoked`, `signature-wrong` or `old-number`.
 */
export async function verifyHandover(statement: Statement, claim: HandoverClaim): Promise<VerifiedHandover> {
  const heard = await hear(HANDOVER, statement)
  checkCase(heard, claim.policy)
  checkPolicy(heard.body, claim.policy)
  checkReceiver(heard, claim.policy)
  await checkSigned(heard, unb64u(giverKey(heard, claim)))
  const { number } = heard.body
  insist(number > claim.seenNumber, "old-number", `number ${number}, seen ${claim.seenNumber}`)
  return believe(heard)
}

export type Handed = {
  /** The wraps that came with it, by subject. */
  readonly wraps: ReadonlyMap<string, Uint8Array>
  /** The subjects of this case whose keys the giver holds. */
  readonly theirs: ReadonlySet<string>
}

/**
 * Refuse a hand-over of anything but what is the giver's to give, in exactly these wraps.
 *
 * Throws `wrong-context` (something of another case, or not theirs) or `wrap-broken`.
 */
export async function checkHanded({ items }: Handover, { wraps, theirs }: Handed): Promise<void> {
  const owned = items.every(({ subject }) => theirs.has(subject))
  insist(owned, "wrong-context", "something that is not theirs to hand over")
  const came = await Promise.all([...wraps].map(([subject, wrap]) => itemOf(subject, wrap)))
  const named = new Map(items.map(({ subject, wrap }) => [subject, wrap]))
  const same = came.length === items.length && came.every(({ subject, wrap }) => named.get(subject) === wrap)
  insist(same, "wrap-broken", "other wraps than the hand-over names")
}

function checkPolicy(handover: Handover, policy: VerifiedPolicy): void {
  const here = { number: policy.body.version, hash: policy.hash }
  const named = { number: handover.policy_version, hash: handover.policy }
  refuseOlder("policy", here, named)
  insist(named.number === here.number, "rollback", `made under policy ${named.number}, not ${here.number}`)
}

function checkReceiver({ body, signer }: Heard<Handover>, policy: VerifiedPolicy): void {
  const assigned = policy.body.mediators.includes(body.to) && body.to !== signer
  insist(assigned, "wrong-context", "handed over to nobody whom the case assigns")
  mediatorOf(policy, body.to)
}

/** Return the public key of the one who signed, if that one may, in their own name. */
function giverKey({ body, signer }: Heard<Handover>, { policy, certificate }: HandoverClaim): string {
  if (certificate !== null) {
    const own = certificate.current && certificate.body.participant === body.giver
    insist(own, "signer-not-allowed", "handed over in another person's name")
    return certificate.body.identity
  }
  insist(policy.body.mediators.includes(signer), "signer-not-allowed", "not a mediator of this case")
  const own = body.giver === b64u(unb64u(signer).subarray(0, ID_BYTES))
  insist(own, "signer-not-allowed", "handed over in another mediator's name")
  return mediatorOf(policy, signer).key
}

function mediatorOf({ directory }: VerifiedPolicy, keyId: string): Mediator {
  return findMediator(directory, keyId, EVER)
}
