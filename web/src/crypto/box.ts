// SPDX-License-Identifier: EUPL-1.2
/**
 * A box: one small thing sealed under a fresh derived key, committing to that key.
 *
 * `salt (32) ‖ commitment (32) ‖ ciphertext ‖ tag (16)`. The commitment is compared before anything
 * is opened: AES-GCM alone opens one ciphertext under two keys to two different letters. Empty
 * associated data; every context is in the key. Twin: `relay/crypto/box.py`.
 */
import { RelayError } from "../errors.ts"
import { type Bytes, concat, same, u64be } from "./bytes.ts"
import { derive } from "./derive.ts"

export const SALT_BYTES = 32
export const COMMITMENT_BYTES = 32
export const TAG_BYTES = 16
export const BOX_OVERHEAD = SALT_BYTES + COMMITMENT_BYTES + TAG_BYTES
export const MAX_BOX_BYTES = 1_048_576

/** What `derive` gives for one sealed thing: used for it and never again. */
export type SealKeys = {
  /** AES-256-GCM, held by WebCrypto and not extractable. */
  readonly key: CryptoKey
  /** 12 bytes. */
  readonly nonce: Bytes
  /** 32 bytes. */
  readonly commitment: Bytes
}

export type SealContext = {
  /** The type of box, or `part`. */
  readonly label: string
  /** What the box is bound to, as canonical bytes. */
  readonly context: Uint8Array
}

export type FreshContext = SealContext & {
  /** 32 fresh random bytes. */
  readonly salt: Uint8Array
}

/** Derive AES key, starting nonce and commitment from a long-lived secret. */
export async function sealKeys(
  secret: Uint8Array,
  { label, context, salt }: FreshContext,
): Promise<SealKeys> {
  if (salt.length !== SALT_BYTES) throw new TypeError("a salt has 32 bytes")
  const derived = await derive(secret, label, { salt, context, size: 76 })
  const key = await crypto.subtle.importKey("raw", derived.slice(0, 32), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ])
  return { key, nonce: derived.slice(32, 44), commitment: derived.slice(44, 76) }
}

/** Return the starting nonce with its last 8 bytes XOR u64be(index << 1 | last). */
export function chunkNonce(
  start: Uint8Array,
  { index, last }: { readonly index: number; readonly last: boolean },
): Bytes {
  const nonce = concat(start)
  const counter = u64be(index * 2 + (last ? 1 : 0))
  for (let at = 0; at < 8; at++) nonce[4 + at] = (nonce[4 + at] ?? 0) ^ (counter[at] ?? 0)
  return nonce
}

/** Encrypt under a nonce that this key never sees again; the tag stands at the end. */
export async function encrypt({ key }: SealKeys, plaintext: Uint8Array, iv: Bytes): Promise<Bytes> {
  const algorithm = { name: "AES-GCM", iv, tagLength: 128 }
  return new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plaintext as Bytes))
}

/** Decrypt ciphertext and tag. Throws `seal-broken`. */
export async function decrypt({ key }: SealKeys, sealed: Uint8Array, iv: Bytes): Promise<Bytes> {
  try {
    const algorithm = { name: "AES-GCM", iv, tagLength: 128 }
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed as Bytes))
  } catch (cause) {
    throw new RelayError("seal-broken", "changed after sealing", { cause })
  }
}

/** Seal up to 1 MiB; the salt is fresh at every write. */
export async function sealBox(secret: Uint8Array, plaintext: Uint8Array, at: FreshContext): Promise<Bytes> {
  if (plaintext.length > MAX_BOX_BYTES) throw new TypeError("a box holds at most 1 MiB")
  const keys = await sealKeys(secret, at)
  const sealed = await encrypt(keys, plaintext, chunkNonce(keys.nonce, { index: 0, last: true }))
  return concat(at.salt, keys.commitment, sealed)
}

/**
 * Open a box.
 *
 * Throws `seal-broken` (too short, or changed after sealing), `too-large`, or `commitment-wrong`
 * (another key, label or context).
 */
export async function openBox(secret: Uint8Array, box: Uint8Array, at: SealContext): Promise<Bytes> {
  if (box.length < BOX_OVERHEAD) throw new RelayError("seal-broken", "shorter than an empty box")
  if (box.length > MAX_BOX_BYTES + BOX_OVERHEAD)
    throw new RelayError("too-large", "a box holds at most 1 MiB")
  const salt = box.subarray(0, SALT_BYTES)
  const commitment = box.subarray(SALT_BYTES, SALT_BYTES + COMMITMENT_BYTES)
  const keys = await sealKeys(secret, { ...at, salt })
  if (!same(keys.commitment, commitment))
    throw new RelayError("commitment-wrong", `not the key of this ${at.label}`)
  const sealed = box.subarray(SALT_BYTES + COMMITMENT_BYTES)
  return decrypt(keys, sealed, chunkNonce(keys.nonce, { index: 0, last: true }))
}
