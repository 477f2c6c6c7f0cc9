// SPDX-License-Identifier: EUPL-1.2
/**
 * Root, directory, policies and people as one verified picture of this moment.
 *
 * Pure: what the server answered goes in with what was remembered, and comes out verified or not at
 * all. Nothing older than what was seen passes (P17).
 */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { ID_BYTES, keyId } from "../crypto/keys.ts"
import { fromEnvelope, type Statement } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import type { VerifiedCertificate } from "../protocol/certificate.ts"
import { CERTIFICATE } from "../protocol/certificate.ts"
import { dayNumber } from "../protocol/day.ts"
import {
  findMediator,
  MAX_DIRECTORY_BYTES,
  type Mediator,
  READING_GRACE_DAYS,
  type VerifiedDirectory,
  verifyDirectory,
} from "../protocol/directory.ts"
import { findParticipant, POLICY, type VerifiedPolicy, verifyPolicy } from "../protocol/policy.ts"
import { knownCertificates, type TrustStatements } from "../protocol/release.ts"
import { type VerifiedRoot, verifyRoot } from "../protocol/root.ts"
import { readStatement } from "../protocol/shape.ts"
import type { Bundle } from "../protocol/unlocking.ts"
import type { TrustView } from "../protocol/wire.ts"

/** One case: its policy, and everybody's certificates that the policy names. */
export type CasePicture = {
  readonly policy: VerifiedPolicy
  readonly statements: TrustStatements
  /** Every certificate that the server handed over, as received. */
  readonly offered: readonly Statement[]
  /** The current certificate of each participant, by id. */
  readonly people: ReadonlyMap<string, VerifiedCertificate>
}

export type Picture = {
  readonly root: VerifiedRoot
  readonly directory: VerifiedDirectory
  /** By case id. */
  readonly cases: ReadonlyMap<string, CasePicture>
  /** Days until the directory ends; negative when it has ended. */
  readonly daysLeft: number
  /** Seconds since 1970. */
  readonly readAt: number
}

export type PictureClaim = {
  readonly bundle: Pick<Bundle, "fingerprint" | "root_epoch" | "directory" | "directory_epoch" | "policies">
  readonly today: string
  /** Seconds since 1970. */
  readonly now: number
}

/** Verify what the server says of trust. Throws the first check that fails. */
export async function readPicture(view: TrustView, { bundle, today, now }: PictureClaim): Promise<Picture> {
  const rootStatement = fromEnvelope(view.root)
  const root = await verifyRoot(rootStatement, {
    fingerprint: bundle.fingerprint,
    today,
    seenEpoch: bundle.root_epoch,
  })
  const directoryStatement = fromEnvelope(view.directory, MAX_DIRECTORY_BYTES)
  const seen = bundle.directory === null ? null : { number: bundle.directory_epoch, hash: bundle.directory }
  const directory = await verifyDirectory(directoryStatement, {
    root,
    today,
    seen,
    graceDays: READING_GRACE_DAYS,
  })
  const offered = view.certificates.map((envelope) => fromEnvelope(envelope))
  const cases = new Map<string, CasePicture>()
  for (const envelope of view.policies) {
    const policyStatement = fromEnvelope(envelope)
    const policy = await readPolicy(policyStatement, directory, bundle)
    cases.set(policy.body.case, {
      policy,
      statements: { root: rootStatement, directory: directoryStatement, policy: policyStatement },
      offered,
      people: await currentPeople(policy, offered),
    })
  }
  const daysLeft = dayNumber(directory.body.valid_until) - dayNumber(today)
  return { root, directory, cases, daysLeft, readAt: now }
}

async function readPolicy(
  statement: Statement,
  directory: VerifiedDirectory,
  { policies }: Pick<Bundle, "policies">,
): Promise<VerifiedPolicy> {
  const { case: named } = readStatement(POLICY, statement.body)
  const known = policies.find((entry) => entry.case === named)
  const seen = known === undefined ? null : { number: known.version, hash: known.policy }
  return verifyPolicy(statement, { case: named, directory, seen })
}

async function currentPeople(
  policy: VerifiedPolicy,
  offered: readonly Statement[],
): Promise<ReadonlyMap<string, VerifiedCertificate>> {
  const people = new Map<string, VerifiedCertificate>()
  for (const { participant } of policy.body.participants) {
    const theirs = offered.filter((statement) => isOf(statement, participant))
    const known = await knownCertificates(theirs, policy, participant)
    const current = known.find((certificate) => certificate.current)
    if (current !== undefined) people.set(participant, current)
  }
  return people
}

function isOf(statement: Statement, participant: string): boolean {
  try {
    return readStatement(CERTIFICATE, statement.body).participant === participant
  } catch (error) {
    if (error instanceof RelayError) return false
    throw error
  }
}

/** Return one case. Throws `policy-mismatch`: the server did not show its policy. */
export function caseOf(picture: Picture, caseId: string): CasePicture {
  const found = picture.cases.get(caseId)
  if (found === undefined) throw new RelayError("policy-mismatch", "no policy of this case was shown")
  return found
}

/** Return a participant's current certificate. Throws `certificate-wrong`: not certified, or not shown. */
export function certificateOf({ policy, people }: CasePicture, participant: string): VerifiedCertificate {
  findParticipant(policy, participant)
  const certificate = people.get(participant)
  if (certificate === undefined) throw new RelayError("certificate-wrong", "no current certificate was shown")
  return certificate
}

/** Somebody who can be given a wrap. */
export type Recipient = {
  /** Id, 22 characters. */
  readonly person: string
  /** Key id of the signing key, as wraps name it. */
  readonly keyId: string
  /** X-Wing public key, base64url. */
  readonly kem: string
}

/** Return the case's active mediators as recipients, by rising key id. */
export function mediatorsOf({ policy }: CasePicture): readonly Recipient[] {
  return policy.body.mediators.flatMap((named) => {
    const mediator = activeOrNothing(policy.directory, named)
    return mediator === undefined ? [] : [{ person: personOf(named), keyId: named, kem: mediator.kem }]
  })
}

function activeOrNothing(directory: VerifiedDirectory, named: string): Mediator | undefined {
  try {
    return findMediator(directory, named)
  } catch (error) {
    if (error instanceof RelayError) return undefined
    throw error
  }
}

/** Return the id of a mediator or manager: the first 16 bytes of the key id. */
export function personOf(named: string): string {
  return b64u(unb64u(named).subarray(0, ID_BYTES))
}

/** Return the key id that names a participant's signing key. Throws `certificate-wrong`. */
export async function participantKeyId(place: CasePicture, participant: string): Promise<string> {
  return b64u(await keyId(unb64u(certificateOf(place, participant).body.identity)))
}
