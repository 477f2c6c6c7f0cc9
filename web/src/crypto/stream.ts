// SPDX-License-Identifier: EUPL-1.2
/**
 * A part's bytes in chunks that can be checked and opened one by one, at any seek.
 *
 * Plaintext chunks are 65,536 bytes, all full; stored chunks 65,552. The nonce holds index and last
 * flag, so a chunk moved, repeated or cut off does not open; the key is derived for this one part,
 * so the counter nonce cannot repeat. Never two plaintexts under one content key, salt and context:
 * who lost the sealed file draws all of them anew. Twin: `relay/crypto/stream.py`. The nonce follows
 * STREAM (Hoang et al., 2015).
 */
import { RelayError } from "../errors.ts"
import { chunkNonce, decrypt, encrypt, type SealKeys, sealKeys, TAG_BYTES } from "./box.ts"
import { type Bytes, joined, same } from "./bytes.ts"
import { CHUNK_BYTES } from "./padding.ts"

export const STORED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES
export const PART_LABEL = "part"

/** Where a chunk stands: from the manifest, never from the sender of the bytes. */
export type ChunkPlace = {
  /** From 0. */
  readonly index: number
  /** True for the final chunk only. */
  readonly last: boolean
}

export type PartContext = {
  /** 32 random bytes, one per part. */
  readonly salt: Uint8Array
  /** The part's canonical context (`protocol/manifest.ts`). */
  readonly context: Uint8Array
}

/** Derive a part's keys from the content key, 32 bytes, one per message. */
export async function partKeys(contentKey: Uint8Array, { salt, context }: PartContext): Promise<SealKeys> {
  return sealKeys(contentKey, { label: PART_LABEL, salt, context })
}

/** Refuse a key that the sealed part does not commit to, before opening anything. Throws `commitment-wrong`. */
export function checkCommitment(keys: SealKeys, commitment: Uint8Array): void {
  if (!same(keys.commitment, commitment)) throw new RelayError("commitment-wrong", "not the key of this part")
}

/** Seal one full chunk of 65,536 bytes into 65,552. */
export async function sealChunk(keys: SealKeys, plaintext: Uint8Array, place: ChunkPlace): Promise<Bytes> {
  if (plaintext.length !== CHUNK_BYTES) throw new TypeError("chunks are full")
  return encrypt(keys, plaintext, chunkNonce(keys.nonce, place))
}

/**
 * Open a chunk of 65,552 bytes into 65,536.
 *
 * Throws `seal-broken`: changed, moved, cut, or another part's chunk.
 */
export async function openChunk(keys: SealKeys, sealed: Uint8Array, place: ChunkPlace): Promise<Bytes> {
  if (sealed.length !== STORED_CHUNK_BYTES) {
    throw new RelayError("seal-broken", `a stored chunk of ${sealed.length} bytes`)
  }
  return decrypt(keys, sealed, chunkNonce(keys.nonce, place))
}

/** Seal padded plaintext (a positive multiple of 65,536 bytes), chunk by chunk. */
export async function* sealStream(keys: SealKeys, padded: Uint8Array): AsyncGenerator<Bytes> {
  const count = padded.length / CHUNK_BYTES
  if (!Number.isInteger(count) || count < 1) throw new TypeError("padded plaintext is whole chunks")
  for (let index = 0; index < count; index++) {
    const chunk = padded.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)
    yield await sealChunk(keys, chunk, { index, last: index === count - 1 })
  }
}

/** Split a stored part into its chunks. Throws `seal-broken` unless it is exactly `count` long. */
export function splitStored(stored: Uint8Array, count: number): readonly Uint8Array[] {
  if (count < 1 || stored.length !== count * STORED_CHUNK_BYTES) {
    throw new RelayError("seal-broken", `${stored.length} bytes for ${count} chunks`)
  }
  return Array.from({ length: count }, (_, at) =>
    stored.subarray(at * STORED_CHUNK_BYTES, (at + 1) * STORED_CHUNK_BYTES),
  )
}

/**
 * Open a whole stored part into its padded plaintext.
 *
 * Throws `seal-broken`: any chunk is not the one that was sealed at its place.
 */
export async function openStream(keys: SealKeys, stored: Uint8Array, count: number): Promise<Bytes> {
  const chunks = splitStored(stored, count)
  const opened = chunks.map((chunk, index) => openChunk(keys, chunk, { index, last: index === count - 1 }))
  return joined(await Promise.all(opened))
}
