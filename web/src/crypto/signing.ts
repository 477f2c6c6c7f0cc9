// SPDX-License-Identifier: EUPL-1.2
/**
 * Statements: canonical bytes, who signed them, and the signature.
 *
 * Ed25519 by libsodium's rule in both languages: of 914 published edge cases it accepts 43, other
 * libraries up to 208, and a signature that one twin takes and the other refuses would split the
 * case. Twin: `relay/crypto/signing.py`. Source: RFC 8032.
 */
import { RelayError } from "../errors.ts"
import { type Bytes, concat, same } from "./bytes.ts"
import { decode, encode, isObject, MAX_STATEMENT_BYTES } from "./canonical.ts"
import { domain, HASH_BYTES, taggedHash } from "./derive.ts"
import { b64u, unb64u } from "./encoding.ts"
import { keyId, SIGNING_KEY_BYTES } from "./keys.ts"
import { sodium } from "./sodium.ts"

export const SIGNATURE_BYTES = 64
const ENVELOPE_EXTRA_BYTES = 256

/** What travels: the signed bytes, the signer's key id (32) and the signature (64). */
export type Statement = {
  readonly body: Bytes
  readonly key: Bytes
  readonly sig: Bytes
}

/** Return `H(kind, body)`; the signature is not covered. */
export async function statementHash(kind: string, body: Uint8Array): Promise<Bytes> {
  return taggedHash(kind, body)
}

function signedBytes(kind: string, body: Uint8Array): Bytes {
  return concat(domain(`sig/${kind}`), body)
}

/** Sign canonical bytes as a statement of `kind` with a 32-byte seed. */
export async function sign(seed: Uint8Array, kind: string, body: Uint8Array): Promise<Statement> {
  const library = await sodium()
  const { secretKey, publicKey } = library.keyPairOf(seed)
  const sig = library.signDetached(signedBytes(kind, body), secretKey)
  secretKey.fill(0)
  return { body: concat(body), key: await keyId(publicKey), sig }
}

/** Signs for one key holder, who keeps the seed to themselves. */
export type Sign = (kind: string, body: Uint8Array) => Promise<Statement>

/** Return what signs with a 32-byte seed. */
export function signerOf(seed: Uint8Array): Sign {
  return (kind, body) => sign(seed, kind, body)
}

/**
 * Refuse a statement that `publicKey` did not sign as `kind`.
 *
 * Throws `signature-wrong`: another key is named, or the signature does not fit.
 */
export async function verify(statement: Statement, kind: string, publicKey: Uint8Array): Promise<void> {
  if (!same(statement.key, await keyId(publicKey))) {
    throw new RelayError("signature-wrong", `this ${kind} names another key`)
  }
  await verifyBytes(signedBytes(kind, statement.body), statement.sig, publicKey)
}

/** Check an Ed25519 signature by libsodium's rule. Throws `signature-wrong`. */
export async function verifyBytes(signed: Uint8Array, sig: Uint8Array, publicKey: Uint8Array): Promise<void> {
  if (publicKey.length !== SIGNING_KEY_BYTES || sig.length !== SIGNATURE_BYTES) {
    throw new RelayError("signature-wrong", "a key has 32 bytes and a signature 64")
  }
  const library = await sodium()
  if (!library.verifyDetached(sig, signed, publicKey)) {
    throw new RelayError("signature-wrong", "the signature does not fit")
  }
}

/** A statement as JSON carries it: three base64url strings. */
export type Envelope = { readonly body: string; readonly key: string; readonly sig: string }

/** Return the three strings of a statement. */
export function toEnvelope(statement: Statement): Envelope {
  return { body: b64u(statement.body), key: b64u(statement.key), sig: b64u(statement.sig) }
}

/** Return the canonical JSON envelope `{body, key, sig}`. */
export function encodeEnvelope(statement: Statement): Bytes {
  return encode(toEnvelope(statement))
}

/**
 * Read the three strings of an envelope; nothing is verified yet.
 *
 * Throws `not-canonical`, `wrong-shape` or `too-large`.
 */
export function fromEnvelope(envelope: Envelope, maxBodyBytes: number = MAX_STATEMENT_BYTES): Statement {
  const statement = {
    body: unb64u(envelope.body),
    key: unb64u(envelope.key, HASH_BYTES),
    sig: unb64u(envelope.sig, SIGNATURE_BYTES),
  }
  if (statement.body.length > maxBodyBytes) {
    throw new RelayError("too-large", `${statement.body.length} bytes, at most ${maxBodyBytes}`)
  }
  return statement
}

/** Read a canonical JSON envelope; nothing is verified yet. Throws as `canonical.decode` and `fromEnvelope`. */
export function decodeEnvelope(raw: Uint8Array, maxBodyBytes: number = MAX_STATEMENT_BYTES): Statement {
  const value = decode(raw, Math.floor((maxBodyBytes * 4) / 3) + ENVELOPE_EXTRA_BYTES)
  if (!isObject(value) || Object.keys(value).join() !== "body,key,sig") {
    throw new RelayError("wrong-shape", "an envelope has body, key and sig")
  }
  const { body, key, sig } = value
  if (typeof body !== "string" || typeof key !== "string" || typeof sig !== "string") {
    throw new RelayError("wrong-shape", "an envelope holds strings")
  }
  return fromEnvelope({ body, key, sig }, maxBodyBytes)
}
