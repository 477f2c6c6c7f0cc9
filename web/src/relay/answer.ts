// SPDX-License-Identifier: EUPL-1.2
/**
 * The end of an enrolment: MAC2 and everything it covers are checked, and only then believed (P16).
 *
 * Until here this client has trusted nobody. MAC2 is made with the ticket's secret, which the server
 * never had, and covers the certificate over one's own keys, the root, the directory and the policy.
 */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { keyId } from "../crypto/keys.ts"
import { fromEnvelope, type Statement, statementHash } from "../crypto/signing.ts"
import { checkMediatorMac, lookupId, safetyNumber } from "../crypto/tickets.ts"
import { RelayError } from "../errors.ts"
import { verifyCertificate } from "../protocol/certificate.ts"
import {
  DIRECTORY,
  type Directory,
  findInterpreter,
  findMediator,
  MAX_DIRECTORY_BYTES,
  MEDIATOR,
  type VerifiedDirectory,
  verifyDirectory,
  voucherBody,
} from "../protocol/directory.ts"
import { buildAnswer } from "../protocol/enrolment.ts"
import { hear, insist } from "../protocol/heard.ts"
import { POLICY, type VerifiedPolicy, verifyPolicy } from "../protocol/policy.ts"
import { programmeOf, ROOT, verifyRoot } from "../protocol/root.ts"
import { readStatement } from "../protocol/shape.ts"
import type { TicketAnswer, TicketView } from "../protocol/wire.ts"
import { withPolicy } from "./bundle.ts"
import { pause, today } from "./clock.ts"
import type { Session } from "./session.ts"
import { dropTicket, type KeptTicket, keptTickets, type Ticket } from "./ticket.ts"

export type EnrolmentProgress = TicketView["state"]

const POLL_SECONDS = 5

/**
 * Look once whether the mediator has answered; if so, check MAC2 and all it covers, and believe.
 *
 * Null for the ticket where this device kept it (private device, or the same tab); otherwise ask for
 * it again. Throws `ticket-wrong` when MAC2 or anything it covers does not fit: stop, and call;
 * `not-found` when null was given and this device does not have the ticket.
 */
export async function finishEnrolment(session: Session, ticket: Ticket | null): Promise<EnrolmentProgress> {
  const kept = await ticketOf(session, ticket)
  const lookup = await lookupId(kept.secret)
  const view = await session.ports.client.ticket(lookup)
  if (view.answer === null) return view.state
  const believed = await checkAnswer(session, kept, { view, answer: view.answer })
  await believeAnswer(session, believed)
  await dropTicket(session, lookup)
  await session.trust.refresh()
  return "answered"
}

/** The same, again and again until it is answered. Throws `offline` when the signal is aborted. */
export async function waitForAnswer(
  session: Session,
  ticket: Ticket | null,
  signal: AbortSignal,
): Promise<EnrolmentProgress> {
  for (;;) {
    const state = await patient(finishEnrolment(session, ticket))
    if (state === "answered" || state === "expired") return state
    await pause(session.ports.clock, POLL_SECONDS, signal)
  }
}

/** A link that is down is no answer yet. */
async function patient(asked: Promise<EnrolmentProgress>): Promise<EnrolmentProgress | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof RelayError && error.code === "offline") return null
    throw error
  }
}

async function ticketOf(session: Session, ticket: Ticket | null): Promise<KeptTicket> {
  const kept = await keptTickets(session)
  if (ticket !== null) {
    const known = kept.get(await lookupId(ticket.secret))
    return { secret: ticket.secret, mac1: known?.mac1 ?? null, root: ticket.root ?? known?.root ?? null }
  }
  const [only] = kept.values()
  if (only === undefined) throw new RelayError("not-found", "this device does not have the ticket")
  return only
}

type Answered = { readonly view: TicketView; readonly answer: TicketAnswer }
type Believed = {
  readonly fingerprint: string
  readonly directory: VerifiedDirectory
  readonly policy: VerifiedPolicy | null
  readonly certificate: string | null
}

/** Check MAC2, then every statement that it covers. Throws `ticket-wrong`, or the statement's own refusal. */
async function checkAnswer(
  session: Session,
  kept: KeptTicket,
  { view, answer }: Answered,
): Promise<Believed> {
  const root = fromEnvelope(answer.root)
  const directory = fromEnvelope(answer.directory, MAX_DIRECTORY_BYTES)
  const policy = answer.policy === null ? null : fromEnvelope(answer.policy)
  const certificate = answer.certificate === null ? null : fromEnvelope(answer.certificate)
  const fingerprint = b64u(await keyId(unb64u(readStatement(ROOT, root.body).root)))
  const mac1 = kept.mac1 ?? view.mac1
  insist(mac1 !== null, "ticket-wrong", "the ticket was used on another device")
  insist(kept.root === null || kept.root === fingerprint, "ticket-wrong", "another root than the ticket's")
  insist(programmeOf(fingerprint) === session.programme, "ticket-wrong", "another programme's root")
  const covered = buildAnswer({
    certificate:
      certificate === null
        ? await ownVoucher(session)
        : b64u(await statementHash("certificate", certificate.body)),
    directory: (await hear(DIRECTORY, directory)).hash,
    mac1,
    policy: policy === null ? null : (await hear(POLICY, policy)).hash,
    root: fingerprint,
  })
  await checkMediatorMac(kept.secret, covered, unb64u(answer.mac2))
  return verifyCovered(session, { fingerprint, root, directory, policy, certificate })
}

