// SPDX-License-Identifier: EUPL-1.2
/**
 * The release, and the addressee's own check of everything that led to it.
 *
 * `verifyRelease` is the one function that makes a `VerifiedRelease`, in the order of
 * docs/format.md §6, steps 1 to 9, closed on any failure. It opens nothing; `opening.ts` goes on
 * from here. Twin: `relay/protocol/release.py`. Source: protocol.md §5.
 */
import { sha256 } from "../crypto/derive.ts"
import { b64u } from "../crypto/encoding.ts"
import type { Statement } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import { countApprovals, type VerifiedApproval } from "./approval.ts"
import { type VerifiedCertificate, verifyCertificate } from "./certificate.ts"
import { READING_GRACE_DAYS, verifyDirectory } from "./directory.ts"
import { believe, type Heard, hear, insist, type Verified } from "./heard.ts"
import { type VerifiedManifest, verifyManifest } from "./manifest.ts"
import {
  checkAssigned,
  checkReferences,
  madeUnder,
  type VerifiedPolicy,
  verifyPolicy,
  withPast,
} from "./policy.ts"
import { requireReady, type VerifiedReadiness } from "./readiness.ts"
import { type Seen, verifyRoot } from "./root.ts"
import { type Body, day, hashed, ident, integer, kindOf, setOf } from "./shape.ts"
import { takesBack, type VerifiedWithdrawal, verifyWithdrawal } from "./withdrawal.ts"

export const RELEASE = kindOf("release", {
  case: ident,
  message: ident,
  manifest: hashed,
  addressee: ident,
  certificate: hashed,
  epoch: integer(1),
  readiness: hashed,
  approvals: setOf(hashed, { least: 1 }),
  wrap: hashed,
  directory: hashed,
  directory_epoch: integer(1),
  policy: hashed,
  policy_version: integer(1),
  day,
})
/** A mediator hands one wrap to one certificate of one ready addressee. */
export type Release = Body<typeof RELEASE>

/** What the addressee's client knows of its own person. */
export type Me = {
  readonly participant: string
  /** Own identity public key, as base64url. */
  readonly identity: string
  /** Hash of the own certificate. */
  readonly certificate: string
  readonly epoch: number
}

/** What the client remembers of trust. */
export type Memory = {
  readonly rootEpoch: number
  readonly directory: Seen | null
  readonly policy: Seen | null
}

/** The statements on which all trust in a case rests: nothing in them is believed yet. */
export type TrustStatements = {
  readonly root: Statement
  readonly directory: Statement
  readonly policy: Statement
}

/** What the server hands over for one message: nothing in it is believed yet. */
export type Delivery = TrustStatements & {
  /** The policies before the current one, the latest first, where a mediator has left since. */
  readonly past: readonly Statement[]
  /** Any certificates of the author. */
  readonly certificates: readonly Statement[]
  readonly manifest: Statement
  /** Approvals, and any decisions that are known. */
  readonly approvals: readonly Statement[]
  readonly readiness: readonly Statement[]
  readonly release: Statement
  readonly wrap: Uint8Array
  readonly withdrawals: readonly Statement[]
}

/** What a client checks trust against. */
export type TrustClaim = {
  /** The pinned root's. */
  readonly fingerprint: string
  readonly case: string
  readonly memory: Memory
  readonly today: string
  /** `READING_GRACE_DAYS` for reading what was released, otherwise 0. */
  readonly graceDays: number
}

export type ReleaseClaim = Omit<TrustClaim, "graceDays"> & {
  readonly me: Me
  /** The hash of the manifest remembered for this message id, or null. */
  readonly seenManifest: string | null
}

/** The proof that a message may be opened here. Made by `verifyRelease` alone. */
export type VerifiedRelease = Verified<
  Heard<Release> & {
    readonly manifest: VerifiedManifest
    readonly policy: VerifiedPolicy
    readonly approvals: readonly VerifiedApproval[]
    /** The author's, as the policy names them. */
    readonly certificates: readonly VerifiedCertificate[]
    readonly wrap: Uint8Array
  }
>

/** Return SHA-256 of a wrap, as a release names it. */
export async function wrapHash(wrap: Uint8Array): Promise<string> {
  return b64u(await sha256(wrap))
}

/** Check root, directory and policy: steps 1 to 3. */
export async function verifyTrust(trust: TrustStatements, claim: TrustClaim): Promise<VerifiedPolicy> {
  const { fingerprint, memory, today, graceDays } = claim
  const root = await verifyRoot(trust.root, { fingerprint, today, seenEpoch: memory.rootEpoch })
  const directory = await verifyDirectory(trust.directory, { root, today, seen: memory.directory, graceDays })
  return verifyPolicy(trust.policy, { case: claim.case, directory, seen: memory.policy })
}

/**
 * Believe that a message may be opened by this addressee, or refuse.
 *
 * Throws the first check that fails, in the order of docs/format.md §6.
 */
