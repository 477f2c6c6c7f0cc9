// SPDX-License-Identifier: EUPL-1.2
/**
 * Mediators bring people in: a ticket, proof that the keys came from its holder, a certificate.
 *
 * Ticket secrets are sealed under the mediator's own key and kept on this device, so that a reload
 * does not lose them; on a shared device they live in this tab only, and the screens say so. Who has
 * the typed code can give it again (`rememberTicket`).
 */
import { groupCode, readCode, SECRET_BYTES, writeCode } from "../crypto/codes.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { toEnvelope } from "../crypto/signing.ts"
import { checkParticipantMac, lookupId, mediatorMac, safetyNumber } from "../crypto/tickets.ts"
import { RelayError } from "../errors.ts"
import { CERTIFICATE } from "../protocol/certificate.ts"
import { buildAnswer, type EnrolmentRequest, parseRequest } from "../protocol/enrolment.ts"
import { insist, signStatement } from "../protocol/heard.ts"
import type { SideName, TicketView } from "../protocol/wire.ts"
import { today } from "./clock.ts"
import { type CasePicture, caseOf, certificateOf, type Picture } from "./picture.ts"
import { freshId } from "./random.ts"
import type { Session } from "./session.ts"
import { dropTicket, type KeptTicket, keepTicket, keptTickets, ticketLink } from "./ticket.ts"

export type NewTicket = {
  readonly lookup: string
  /** 28 characters in groups of four, to say or to print. */
  readonly typed: string
  /** The whole link, also what the QR code holds. */
  readonly link: string
  readonly person: string
  /** Seconds since 1970. */
  readonly expiresAt: number
  /** False on a shared device: do not reload before it is answered, or keep the typed code. */
  readonly kept: boolean
}

export type TicketPlace = {
  readonly case: string
  readonly side: SideName
  /** Somebody who enrols anew, or null for somebody new. */
  readonly person: string | null
}

/** Make a ticket for a person on one side of a case. Throws `forbidden`, `directory-stale`, `offline`. */
export async function makeTicket(session: Session, place: TicketPlace): Promise<NewTicket> {
  const { random, client, origin } = session.ports
  const { root, cases } = await session.trust.picture()
  insist(cases.has(place.case), "policy-mismatch", "no policy of this case was shown")
  const secret = random(SECRET_BYTES)
  const lookup = await lookupId(secret)
  const person = place.person ?? freshId(random)
  // Kept before the server knows of it: a ticket that nobody can certify is of no use.
  await keepTicket(session, { secret, mac1: null, root: root.fingerprint })
  const view = await client.makeTicket({ lookup, case: place.case, person, side: place.side })
  const code = await writeCode(secret, "ticket")
  return {
    lookup,
    typed: groupCode(code),
    link: ticketLink(origin, { code, root: root.fingerprint, case: place.case }),
    person,
    expiresAt: view.expires_at,
    kept: session.device.durable,
  }
}

export type WaitingEnrolment = {
  readonly lookup: string
  readonly case: string
  readonly person: string
  readonly side: SideName
  readonly state: TicketView["state"]
  readonly expiresAt: number
  /** Given when used: six groups of five digits, to compare by voice where the ticket passed through other hands. */
  readonly safetyNumber: string | null
  /**
   * `fits`: the keys came from the ticket's holder; `wrong`: they did not, do not certify;
   * `no-secret`: this device does not hold the ticket, type its code; `open`: not used yet.
   */
  readonly proof: "open" | "fits" | "wrong" | "no-secret"
  /** The next thing to do here. */
  readonly next: "wait-for-person" | "certify" | "wait-for-manager" | "answer" | "done"
}

/** Tickets of a case, or of all cases, with what to do next. */
export async function listEnrolments(
  session: Session,
  caseId?: string,
): Promise<readonly WaitingEnrolment[]> {
  const { tickets } = await session.ports.client.tickets(caseId ?? null)
  const picture = await session.trust.picture()
  const kept = await keptTickets(session)
  const found = await Promise.all(tickets.map((view) => waitingOf(session, { view, picture, kept })))
  return found.filter((waiting): waiting is WaitingEnrolment => waiting !== null)
}

type Listed = {
  readonly view: TicketView
  readonly picture: Picture
  readonly kept: ReadonlyMap<string, KeptTicket>
}

async function waitingOf(
  session: Session,
  { view, picture, kept }: Listed,
): Promise<WaitingEnrolment | null> {
  const { lookup, case: place, person, side, state, expires_at } = view
  // A mediator's own ticket is a manager's to answer.
  if (place === null || person === null || side === null) return null
  const used = requestOf(view)
  const proof = await proofOf(view, kept.get(lookup))
  return {
    ...{ lookup, case: place, person, side, state, proof },
    expiresAt: expires_at,
    safetyNumber: used === null ? null : await safetyNumber(session.keyring.identity, unb64u(used.identity)),
    next: nextOf(view, picture),
  }
}