/** The hash of the voucher body over one's own keys: what stands for a mediator's certificate. */
async function ownVoucher({ keyring, programme }: Session): Promise<string> {
  const body = voucherBody(programme, { key: b64u(keyring.identity), kem: b64u(keyring.kem) })
  return b64u(await statementHash(MEDIATOR.kind, body))
}

type Covered = {
  readonly fingerprint: string
  readonly root: Statement
  readonly directory: Statement
  readonly policy: Statement | null
  readonly certificate: Statement | null
}

async function verifyCovered(session: Session, covered: Covered): Promise<Believed> {
  const { fingerprint } = covered
  const day = today(session.ports.clock)
  const root = await verifyRoot(covered.root, { fingerprint, today: day, seenEpoch: 0 })
  const directory = await verifyDirectory(covered.directory, { root, today: day, seen: null, graceDays: 0 })
  if (session.role !== "participant") {
    const entry = ownEntry(session, directory)
    insist(entry?.kem === b64u(session.keyring.kem), "own-entry-wrong", "a foreign key in the directory")
    return { fingerprint, directory, policy: null, certificate: null }
  }
  insist(covered.policy !== null && covered.certificate !== null, "ticket-wrong", "no policy or certificate")
  const named = readStatement(POLICY, covered.policy.body).case
  const policy = await verifyPolicy(covered.policy, { case: named, directory, seen: null })
  const certificate = await verifyCertificate(covered.certificate, { policy, participant: session.person })
  const { identity, kem } = certificate.body
  const mine = identity === b64u(session.keyring.identity) && kem === b64u(session.keyring.kem)
  insist(mine && certificate.current, "own-entry-wrong", "a certificate over foreign keys")
  return { fingerprint, directory, policy, certificate: certificate.hash }
}

/** What the directory says of one's own key: a mediator's, or an interpreter's. */
function ownEntry({ role, keyring }: Session, directory: VerifiedDirectory) {
  if (role === "interpreter") return findInterpreter(directory, keyring.keyId)
  return findMediator(directory, keyring.keyId)
}

async function believeAnswer({ trust }: Session, believed: Believed): Promise<void> {
  const { fingerprint, directory, policy, certificate } = believed
  await trust.memory.change((bundle) => ({
    ...bundle,
    certificate,
    directory: directory.hash,
    directory_epoch: directory.body.epoch,
    fingerprint,
    root_epoch: directory.root.body.epoch,
    policies:
      policy === null
        ? bundle.policies
        : withPolicy(bundle.policies, {
            case: policy.body.case,
            version: policy.body.version,
            policy: policy.hash,
          }),
  }))
}

/**
 * The numbers to compare by voice: one for each mediator who may be the one (for a mediator: manager).
 *
 * Made from keys that are not believed yet: the comparison itself is what makes them believable, and
 * no server can make one of these numbers come out equal. The case's policy is shown to its members
 * only, so before that every active mediator of the programme is one who may be.
 */
export async function enrolmentSafetyNumbers(session: Session): Promise<readonly string[]> {
  const view = await session.ports.client.trust()
  const directory = readStatement(DIRECTORY, fromEnvelope(view.directory, MAX_DIRECTORY_BYTES).body)
  const keys =
    session.role === "participant"
      ? await mediatorKeys(
          view.policies.map((policy) => fromEnvelope(policy)),
          directory.mediators,
        )
      : readStatement(ROOT, fromEnvelope(view.root).body).managers.map(({ key }) => key)
  return Promise.all(keys.map((key) => safetyNumber(session.keyring.identity, unb64u(key))))
}

async function mediatorKeys(
  policies: readonly Statement[],
  mediators: Directory["mediators"],
): Promise<readonly string[]> {
  const active = mediators.filter(({ status }) => status === "active")
  const assigned = new Set(policies.flatMap((policy) => readStatement(POLICY, policy.body).mediators))
  const named = await Promise.all(
    active.map(async ({ key }) => ({ key, id: b64u(await keyId(unb64u(key))) })),
  )
  return named.filter(({ id }) => assigned.size === 0 || assigned.has(id)).map(({ key }) => key)
}
