// SPDX-License-Identifier: EUPL-1.2
/**
 * The only hash and the only key derivation: SHA-256 and HKDF-SHA256, each under a name.
 *
 * A name ends in a zero byte and holds none, so no name is the start of another and no value made
 * for one purpose can stand for another. Twin: `relay/crypto/derive.py`.
 */
import { type Bytes, concat, utf8 } from "./bytes.ts"

export const PREFIX = "rj-relay/v1/"
/** Suite 1: the only one. The integer in JSON, the byte elsewhere. */
export const SUITE = 1
export const SUITE_BYTE: Bytes = Uint8Array.of(SUITE)
export const HASH_BYTES = 32
const ZERO_SALT: Bytes = new Uint8Array(32)
const ZERO_BYTE: Bytes = new Uint8Array(1)

/** Return SHA-256 of the bytes: 32 bytes. */
export async function sha256(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Bytes))
}

/** Return `"rj-relay/v1/" ‖ name ‖ 0x00`, which starts whatever is hashed, signed or derived. */
export function domain(name: string): Bytes {
  return concat(utf8(PREFIX + name), ZERO_BYTE)
}

/** Return `H(kind, content)`: 32 bytes, never equal across kinds. */
export async function taggedHash(kind: string, content: Uint8Array): Promise<Bytes> {
  return sha256(concat(domain(kind), content))
}

/** Return HMAC-SHA256, 32 bytes, under a key of at least one byte. */
export async function mac(key: Uint8Array, bytes: Uint8Array): Promise<Bytes> {
  const algorithm = { name: "HMAC", hash: "SHA-256" }
  const imported = await crypto.subtle.importKey("raw", key as Bytes, algorithm, false, ["sign"])
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, bytes as Bytes))
}

export type DeriveOptions = {
  /** 32 zero bytes unless given. */
  readonly salt?: Uint8Array
  /** Hashed into the derivation; empty unless given. */
  readonly context?: Uint8Array
  /** Bytes to make, 1 to 8,160; 32 unless given. */
  readonly size?: number
}

/** Derive `size` bytes from a key for one labelled purpose (HKDF, RFC 5869). */
export async function derive(key: Uint8Array, label: string, options: DeriveOptions = {}): Promise<Bytes> {
  const { salt = ZERO_SALT, context = new Uint8Array(0), size = 32 } = options
  const info = concat(domain(label), SUITE_BYTE, await sha256(context))
  const imported = await crypto.subtle.importKey("raw", key as Bytes, "HKDF", false, ["deriveBits"])
  const algorithm = { name: "HKDF", hash: "SHA-256", salt: salt as Bytes, info }
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, imported, size * 8))
}