function requestOf({ request }: TicketView): EnrolmentRequest | null {
  if (request === null) return null
  try {
    return parseRequest(unb64u(request))
  } catch (error) {
    if (error instanceof RelayError) return null
    throw error
  }
}

/** Say whether the keys of a used ticket came from its holder. */
export async function proofOf(
  view: TicketView,
  ticket: KeptTicket | undefined,
): Promise<WaitingEnrolment["proof"]> {
  if (view.request === null || view.mac1 === null) return "open"
  if (ticket === undefined) return "no-secret"
  try {
    await checkRequest(view, ticket)
    return "fits"
  } catch (error) {
    if (error instanceof RelayError) return "wrong"
    throw error
  }
}

/** Return the request if it came from the ticket's holder, for this place. Throws `ticket-wrong`. */
export async function checkRequest(
  view: TicketView,
  ticket: KeptTicket,
): Promise<EnrolmentRequest & { readonly mac1: string }> {
  const { request, mac1 } = view
  insist(request !== null && mac1 !== null, "ticket-wrong", "the ticket was not used yet")
  await checkParticipantMac(ticket.secret, unb64u(request), unb64u(mac1))
  const read = parseRequest(unb64u(request))
  const here =
    read.case === view.case && read.participant === view.person && read.programme === view.programme
  insist(here, "ticket-wrong", "keys for another place than the ticket's")
  return { ...read, mac1 }
}

function nextOf(view: TicketView, picture: Picture): WaitingEnrolment["next"] {
  if (view.state === "open") return "wait-for-person"
  if (view.state === "used") return "certify"
  if (view.state !== "certified") return "done"
  const named = requestOf(view)
  const place = picture.cases.get(view.case ?? "")
  const current = place?.people.get(view.person ?? "")
  return named !== null && current?.body.identity === named.identity ? "answer" : "wait-for-manager"
}

/** Give this device a ticket's typed code again. Throws `code-wrong`. */
export async function rememberTicket(session: Session, typed: string): Promise<void> {
  await keepTicket(session, { secret: await readCode(typed, "ticket"), mac1: null, root: null })
}

async function heldTicket(session: Session, lookup: string): Promise<KeptTicket> {
  const ticket = (await keptTickets(session)).get(lookup)
  insist(ticket !== undefined, "not-found", "this device does not have the ticket")
  return ticket
}

type Used = {
  readonly view: TicketView
  readonly ticket: KeptTicket
  readonly request: EnrolmentRequest & { readonly mac1: string }
  readonly place: CasePicture
  readonly picture: Picture
  readonly person: string
}

/** Fetch a used ticket and check MAC1. Throws `ticket-wrong`, `not-found`. */
async function usedTicket(session: Session, lookup: string): Promise<Used> {
  const ticket = await heldTicket(session, lookup)
  const view = await session.ports.client.ticket(lookup)
  await session.trust.refresh()
  const picture = await session.trust.picture()
  const request = await checkRequest(view, ticket)
  insist(request.case !== null && request.participant !== null, "ticket-wrong", "not a participant's ticket")
  insist(request.programme === picture.root.body.programme, "ticket-wrong", "keys for another programme")
  return { view, ticket, request, place: caseOf(picture, request.case), picture, person: request.participant }
}

/** Check MAC1 and sign the certificate. Throws `ticket-wrong`, `not-found` (no secret here). */
export async function certify(session: Session, lookup: string): Promise<void> {
  const { request, place, person } = await usedTicket(session, lookup)
  const entry = place.policy.body.participants.find(({ participant }) => participant === person)
  const certificate = await signStatement(CERTIFICATE, session.keyring.sign, {
    programme: request.programme,
    case: place.policy.body.case,
    participant: person,
    epoch: (entry?.epoch ?? 0) + 1,
    identity: request.identity,
    kem: request.kem,
    day: today(session.ports.clock),
  })
  await session.ports.client.certify(lookup, { certificate: toEnvelope(certificate) })
}

/**
 * When the policy names the certificate: answer with MAC2.
 *
 * Throws `certificate-wrong` while the policy names none, or another one, and `ticket-wrong`.
 */
export async function answerEnrolment(session: Session, lookup: string): Promise<void> {
  const { ticket, request, place, picture, person } = await usedTicket(session, lookup)
  const certificate = certificateOf(place, person)
  const { identity, kem } = certificate.body
  const theirs = identity === request.identity && kem === request.kem
  insist(theirs, "certificate-wrong", "the policy names a certificate over other keys")
  const covered = buildAnswer({
    certificate: certificate.hash,
    directory: picture.directory.hash,
    mac1: request.mac1,
    policy: place.policy.hash,
    root: picture.root.fingerprint,
  })
  await session.ports.client.answer(lookup, { mac2: b64u(await mediatorMac(ticket.secret, covered)) })
  await dropTicket(session, lookup)
}
