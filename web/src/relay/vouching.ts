// SPDX-License-Identifier: EUPL-1.2
/**
 * Two signatures for a mediator from two machines: a file that carries the first to the second.
 *
 * The first signer compared the number with the mediator and saves the file. The second sees for whom it
 * is, signs, and publishes. The file holds no secret: whoever finds it can do nothing with it, and the relay
 * never needs it. Twin: `relay/station/vouching.py`. Source: docs/adr/0019.
 */
import { type Bytes, utf8 } from "../crypto/bytes.ts"
import type { Json } from "../crypto/canonical.ts"
import { derive } from "../crypto/derive.ts"
import { generateWords, type Language, WORDS_RANDOM_BYTES } from "../crypto/passphrase.ts"
import { fromEnvelope, type Sign, type Statement, statementHash, toEnvelope } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import { vouch, voucherBody } from "../protocol/directory.ts"
import { insist } from "../protocol/heard.ts"
import { oneOf, optional, type Read, readFields } from "../protocol/shape.ts"
import { signVouching, type VerifiedVouching, verifyVouching } from "../protocol/vouching.ts"
import { envelope } from "./answers.ts"
import { today } from "./clock.ts"
import { type Office, publish } from "./managing.ts"
import { type Desk, managingOf } from "./office.ts"
import { type Keys, withVouched } from "./programme.ts"

const MAX_FILE_BYTES = 131_072
const FILE = { type: oneOf("vouching"), root: envelope, first: envelope, second: optional(envelope) }

/** A file that may be believed: for whom, and by whose keys; one or two vouchings, two keys. */
export type Vouched = {
  readonly mediator: Keys
  /** Of the mediator's signing key. */
  readonly keyId: string
  readonly vouchings: readonly VerifiedVouching[]
  /** True when nobody has to sign any more. */
  readonly complete: boolean
}

/** Sign for a mediator with whom the number was compared; returns the file for who signs second elsewhere. */
export async function vouchFirst(desk: Desk, office: Office, mediator: Keys): Promise<Bytes> {
  const { programme } = office.root.body
  const at = { programme, mediator, today: today(desk.session.ports.clock) }
  const first = toEnvelope(await signVouching(desk.keys.sign, at))
  const root = toEnvelope(office.root.statement)
  return utf8(JSON.stringify({ type: "vouching", root, first, second: null }, null, 2))
}

/**
 * Read what was chosen, and believe it, or refuse.
 *
 * Throws `malformed` (not such a file), as `verifyVouching`, `not-vouched` (both signatures are one key's or for two
 * people, or the first is one's own), `exists` (the directory lists the mediator), `revoked` (a mediator who retired
 * or was revoked, or a manager who is none any more).
 */
export async function openVouched(desk: Desk, office: Office, content: Uint8Array): Promise<Vouched> {
  const { first, second } = readFile(content)
  const claim = { root: office.root, today: today(desk.session.ports.clock) }
  const statements = [first, ...(second === null ? [] : [second])].map((one) => statementOf(one))
  const vouchings = await Promise.all(statements.map((one) => verifyVouching(one, claim)))
  const [one, other] = vouchings
  if (one === undefined) throw new RelayError("malformed", "no signature")
  const signers = new Set(vouchings.map(({ signer }) => signer))
  const same = other === undefined || sameKeys(one.mediator, other.mediator)
  insist(same && signers.size === vouchings.length, "not-vouched", "two signatures need two keys")
  const own = other === undefined && one.signer === desk.keys.keyId
  insist(!own, "not-vouched", "one's own signature does not count twice")
  const { mediator: keyId } = one.voucher
  refuseKnown(office, keyId)
  return { mediator: one.mediator, keyId, vouchings, complete: other !== undefined }
}

function refuseKnown({ directory }: Office, keyId: string): void {
  const status = directory.mediators.get(keyId)?.status
  insist(status !== "active", "exists", "this mediator is in the directory already")
  insist(status === undefined, "revoked", "a mediator who left")
}

function sameKeys(one: Keys, other: Keys): boolean {
  return one.key === other.key && one.kem === other.kem
}

function readFile(content: Uint8Array): Read<typeof FILE> {
  try {
    insist(content.length <= MAX_FILE_BYTES, "too-large", "no such file is so long")
    return readFields(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(content)) as Json, FILE)
  } catch (cause) {
    throw new RelayError("malformed", "no file with a signature for a mediator", { cause })
  }
}

function statementOf(given: Read<typeof FILE>["first"]): Statement {
  try {
    return fromEnvelope(given)
  } catch (cause) {
    throw new RelayError("malformed", "no signed statement", { cause })
  }
}

/** Sign as the second, unless both have, and publish a directory with the mediator. Throws as `publish`. */
export async function vouchSecond(desk: Desk, office: Office, vouched: Vouched): Promise<Office> {
  const known = vouched.vouchings.map(({ voucher }) => voucher)
  const own = vouched.complete ? [] : [await ownVoucher(desk.keys.sign, office, vouched.mediator)]
  const directory = await withVouched(office.directory.body, vouched.mediator, [...known, ...own])
  return publish(managingOf(desk), office, { directory })
}

function ownVoucher(sign: Sign, { root }: Office, mediator: Keys) {
  return vouch(sign, root.body.programme, mediator)
}

/** Return six words that stand for a mediator's keys: the same on both machines, in one language. */
export async function mediatorWords(programme: string, mediator: Keys, language: Language): Promise<string> {
  const hashed = await statementHash("mediator", voucherBody(programme, mediator))
  return generateWords(await derive(hashed, "mediator-words", { size: WORDS_RANDOM_BYTES }), language)
}