export async function verifyRelease(delivery: Delivery, claim: ReleaseClaim): Promise<VerifiedRelease> {
  const { me } = claim
  const current = await verifyTrust(delivery, { ...claim, graceDays: READING_GRACE_DAYS })
  const policy = await withPast(current, delivery.past)
  checkOwnEntry(policy, me)
  const { programme } = policy.body
  const manifest = await verifyManifest(delivery.manifest, {
    programme,
    case: claim.case,
    seen: claim.seenManifest,
  })
  const addressed = manifest.body.addressees.includes(me.participant)
  insist(addressed, "not-addressed", "not an addressee of this message")
  const heard = await hear(RELEASE, delivery.release)
  const then = madeUnder(policy, heard.body.policy)
  const approvals = await countApprovals(delivery.approvals, { manifest, policy: then })
  const readiness = await requireReady(delivery.readiness, { manifest, ...me })
  checkAnswer(readiness, heard, policy)
  await checkRelease(heard, { me, manifest, policy: then, approvals, readiness, wrap: delivery.wrap })
  const certificates = await knownCertificates(delivery.certificates, policy, manifest.body.sender)
  await refuseWithdrawn(delivery.withdrawals, { policy, manifest, certificates })
  return believe({ ...heard, manifest, policy, approvals, certificates, wrap: delivery.wrap })
}

/** Refuse a policy that lists a foreign key as this person's. Throws `own-entry-wrong`. */
export function checkOwnEntry(
  policy: VerifiedPolicy,
  me: Pick<Me, "participant" | "certificate" | "epoch">,
): void {
  const entry = policy.body.participants.find(({ participant }) => participant === me.participant)
  insist(entry !== undefined, "own-entry-wrong", "this person is not in the policy")
  const mine = entry.certificate === me.certificate && entry.epoch === me.epoch
  insist(mine, "own-entry-wrong", "the policy lists another key as this person's")
}

/**
 * Refuse a release under an older policy or directory than the answer was given under.
 *
 * Whoever left the case or retired by then cannot date a release back past what the addressee's own
 * device saw when they said that they were ready. Throws `rollback`, `fork` or `not-released`.
 */
function checkAnswer(readiness: VerifiedReadiness, { body }: Heard<Release>, policy: VerifiedPolicy): void {
  checkReferences(policy, readiness.body)
  const since = body.policy_version >= readiness.body.policy_version
  insist(since, "not-released", "released under an older policy than the answer names")
  const listed = body.directory_epoch >= readiness.body.directory_epoch
  insist(listed, "not-released", "released under an older directory than the answer names")
}

type Checked = {
  readonly me: Me
  readonly manifest: VerifiedManifest
  readonly policy: VerifiedPolicy
  readonly approvals: readonly VerifiedApproval[]
  readonly readiness: VerifiedReadiness
  readonly wrap: Uint8Array
}

async function checkRelease(heard: Heard<Release>, checked: Checked): Promise<void> {
  const { me, manifest, policy, approvals, readiness, wrap } = checked
  const { body } = heard
  const words = manifest.body
  const here = body.programme === words.programme && body.case === words.case
  const about = body.message === words.message && body.manifest === manifest.hash
  insist(here && about, "not-released", "a release of another manifest")
  checkReferences(policy, body)
  await checkAssigned(heard, policy, body.directory_epoch)
  const mine =
    body.addressee === me.participant && body.certificate === me.certificate && body.epoch === me.epoch
  insist(mine, "not-released", "released to another person or key")
  insist(body.readiness === readiness.hash, "not-released", "released on another answer")
  const counted = new Set(approvals.map(({ hash }) => hash))
  const enough =
    body.approvals.length >= policy.body.quorum && body.approvals.every((hash) => counted.has(hash))
  insist(enough, "not-released", "released on other approvals")
  insist(body.wrap === (await wrapHash(wrap)), "not-released", "released with another wrap")
}

/** Return those of a person's certificates that verify; the others prove nothing. */
export async function knownCertificates(
  statements: readonly Statement[],
  policy: VerifiedPolicy,
  participant: string,
): Promise<readonly VerifiedCertificate[]> {
  const found: VerifiedCertificate[] = []
  for (const statement of statements) {
    const certificate = await orNothing(verifyCertificate(statement, { policy, participant }))
    if (certificate !== undefined) found.push(certificate)
  }
  return found
}

type Known = Pick<Checked, "manifest" | "policy"> & { readonly certificates: readonly VerifiedCertificate[] }

/** Refuse a message that a valid withdrawal among these takes back. Throws `withdrawn`. */
export async function refuseWithdrawn(statements: readonly Statement[], known: Known): Promise<void> {
  const { manifest, policy, certificates } = known
  const certificate = certificates.find(({ current }) => current) ?? null
  for (const statement of statements) {
    const checked = verifyWithdrawal(statement, { policy, manifest, certificate, seenNumber: 0 })
    const found: VerifiedWithdrawal | undefined = await orNothing(checked)
    insist(found === undefined || !takesBack(found, manifest), "withdrawn", "the message was taken back")
  }
}

async function orNothing<T>(checked: Promise<T>): Promise<T | undefined> {
  try {
    return await checked
  } catch (error) {
    if (error instanceof RelayError) return undefined
    throw error
  }
}
