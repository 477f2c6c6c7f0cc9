// SPDX-License-Identifier: EUPL-1.2
/** What managers sign and read, as vectors and the differential test call it. Twin: `tests/vectors/functions_office.py`. */
import { utf8 } from "../src/crypto/bytes.ts"
import type { Json } from "../src/crypto/canonical.ts"
import { b64u, unb64u } from "../src/crypto/encoding.ts"
import { stretchWords } from "../src/crypto/passphrase.ts"
import { signerOf, statementHash, toEnvelope } from "../src/crypto/signing.ts"
import { DIRECTORY, type Directory, MAX_DIRECTORY_BYTES } from "../src/protocol/directory.ts"
import { verifyAssignment, verifyIntakeKey } from "../src/protocol/intake_key.ts"
import * as words from "../src/protocol/intake_words.ts"
import { POLICY } from "../src/protocol/policy.ts"
import { readStatement } from "../src/protocol/shape.ts"
import { verifyVouching } from "../src/protocol/vouching.ts"
import { unsealKeyFile } from "../src/relay/key_file.ts"
import * as programme from "../src/relay/programme.ts"
import { mediatorWords } from "../src/relay/vouching.ts"
import { type Given, statementOf, type TestFunction } from "./functions_crypto.ts"
import { rootOf } from "./functions_trust.ts"

async function verifyIntakeKeyOf(given: Given): Promise<Json> {
  const claim = { root: await rootOf(given), today: given["today"] }
  const { hash } = await verifyIntakeKey(statementOf(given["statement"]), claim)
  return { hash }
}

async function verifyAssignmentOf(given: Given): Promise<Json> {
  const { case: place, intake } = given
  const claim = { root: await rootOf(given), case: place, intake, box: unb64u(given["box"]) }
  const { hash } = await verifyAssignment(statementOf(given["statement"]), claim)
  return { hash }
}

async function verifyVouchingOf(given: Given): Promise<Json> {
  const claim = { root: await rootOf(given), today: given["today"] }
  const { body, mediator, voucher } = await verifyVouching(statementOf(given["statement"]), claim)
  const { sig: _, ...named } = voucher
  const en = await mediatorWords(body.programme, mediator, "en")
  return { voucher: named, words: { en, fr: await mediatorWords(body.programme, mediator, "fr") } }
}

async function openSheetOf(given: Given): Promise<Json> {
  const { programme: own, intake } = given
  const at = { wrapped: unb64u(given["wrap"]), place: { programme: own, intake } }
  return { content: b64u(await words.openSheet(unb64u(given["seed"]), unb64u(given["box"]), at)) }
}

async function openKeyFileOf(given: Given): Promise<Json> {
  const keys = await unsealKeyFile(utf8(given["content"]), given["words"], stretchWords)
  const { type, seed, intake, account } = keys
  return { type, seed, intake, account }
}

async function nextDirectory(given: Given): Promise<Json> {
  const statement = statementOf(given["directory"], MAX_DIRECTORY_BYTES)
  const before = readStatement(DIRECTORY, statement.body)
  const standing = {
    root: b64u(await statementHash("root", statementOf(given["root"]).body)),
    directory: b64u(await statementHash("directory", statement.body)),
    epoch: before.epoch,
  }
  const sign = signerOf(unb64u(given["seed"]))
  const days = { day: given["day"], validUntil: given["valid_until"] }
  const changed = await CHANGES[given["change"]]?.(before, given)
  const signed = await programme.nextDirectory(sign, changed ?? before, { standing, days })
  const shown = await programme.shownIntakeKey(sign, signed)
  return { directory: toEnvelope(signed), intake: shown === null ? null : toEnvelope(shown) }
}

type Change = (directory: Directory, given: Given) => Promise<Directory>

const CHANGES: Readonly<Record<string, Change>> = {
  none: async (directory) => directory,
  mediator: async (directory, { key, kem, seed, second }) => {
    const signers = [signerOf(unb64u(seed)), signerOf(unb64u(second))]
    return programme.withMediator(directory, { key, kem }, signers)
  },
  "without-mediator": async (directory, given) => programme.withoutMediator(directory, given["key_id"]),
  interpreter: async (directory, { key, kem }) => programme.withInterpreter(directory, { key, kem }),
  "without-interpreter": async (directory, given) => programme.withoutInterpreter(directory, given["key_id"]),
  "retired-interpreter": async (directory, given) =>
    programme.withRetiredInterpreter(directory, given["key_id"]),
  policy: async (directory, given) => programme.withPolicies(directory, [statementOf(given["policy"])]),
}

async function nextPolicy(given: Given): Promise<Json> {
  const standing = statementOf(given["policy"])
  const before = readStatement(POLICY, standing.body)
  const { participant, side, certificate, epoch } = given
  const changed = programme.withCertificate(before, { participant, side, certificate, epoch })
  const sign = signerOf(unb64u(given["seed"]))
  const known = { version: before.version, hash: b64u(await statementHash("policy", standing.body)) }
  return {
    next: toEnvelope(await programme.nextPolicy(sign, changed, known)),
    first: toEnvelope(await programme.firstPolicy(sign, changed)),
  }
}

export const OFFICE: Readonly<Record<string, TestFunction>> = {
  "verify-intake-key": verifyIntakeKeyOf,
  "verify-assignment": verifyAssignmentOf,
  "verify-vouching": verifyVouchingOf,
  "parse-asking": async (given) => {
    const asking = words.parseAsking(unb64u(given["padded"]))
    return { padded: b64u(words.buildAsking(asking)), who: asking.who }
  },
  "parse-sheet": async (given) => {
    return { padded: b64u(words.buildSheet(words.parseSheet(unb64u(given["padded"])))) }
  },
  "open-sheet": openSheetOf,
  "open-key-file": openKeyFileOf,
  "next-directory": nextDirectory,
  "next-policy": nextPolicy,
  "receipt-number": async (given) => ({ number: words.receiptNumber(given["intake"]) }),
}
