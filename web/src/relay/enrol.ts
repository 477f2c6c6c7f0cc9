// SPDX-License-Identifier: EUPL-1.2
/**
 * How a person joins: a ticket from their mediator, six words and a kit of their own, and proof both ways.
 *
 * The ticket's 128 bits never reach the server. MAC1 proves the new keys to the mediator; MAC2
 * proves certificate, root, directory and policy to the person, and until it does this client
 * believes nothing (P16). Mediators enrol with a manager by the same steps.
 */
import type { Bytes } from "../crypto/bytes.ts"
import type { RoleName, SideName, TicketView } from "../protocol/wire.ts"
import { notYet } from "./not_yet.ts"
import type { Ports } from "./ports.ts"
import type { Session } from "./session.ts"
import type { Here } from "./sign_in.ts"

/** A ticket as its holder has it. Root and case are known only when it came as a link. */
export type Ticket = {
  readonly secret: Bytes
  readonly root: string | null
  readonly case: string | null
}

/** Read `#ticket=…&root=…&case=…`; null when the fragment is something else. Throws `code-wrong`. */
export async function readTicketLink(fragment: string): Promise<Ticket | null> {
  return notYet(fragment)
}

/** Read the 28 typed characters. Throws `code-wrong` for a slip of the pen. */
export async function readTypedTicket(text: string): Promise<Ticket> {
  return notYet(text)
}

export type TicketFacts = {
  readonly state: TicketView["state"]
  readonly role: RoleName
  readonly side: SideName | null
  /** Seconds since 1970. */
  readonly expiresAt: number
}

/** Ask the server about a ticket. Throws `ticket-wrong`, `ticket-used`, `ticket-expired`, `root-wrong`. */
export async function lookUpTicket(ports: Ports, ticket: Ticket): Promise<TicketFacts> {
  return notYet(ports, ticket)
}

/** New secrets, shown to the person before anything is sent. Hold it only while the screens show it. */
export type NewSecrets = {
  /** Six words, separated by single spaces. */
  readonly words: string
  /** 28 characters in groups of four. */
  readonly kitCode: string
  /** 8 characters. */
  readonly account: string
  /** The kit counts only when it was copied right. */
  readonly kitFits: (typed: string) => Promise<boolean>
  /** The words count only when they were remembered right. */
  readonly wordsFit: (typed: string) => boolean
  /** The rest is for `enrol`. */
  readonly master: Bytes
  readonly kit: Bytes
}

/** Draw a master, six words in a language, a kit code and an account number. */
export async function newSecrets(ports: Ports, language: "en" | "fr"): Promise<NewSecrets> {
  return notYet(ports, language)
}

/**
 * Send the enrolment, then sign in. The session believes nothing yet (`trust.state()` is
 * `unanchored`) until `finishEnrolment`.
 *
 * `secrets.account` may be taken (`exists`): a new number is drawn and stands in `session.account`,
 * which is the one to print. Throws `ticket-used`, `ticket-expired`, `offline`, …
 */
export async function enrol(ports: Ports, ticket: Ticket, secrets: NewSecrets, here: Here): Promise<Session> {
  return notYet(ports, ticket, secrets, here)
}

/** The number to compare by voice with each mediator, before and after: from keys not yet believed. */
export async function enrolmentSafetyNumbers(session: Session): Promise<readonly string[]> {
  return notYet(session)
}

export type EnrolmentProgress = TicketView["state"]

/**
 * Look once whether the mediator has answered; if so, check MAC2 and all it covers, and believe.
 *
 * Null for the ticket where this device kept it (private device, or the same tab); otherwise ask for
 * it again. Throws `ticket-wrong` when MAC2 or anything it covers does not fit: stop, and call.
 */
export async function finishEnrolment(session: Session, ticket: Ticket | null): Promise<EnrolmentProgress> {
  return notYet(session, ticket)
}

/** The same, again and again until it is answered, or the signal is aborted. */
export async function waitForAnswer(
  session: Session,
  ticket: Ticket | null,
  signal: AbortSignal,
): Promise<EnrolmentProgress> {
  return notYet(session, ticket, signal)
}
