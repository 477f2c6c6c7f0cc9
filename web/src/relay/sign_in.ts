// SPDX-License-Identifier: EUPL-1.2
/**
 * How a person unlocks: six words, the kit's code, or a one-time link; and how they leave.
 *
 * The server is asked for the slots, which it answers for unknown accounts too; the secret stays
 * here, only a signature by a key derived from it goes out. Every wrong word, code or account ends
 * as the same `sign-in-failed`.
 */
import { notYet } from "./not_yet.ts"
import type { Ports } from "./ports.ts"
import type { EndReason, Session } from "./session.ts"

export type Here = {
  /** "This device is only mine": a reload within 20 minutes does not ask again. */
  readonly privateDevice: boolean
}

export type WordsSecret = { readonly account: string; readonly words: string }
export type CodeSecret = { readonly account: string; readonly code: string }

/**
 * Sign in with an account number and six words, as typed.
 *
 * Throws `code-wrong` (a slip in the account number), `words-wrong` (not six words of one list),
 * `sign-in-failed`, `too-many-tries`, `clock-off`, `offline`.
 */
export async function signInWithWords(ports: Ports, secret: WordsSecret, here: Here): Promise<Session> {
  return notYet(ports, secret, here)
}

/** Sign in with an account number and the recovery kit's code, as typed. Throws as `signInWithWords`. */
export async function signInWithKit(ports: Ports, secret: CodeSecret, here: Here): Promise<Session> {
  return notYet(ports, secret, here)
}

/** Read `#link=<account>.<code>`; null when the fragment is something else. */
export function readLink(fragment: string): CodeSecret | null {
  return notYet(fragment)
}

/** Sign in with a one-time link. It works once. */
export async function signInWithLink(ports: Ports, link: CodeSecret, here: Here): Promise<Session> {
  return notYet(ports, link, here)
}

/** After a reload on a private device, within 20 minutes: the session again, or null. Never throws. */
export async function resumeSession(ports: Ports): Promise<Session | null> {
  return notYet(ports)
}

/** Sign out: the server forgets the token, this tab the keys, the device everything. */
export async function signOut(session: Session, reason: EndReason = "signed-out"): Promise<void> {
  return notYet(session, reason)
}

/** Quick exit: forgets keys at once and starts clearing; the caller then replaces the page. */
export function leaveNow(ports: Ports, session: Session | null): void {
  return notYet(ports, session)
}
