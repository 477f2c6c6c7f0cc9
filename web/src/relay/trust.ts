// SPDX-License-Identifier: EUPL-1.2
/**
 * Whom this client believes: root, directory and policies, verified, never older than what it saw.
 *
 * What was seen is remembered in the person's sealed bundle, replaced by compare-and-swap, so that a
 * server cannot roll a person back even on a new device.
 */
import type { RoleName } from "../protocol/wire.ts"
import type { Session } from "./session.ts"
import { notYet } from "./not_yet.ts"

export type Notice =
  /** This person's key changed since the last visit: somebody enrolled anew. */
  | { readonly kind: "key-changed"; readonly case: string; readonly participant: string }
  /** A mediator came or went. */
  | { readonly kind: "mediators-changed"; readonly case: string }
  /** The directory ends soon or has ended; new enrolments and releases stop. */
  | { readonly kind: "directory-ends"; readonly days: number }
  /** The policy lists a foreign key as one's own: stop, and call the programme. */
  | { readonly kind: "own-entry-wrong"; readonly case: string }

export type MemberKey = {
  readonly person: string
  readonly role: RoleName
  readonly side: "harmed" | "responsible" | null
  readonly keyId: string
  /** False while no certificate stands for this person. */
  readonly enrolled: boolean
}

export type TrustState =
  /** MAC2 has not been checked yet: nothing is believed. See `finishEnrolment`. */
  | "unanchored"
  | "good"

/** The verified picture; what it holds beyond this is for the modules of this folder. */
export type Trust = {
  readonly state: () => TrustState
  readonly notices: () => readonly Notice[]
  /** Fetch and verify anew. Throws what went wrong (`root-wrong`, `rollback`, `fork`, `expired`, …). */
  readonly refresh: () => Promise<void>
  readonly members: (caseId: string) => readonly MemberKey[]
  /** Channels that the case's policy opens. */
  readonly channels: (caseId: string) => readonly string[]
  readonly coolingSeconds: (caseId: string) => number
  readonly quorum: (caseId: string) => number
}

/** Compare by voice: own number with another member's key. Six groups of five digits. */
export async function safetyNumberWith(session: Session, person: string): Promise<string> {
  return notYet(session, person)
}
