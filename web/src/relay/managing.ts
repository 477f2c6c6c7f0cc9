// SPDX-License-Identifier: EUPL-1.2
/**
 * A manager's acts: verify what stands, sign what comes next, hand it in.
 *
 * Everything that the relay shows is verified against the pinned root, and against what this manager saw
 * before, before anything is signed on top of it. Signers are arguments; their seeds never travel.
 * Twin: `relay/station/managing.py`.
 */
import { b64u } from "../crypto/encoding.ts"
import { fromEnvelope, type Sign, type Statement, statementHash, toEnvelope } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import { CERTIFICATE, checkCertifier } from "../protocol/certificate.ts"
import { dayNumber } from "../protocol/day.ts"
import {
  type Directory,
  MAX_DIRECTORY_BYTES,
  type VerifiedDirectory,
  verifyDirectory,
  voucherBody,
} from "../protocol/directory.ts"
import { hear, insist } from "../protocol/heard.ts"
import {
  type Participant,
  POLICY,
  type Policy,
  type VerifiedPolicy,
  verifyPolicy,
} from "../protocol/policy.ts"
import { ROOT, type VerifiedRoot, verifyRoot } from "../protocol/root.ts"
import { readStatement } from "../protocol/shape.ts"
import type { Bundle } from "../protocol/unlocking.ts"
import type { Envelope, TicketView } from "../protocol/wire.ts"
import { type Memory, withPolicy } from "./bundle.ts"
import type { Client } from "./client.ts"
import { type Clock, dayOf, today } from "./clock.ts"
import {
  firstPolicy,
  type Keys,
  nextDirectory,
  nextPolicy,
  shownIntakeKey,
  withCertificate,
  withInterpreter,
  withMediator,
  withoutInterpreter,
  withoutMediator,
  withPolicies,
  withRetired,
  withRetiredInterpreter,
} from "./programme.ts"

export const DIRECTORY_DAYS = 30
/** From so many days before its end on, everybody who manages is reminded. */
export const WARN_DAYS = 14
/** An expired directory stops people, and is exactly what a manager renews. */
const ANY_AGE_DAYS = 36_500
const DAY_SECONDS = 86_400

/** What stands now, verified: root, directory, and the policy of every case. */
export type Office = {
  readonly root: VerifiedRoot
  readonly directory: VerifiedDirectory
  readonly policies: ReadonlyMap<string, VerifiedPolicy>
  /** For how many more days the directory counts; negative: it is past. */
  readonly daysLeft: number
}

/** With what a manager acts. */
export type Managing = {
  readonly client: Pick<Client, "trust" | "postTrust" | "pending" | "tickets">
  readonly clock: Clock
  readonly memory: Memory
  /** Signs as the manager. */
  readonly sign: Sign
}

/** A certified person whom no policy names yet; `replaces` an older key of theirs. */
export type Waiting = {
  readonly case: string
  readonly participant: string
  readonly epoch: number
  readonly hash: string
  readonly side: Participant["side"]
  readonly replaces: boolean
}

/** Return a case's policy. Throws `not-found`: no such case. */
export function policyOf(office: Office, caseId: string): VerifiedPolicy {
  const found = office.policies.get(caseId)
  if (found === undefined) throw new RelayError("not-found", "no such case")
  return found
}

/** Fetch and verify root, directory and policies. Throws what does not verify: nothing must be signed then. */
export async function fetchOffice({ client, clock, memory }: Omit<Managing, "sign">): Promise<Office> {
  const view = await client.trust()
  const known = memory.read()
  const root = await rootOf(view.root, known)
  const directory = await verifyDirectory(fromEnvelope(view.directory, MAX_DIRECTORY_BYTES), {
    root,
    today: today(clock),
    seen: known.directory === null ? null : { number: known.directory_epoch, hash: known.directory },
    graceDays: ANY_AGE_DAYS,
  })
  const policies = new Map<string, VerifiedPolicy>()
  for (const envelope of view.policies) {
    const policy = await policyFrom(fromEnvelope(envelope), directory, known)
    policies.set(policy.body.case, policy)
  }
  const daysLeft = dayNumber(directory.body.valid_until) - dayNumber(today(clock))
  const office = { root, directory, policies, daysLeft }
  await remember(memory, office)
  return office
}

/** A root statement that is past its date still says who may renew it: the day is not looked at here. */
async function rootOf(envelope: Envelope, known: Bundle): Promise<VerifiedRoot> {
  const statement = fromEnvelope(envelope)
  const { expires } = readStatement(ROOT, statement.body)
  return verifyRoot(statement, {
    fingerprint: known.fingerprint,
    today: expires,
    seenEpoch: known.root_epoch,
  })
}

