// SPDX-License-Identifier: EUPL-1.2
/** Casework's functions as vectors and the differential test call them. Twin: `tests/vectors/functions_casework.py`. */
import type { Json } from "../src/crypto/canonical.ts"
import { b64u, unb64u } from "../src/crypto/encoding.ts"
import { verifyConsent } from "../src/protocol/consent.ts"
import { namedConsentText } from "../src/protocol/consent_text.ts"
import * as gates from "../src/protocol/gates.ts"
import { openIntake } from "../src/protocol/intake.ts"
import * as record from "../src/protocol/record.ts"
import { readStatement } from "../src/protocol/shape.ts"
import { type Given, statementOf, type TestFunction } from "./functions_crypto.ts"
import { certificateOf, policyOf, seen } from "./functions_trust.ts"

async function verifyRecordOf(given: Given): Promise<Json> {
  const policy = await policyOf(given)
  const statement = statementOf(given["record"])
  const box = unb64u(given["box"])
  const { recipient } = given
  const ownWrap = given["wrap"] === null ? null : { recipient, wrap: unb64u(given["wrap"]) }
  const certificate = given["certificate"] === null ? null : await certificateOf(given, policy)
  const known = seen(given["seen_record"], "version")
  const claim = { policy, box, ownWrap, certificate, seen: known }
  const { hash, body } = await record.verifyRecord(statement, claim)
  return { hash, type: body.type, version: body.version }
}

async function openRecord(given: Given): Promise<Json> {
  const found = readStatement(record.RECORD, unb64u(given["record"].body))
  return { content: b64u(await record.openRecord(unb64u(given["key"]), unb64u(given["box"]), found)) }
}

async function verifyConsentOf(given: Given): Promise<Json> {
  const policy = await policyOf(given)
  const statement = statementOf(given["statement"])
  const certificate = await certificateOf(given, policy)
  const { hash, body } = await verifyConsent(statement, { policy, certificate })
  return { hash, given: body.given, number: body.number }
}

async function openIntakeOf(given: Given): Promise<Json> {
  const { programme, intake } = given
  const at = { wrapped: unb64u(given["wrap"]), place: { programme, intake } }
  return { content: b64u(await openIntake(unb64u(given["seed"]), unb64u(given["box"]), at)) }
}

function knownOf({ consent_text, consents, gates: shut, paces, offers }: Given): gates.Known {
  return { consent_text, consents, gates: shut, paces, offers }
}

function written(found: readonly gates.Shut[]): Json {
  return { shut: found.map(({ code, participant, channel }) => ({ code, participant, channel })) }
}

export const CASEWORK: Readonly<Record<string, TestFunction>> = {
  "verify-record": verifyRecordOf,
  "open-record": openRecord,
  "verify-consent": verifyConsentOf,
  "shut-gates": async (given) => written(gates.shutGates(knownOf(given), given["asked"])),
  "shut-in-case": async (given) => {
    const { people, channels, day } = given
    return written(gates.shutInCase(knownOf(given), people, { channels, day }))
  },
  "require-open": async (given) => {
    gates.requireOpen(knownOf(given), given["asked"])
    return {}
  },
  "named-consent-text": async (given) => {
    const { hash } = await namedConsentText(statementOf(given["statement"]), await policyOf(given))
    return { hash }
  },
  "open-intake": openIntakeOf,
}
