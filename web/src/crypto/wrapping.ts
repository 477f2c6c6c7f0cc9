// SPDX-License-Identifier: EUPL-1.2
/**
 * Wraps: a 32-byte key for one recipient, for one purpose, of one subject.
 *
 * HPKE base mode with X-Wing, HKDF-SHA256 and AES-256-GCM. Recipient, purpose and subject are in
 * `info`, so a wrap moved to another place does not open. The library draws the encapsulation's
 * randomness itself. Twin: `relay/crypto/wrapping.py`. Source: RFC 9180.
 */
import { RelayError } from "../errors.ts"
import { type Bytes, concat } from "./bytes.ts"
import { domain, HASH_BYTES, SUITE_BYTE, sha256 } from "./derive.ts"
import { hpke } from "./hpke.ts"
import { KEM_KEY_BYTES, kemPublicKey } from "./keys.ts"

export type Purpose = "review" | "self" | "release" | "handover" | "note" | "record" | "intake" | "grant"

/** What a wrap is for and what its key opens. */
export type WrapContext = {
  readonly purpose: Purpose
  /** The 32-byte hash of what the key opens. */
  readonly subject: Uint8Array
}

export const WRAPPED_KEY_BYTES = 32
export const WRAP_BYTES = 1168

async function wrapInfo({ purpose, subject }: WrapContext, recipient: Uint8Array): Promise<Bytes> {
  if (subject.length !== HASH_BYTES) throw new TypeError("a subject is a hash of 32 bytes")
  return concat(domain(`wrap/${purpose}`), SUITE_BYTE, subject, await sha256(recipient))
}

/**
 * Wrap a 32-byte key for the holder of an X-Wing public key of 1,216 bytes.
 *
 * Returns 1,168 bytes: encapsulation (1,120), then sealed key (48). Throws `wrap-broken` when the
 * public key is not a valid one.
 */
export async function wrap(publicKey: Uint8Array, key: Uint8Array, at: WrapContext): Promise<Bytes> {
  if (key.length !== WRAPPED_KEY_BYTES) throw new TypeError("a wrapped key has 32 bytes")
  if (publicKey.length !== KEM_KEY_BYTES) throw new RelayError("wrap-broken", "not an X-Wing public key")
  const info = await wrapInfo(at, publicKey)
  const { seal } = await hpke()
  try {
    return await seal(publicKey, key, info)
  } catch (cause) {
    throw new RelayError("wrap-broken", "not a usable X-Wing public key", { cause })
  }
}

/**
 * Open a wrap with the recipient's 32-byte seed; returns the 32-byte key.
 *
 * Throws `wrap-broken`: changed, or for another recipient, purpose or subject.
 */
export async function unwrap(seed: Uint8Array, wrapped: Uint8Array, at: WrapContext): Promise<Bytes> {
  if (wrapped.length !== WRAP_BYTES) throw new RelayError("wrap-broken", `a wrap of ${wrapped.length} bytes`)
  const info = await wrapInfo(at, await kemPublicKey(seed))
  const { open } = await hpke()
  try {
    return await open(seed, wrapped, info)
  } catch (cause) {
    throw new RelayError("wrap-broken", `this ${at.purpose} wrap does not open`, { cause })
  }
}

/** Opens wraps for one recipient, who keeps the seed to themselves. */
export type Unwrap = (wrapped: Uint8Array, at: WrapContext) => Promise<Bytes>

/** Return what opens wraps with a 32-byte seed. */
export function unwrapperOf(seed: Uint8Array): Unwrap {
  return (wrapped, at) => unwrap(seed, wrapped, at)
}