async function policyFrom(
  statement: Statement,
  directory: VerifiedDirectory,
  { policies }: Bundle,
): Promise<VerifiedPolicy> {
  const { case: named } = readStatement(POLICY, statement.body)
  const before = policies.find((entry) => entry.case === named)
  const seen = before === undefined ? null : { number: before.version, hash: before.policy }
  return verifyPolicy(statement, { case: named, directory, seen })
}

async function remember(memory: Memory, { root, directory, policies }: Office): Promise<void> {
  const before = memory.read()
  const fresh = [...policies.values()].map(({ body, hash }) => ({
    case: body.case,
    version: body.version,
    policy: hash,
  }))
  const after = {
    ...before,
    root_epoch: root.body.epoch,
    directory: directory.hash,
    directory_epoch: directory.body.epoch,
    policies: fresh.reduce(withPolicy, before.policies),
  }
  if (JSON.stringify(after) === JSON.stringify(before)) return
  await memory.change((bundle) => ({
    ...bundle,
    root_epoch: after.root_epoch,
    directory: after.directory,
    directory_epoch: after.directory_epoch,
    policies: fresh.reduce(withPolicy, bundle.policies),
  }))
}

export type Publication = {
  readonly directory?: Directory
  readonly policies?: readonly Statement[]
  /** Consent texts that they name. */
  readonly texts?: readonly Statement[]
}

/**
 * Sign the directory as the next one, naming `policies`, and hand everything in.
 *
 * Its date moves on to thirty days from now. Returns what stands afterwards. Throws `stale-version` or
 * `fork` when another manager was first: fetch the office again.
 */
export async function publish(
  at: Managing,
  office: Office,
  { directory = office.directory.body, policies = [], texts = [] }: Publication,
): Promise<Office> {
  const signed = await nextDirectory(at.sign, await withPolicies(directory, policies), {
    standing: {
      root: office.root.hash,
      directory: office.directory.hash,
      epoch: office.directory.body.epoch,
    },
    days: { day: today(at.clock), validUntil: dayOf(at.clock.now() + DIRECTORY_DAYS * DAY_SECONDS) },
  })
  const shown = await shownIntakeKey(at.sign, signed)
  await at.client.postTrust({
    root: null,
    directory: toEnvelope(signed),
    policies: policies.map(toEnvelope),
    intake: shown === null ? null : toEnvelope(shown),
    texts: texts.map(toEnvelope),
  })
  return fetchOffice(at)
}

/**
 * Return the certificates that no policy names yet, each signed by a mediator of its case.
 *
 * The side is the one that the mediator made the ticket for, as the relay tells it: whoever signs should
 * know it from the mediator too. Throws `signer-not-allowed`, `revoked` or `signature-wrong` for a
 * certificate that should not exist.
 */
export async function peopleWaiting(
  { client }: Pick<Managing, "client">,
  office: Office,
): Promise<readonly Waiting[]> {
  const { certificates, tickets } = await client.pending()
  return Promise.all(certificates.map((envelope) => waitingFrom(envelope, tickets, office)))
}

async function waitingFrom(
  envelope: Envelope,
  tickets: readonly TicketView[],
  office: Office,
): Promise<Waiting> {
  const heard = await hear(CERTIFICATE, fromEnvelope(envelope))
  const { case: place, participant, epoch } = heard.body
  const policy = policyOf(office, place)
  await checkCertifier(heard, office.directory)
  const theirs = policy.body.mediators.includes(heard.signer)
  insist(theirs, "signer-not-allowed", "certified by a mediator of another case")
  const known = policy.body.participants.find((entry) => entry.participant === participant)
  const asked = tickets.find((ticket) => ticket.case === place && ticket.person === participant)
  const side = known?.side ?? asked?.side ?? null
  if (side === null) throw new RelayError("not-found", "no ticket for this person")
  return { case: place, participant, epoch, hash: heard.hash, side, replaces: known !== undefined }
}

/** Sign the next policy of each case with its people's certificates, and a directory naming them. */
export async function namePeople(at: Managing, office: Office, people: readonly Waiting[]): Promise<Office> {
  const changed = new Map<string, Policy>()
  for (const { case: place, hash, ...person } of people) {
    const before = changed.get(place) ?? policyOf(office, place).body
    changed.set(place, withCertificate(before, { ...person, certificate: hash }))
  }
  return publish(at, office, { policies: await signedNext(at, office, changed) })
}

/** Vouch for a mediator with a second signer, and publish a directory with them. */
export async function admitMediator(
  at: Managing,
  office: Office,
  { mediator, second }: { readonly mediator: Keys; readonly second: Sign },
): Promise<Office> {
  const directory = await withMediator(office.directory.body, mediator, [at.sign, second])
  return publish(at, office, { directory })
}

