// SPDX-License-Identifier: EUPL-1.2
/**
 * What the two MACs of an enrolment cover, byte for byte.
 *
 * Twin: `relay/protocol/enrolment.py`. Source: protocol.md §3.
 */
import type { Bytes } from "../crypto/bytes.ts"
import { decode, encode, type JsonObject } from "../crypto/canonical.ts"
import { SUITE } from "../crypto/derive.ts"
import { RelayError } from "../errors.ts"
import {
  hashed,
  ident,
  kemKey,
  listOf,
  oneOf,
  optional,
  publicKey,
  type Read,
  readFields,
  readSuite,
  recordOf,
} from "./shape.ts"

const REQUEST = {
  programme: ident,
  case: optional(ident),
  participant: optional(ident),
  identity: publicKey,
  kem: kemKey,
  logins: listOf(recordOf({ type: oneOf("passphrase", "kit", "link"), key: publicKey }), {
    least: 1,
    rising: ({ type }) => type,
  }),
}
const ANSWER = {
  certificate: hashed,
  directory: hashed,
  mac1: hashed,
  policy: optional(hashed),
  root: hashed,
}

/** The newcomer's keys; case and participant are null for a mediator. */
export type EnrolmentRequest = Read<typeof REQUEST>
/** What the mediator vouches for; `policy` is null for a mediator. */
export type EnrolmentAnswer = Read<typeof ANSWER>

/** Return the canonical bytes that MAC1 covers, after reading them back. */
export function buildRequest(request: EnrolmentRequest): Bytes {
  const body = encode({ ...request, suite: SUITE })
  parseRequest(body)
  return body
}

/**
 * Read an enrolment request.
 *
 * Throws as `decode`, `unknown-suite`, or `wrong-shape`.
 */
export function parseRequest(body: Uint8Array): EnrolmentRequest {
  const request = readFields(readSuite(decode(body)), REQUEST)
  if ((request.case === null) !== (request.participant === null)) {
    throw new RelayError("wrong-shape", "case and participant, both or none")
  }
  return request
}

/** Return the canonical bytes that MAC2 covers, after reading them back. */
export function buildAnswer(answer: EnrolmentAnswer): Bytes {
  const body = encode(answer as JsonObject)
  parseAnswer(body)
  return body
}

/** Read an enrolment answer. Throws as `decode` and `readFields`. */
export function parseAnswer(body: Uint8Array): EnrolmentAnswer {
  return readFields(decode(body), ANSWER)
}
