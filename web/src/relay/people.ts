// SPDX-License-Identifier: EUPL-1.2
/**
 * Mediators bring people in: a ticket, proof that the keys came from its holder, a certificate.
 *
 * Ticket secrets are sealed under the mediator's own key and kept on this device, so that a reload
 * does not lose them; on a shared device they live in this tab only, and the screens say so.
 */
import type { SideName, TicketView } from "../protocol/wire.ts"
import { notYet } from "./not_yet.ts"
import type { Session } from "./session.ts"

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

/** Make a ticket for a person on one side of a case. `person`: an id of the policy, or null for a fresh one. */
export async function makeTicket(
  session: Session,
  place: { readonly case: string; readonly side: SideName; readonly person: string | null },
): Promise<NewTicket> {
  return notYet(session, place)
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
export async function listEnrolments(session: Session, caseId?: string): Promise<readonly WaitingEnrolment[]> {
  return notYet(session, caseId)
}

/** Give this device a ticket's typed code again. Throws `code-wrong`. */
export async function rememberTicket(session: Session, typed: string): Promise<void> {
  return notYet(session, typed)
}

/** Check MAC1 and sign the certificate. Throws `ticket-wrong`. */
export async function certify(session: Session, lookup: string): Promise<void> {
  return notYet(session, lookup)
}

/** When the policy names the certificate: answer with MAC2. Throws `certificate-wrong` while it does not. */
export async function answerEnrolment(session: Session, lookup: string): Promise<void> {
  return notYet(session, lookup)
}
