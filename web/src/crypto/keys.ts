// SPDX-License-Identifier: EUPL-1.2
/**
 * Keys from seeds, and the short names by which statements call them.
 *
 * A seed is 32 bytes and is the whole secret: nothing else is ever stored of a key. Twin:
 * `relay/crypto/keys.py`. Sources: RFC 8032; draft-connolly-cfrg-xwing-kem §5.2.
 */
import type { Bytes } from "./bytes.ts"
import { derive, sha256 } from "./derive.ts"
import { b64u } from "./encoding.ts"
import { hpke } from "./hpke.ts"
import { sodium } from "./sodium.ts"

export const SEED_BYTES = 32
export const SIGNING_KEY_BYTES = 32
export const KEM_KEY_BYTES = 1216
export const ID_BYTES = 16

/** Return the 32-byte Ed25519 public key of a 32-byte seed. */
export async function signingPublicKey(seed: Uint8Array): Promise<Bytes> {
  return (await sodium()).keyPairOf(seed).publicKey
}

/** Return the 32-byte name of a public key: its SHA-256. */
export async function keyId(publicKey: Uint8Array): Promise<Bytes> {
  return sha256(publicKey)
}

/** Return the id of a mediator or manager: the first 16 bytes of the key id, as text. */
export async function shortId(publicKey: Uint8Array): Promise<string> {
  return b64u((await keyId(publicKey)).subarray(0, ID_BYTES))
}

/** Return the programme's id: the first 16 bytes of its root's fingerprint, as text. */
export async function programmeId(rootPublicKey: Uint8Array): Promise<string> {
  return shortId(rootPublicKey)
}

/** Return the 1,216-byte X-Wing public key of a 32-byte seed. */
export async function kemPublicKey(seed: Uint8Array): Promise<Bytes> {
  if (seed.length !== SEED_BYTES) throw new TypeError("an X-Wing seed has 32 bytes")
  const { publicKeyOf } = await hpke()
  return publicKeyOf(seed)
}

/** Return the Ed25519 seed of a person's signatures, from their 32-byte master. */
export async function identitySeed(master: Uint8Array): Promise<Bytes> {
  return derive(master, "identity")
}

/** Return the X-Wing seed of a person, from their 32-byte master. */
export async function kemSeed(master: Uint8Array): Promise<Bytes> {
  return derive(master, "kem")
}

/** Return the key of a person's stored drafts, from their 32-byte master. */
export async function draftKey(master: Uint8Array): Promise<Bytes> {
  return derive(master, "draft")
}

/** Return the key of a person's bundle, from their 32-byte master. */
export async function bundleKey(master: Uint8Array): Promise<Bytes> {
  return derive(master, "bundle")
}

/** Return the `wk` seed of one message, from a 32-byte master and the 16-byte message id. */
export async function withdrawSeed(master: Uint8Array, message: Uint8Array): Promise<Bytes> {
  return derive(await derive(master, "withdraw"), "wk", { context: message })
}