/** Publish a directory that lists an interpreter by the keys of their enrolment. */
export async function admitInterpreter(at: Managing, office: Office, interpreter: Keys): Promise<Office> {
  return publish(at, office, { directory: withInterpreter(office.directory.body, interpreter) })
}

/** Revoke an interpreter: no grant lets them in, and nothing they made counts. Throws `not-found`. */
export async function revokeInterpreter(at: Managing, office: Office, keyId: string): Promise<Office> {
  return publish(at, office, { directory: await withoutInterpreter(office.directory.body, keyId) })
}

/** Retire an interpreter: no grant lets them in, open ones end, and what they made counts. Throws `not-found`. */
export async function retireInterpreter(at: Managing, office: Office, keyId: string): Promise<Office> {
  return publish(at, office, { directory: await withRetiredInterpreter(office.directory.body, keyId) })
}

/** Return what MAC2 covers for a mediator: the hash of the body that vouchers sign. */
export async function voucherHash(programme: string, mediator: Keys): Promise<string> {
  return b64u(await statementHash("mediator", voucherBody(programme, mediator)))
}

/**
 * Sign a case's first policy and publish it with the consent text that it names.
 *
 * Throws `not-found`: a mediator who is not active.
 */
export async function openCase(
  at: Managing,
  office: Office,
  { policy, text }: { readonly policy: Policy; readonly text: Statement },
): Promise<Office> {
  requireActive(office.directory, policy.mediators)
  return publish(at, office, { policies: [await firstPolicy(at.sign, policy)], texts: [text] })
}

/** Sign the next version of a case's policy and publish it. Throws `not-found`: no such case, or mediator. */
export async function changePolicy(at: Managing, office: Office, policy: Policy): Promise<Office> {
  requireActive(office.directory, policy.mediators)
  return publish(at, office, {
    policies: await signedNext(at, office, new Map([[policy.case, policy]])),
  })
}

/** What stands after somebody left, and the cases that need another mediator. */
export type Left = { readonly office: Office; readonly stuck: readonly string[] }

/**
 * Revoke a mediator, and take them out of every policy that has enough others.
 *
 * The quorum is never lowered by itself: `stuck` are the cases that need another mediator before anybody
 * can write in them again. Throws `not-found`.
 */
export async function revokeMediator(at: Managing, office: Office, keyId: string): Promise<Left> {
  return leave(at, office, { keyId, directory: await withoutMediator(office.directory.body, keyId) })
}

/** Retire a mediator: what they signed until now counts, and nothing from here on. Otherwise as `revokeMediator`. */
export async function retireMediator(at: Managing, office: Office, keyId: string): Promise<Left> {
  return leave(at, office, { keyId, directory: await withRetired(office.directory.body, keyId) })
}

type Leaving = { readonly keyId: string; readonly directory: Directory }

async function leave(at: Managing, office: Office, { keyId, directory }: Leaving): Promise<Left> {
  const changed = new Map<string, Policy>()
  for (const [place, { body }] of office.policies) {
    const others = body.mediators.filter((named) => named !== keyId)
    if (body.mediators.includes(keyId) && others.length > 0)
      changed.set(place, { ...body, mediators: others })
  }
  const after = await publish(at, office, { directory, policies: await signedNext(at, office, changed) })
  return { office: after, stuck: casesStuckWithout(office, keyId) }
}

/** Return the cases that would have fewer mediators than their quorum without this one. */
function casesStuckWithout({ policies }: Office, keyId: string): readonly string[] {
  const theirs = [...policies].filter(([, { body }]) => body.mediators.includes(keyId))
  return theirs
    .filter(([, { body }]) => body.mediators.length - 1 < body.quorum)
    .map(([place]) => place)
    .sort()
}

/** Publish the same directory with a new date; `intake` where the programme named no such key before. */
export async function renew(at: Managing, office: Office, intake: Uint8Array | null = null): Promise<Office> {
  const { body } = office.directory
  const directory = body.intake === null && intake !== null ? { ...body, intake: b64u(intake) } : body
  return publish(at, office, { directory })
}

/** Refuse key ids of nobody who is active. Throws `not-found`. */
export function requireActive({ mediators }: VerifiedDirectory, named: readonly string[]): void {
  const active = named.every((keyId) => mediators.get(keyId)?.status === "active")
  if (!active) throw new RelayError("not-found", "no such active mediator")
}

async function signedNext(
  { sign }: Managing,
  office: Office,
  policies: ReadonlyMap<string, Policy>,
): Promise<readonly Statement[]> {
  const inOrder = [...policies].sort(([one], [other]) => (one < other ? -1 : 1))
  return Promise.all(
    inOrder.map(([place, policy]) => {
      const { body, hash } = policyOf(office, place)
      return nextPolicy(sign, policy, { version: body.version, hash })
    }),
  )
}
