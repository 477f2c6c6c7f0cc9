// SPDX-License-Identifier: EUPL-1.2
/**
 * Enrolment tickets: what 128 bits on paper prove to both sides.
 *
 * The server carries both messages and knows neither key, so it cannot put in a key of its own:
 * MAC1 binds the newcomer's keys, MAC2 binds the certificate, root, directory and policy. Twin:
 * `relay/crypto/tickets.py`. Source: protocol.md §3.
 */
import { RelayError } from "../errors.ts"
import { type Bytes, compare, concat, same } from "./bytes.ts"
import { derive, mac, taggedHash } from "./derive.ts"
import { b64u } from "./encoding.ts"

export const LOOKUP_BYTES = 16
const SAFETY_GROUPS = 6

/** Return the 22-character name by which the server knows a 16-byte ticket. */
export async function lookupId(ticket: Uint8Array): Promise<string> {
  return b64u((await derive(ticket, "enrol-id")).subarray(0, LOOKUP_BYTES))
}

/** Return MAC1 over the canonical enrolment request. */
export async function participantMac(ticket: Uint8Array, request: Uint8Array): Promise<Bytes> {
  return mac(await derive(ticket, "enrol-participant"), request)
}

/** Return MAC2 over the canonical enrolment answer. */
export async function mediatorMac(ticket: Uint8Array, answer: Uint8Array): Promise<Bytes> {
  return mac(await derive(ticket, "enrol-mediator"), answer)
}

/** Refuse keys that did not come from the holder of the ticket. Throws `ticket-wrong`. */
export async function checkParticipantMac(
  ticket: Uint8Array,
  request: Uint8Array,
  mac1: Uint8Array,
): Promise<void> {
  if (!same(await participantMac(ticket, request), mac1))
    throw new RelayError("ticket-wrong", "MAC1 does not fit")
}

/** Refuse a certificate, root, directory or policy that the mediator did not name. Throws `ticket-wrong`. */
export async function checkMediatorMac(
  ticket: Uint8Array,
  answer: Uint8Array,
  mac2: Uint8Array,
): Promise<void> {
  if (!same(await mediatorMac(ticket, answer), mac2))
    throw new RelayError("ticket-wrong", "MAC2 does not fit")
}

/**
 * Return six groups of five digits to compare by voice; the same for both people.
 *
 * Takes the two identity public keys, 32 bytes each, in any order.
 */
export async function safetyNumber(one: Uint8Array, other: Uint8Array): Promise<string> {
  const digest = await taggedHash("safety", concat(...[one, other].sort(compare)))
  const groups = Array.from({ length: SAFETY_GROUPS }, (_, at) =>
    digest.subarray(5 * at, 5 * at + 5).reduce((value, byte) => value * 256 + byte, 0),
  )
  return groups.map((group) => String(group % 100_000).padStart(5, "0")).join(" ")
}
