// SPDX-License-Identifier: EUPL-1.2
/**
 * Sealing a film while it is written: each chunk exactly once, into a file of ciphertext.
 *
 * A container goes back to fill in sizes, so what is younger than 16 MiB waits, and so does the first
 * chunk: it begins with the true length, which is known at the end. What was sealed is never sealed
 * again (P25): whoever wants to change it is refused. Memory is the same for every length.
 */
import type { SealKeys } from "../crypto/box.ts"
import { type Bytes, u64be } from "../crypto/bytes.ts"
import { HASH_BYTES } from "../crypto/derive.ts"
import { CHUNK_BYTES, LENGTH_BYTES, paddedSize } from "../crypto/padding.ts"
import { STORED_CHUNK_BYTES, sealChunk } from "../crypto/stream.ts"
import { leafHash } from "../crypto/tree.ts"
import { RelayError } from "../errors.ts"
import type { Part } from "../protocol/manifest.ts"
import { claimOf } from "../protocol/sealing.ts"
import type { Sink } from "./clean.ts"
import { SEAM_BYTES, scan } from "./scan.ts"

export const UNSETTLED_BYTES = 16 * 2 ** 20
/** Chunks on their way: while one is encrypted on another thread, one is hashed and one written. */
const AT_ONCE = 8

/** Where ciphertext lies. Each position is written once. */
export type CipherFile = { readonly write: (position: number, bytes: Bytes) => Promise<void> }

export type SealedFilm = {
  readonly claim: Part
  /** The leaf table: 32 bytes a chunk. */
  readonly table: Bytes
  /** True length of the content in bytes. */
  readonly length: number
}

export type SealingSink = Sink & {
  /** Pad, seal what is left, the first chunk last. Throws `media-not-clean`. */
  readonly finish: () => Promise<SealedFilm>
}

export type SealingOptions = {
  readonly keys: SealKeys
  /** The salt that `keys` were derived with: 32 bytes. */
  readonly salt: Bytes
}

/** Begin a film's file. The keys are for this one file and no other. */
export function sealingSink(file: CipherFile, { keys, salt }: SealingOptions): SealingSink {
  const chunks = waitingChunks()
  const leaves: Bytes[] = []
  const looking = scan()
  let afterFirst: Bytes = new Uint8Array(0)

  const seal = async (index: number, last: boolean) => {
    const plaintext = chunks.take(index)
    if (index > 0) looking.next(plaintext)
    if (index === 1) afterFirst = plaintext.slice(0, SEAM_BYTES)
    const sealed = await sealChunk(keys, plaintext, { index, last })
    chunks.giveBack(plaintext)
    leaves[index] = await leafHash(sealed)
    await file.write(index * STORED_CHUNK_BYTES, sealed)
  }

  /** Seal the chunks before `end` that are not sealed yet, a few at once. */
  const sealUpTo = async (end: number, count?: number) => {
    while (chunks.settled() < end) {
      const together: Promise<void>[] = []
      while (chunks.settled() < end && together.length < AT_ONCE) {
        together.push(seal(chunks.settled(), chunks.settled() + 1 === count))
      }
      await Promise.all(together)
    }
  }

  return {
    write: async (position, bytes) => {
      chunks.put(LENGTH_BYTES + position, bytes)
      await sealUpTo(Math.floor((chunks.end() - UNSETTLED_BYTES) / CHUNK_BYTES))
    },
    finish: async () => {
      const length = chunks.end() - LENGTH_BYTES
      const count = paddedSize(length, { letter: false }) / CHUNK_BYTES
      await sealUpTo(count, count)
      const first = chunks.first()
      first.set(u64be(length))
      const ahead = scan()
      ahead.next(first.subarray(LENGTH_BYTES))
      ahead.next(afterFirst)
      await seal(0, count === 1)
      return { claim: await claimOf(keys, salt, leaves), table: tableOf(leaves), length }
    },
  }
}

function tableOf(leaves: readonly Bytes[]): Bytes {
  const table = new Uint8Array(leaves.length * HASH_BYTES)
  for (const [index, leaf] of leaves.entries()) table.set(leaf, index * HASH_BYTES)
  return table
}

/** Plaintext that waits to be sealed, chunk by chunk; the first one waits to the end. */
function waitingChunks() {
  const waiting = new Map<number, Bytes>([[0, new Uint8Array(CHUNK_BYTES)]])
  /** Memory of chunks that are sealed, to be used again: new memory costs as much as the sealing. */
  const spare: Bytes[] = []
  let settled = 1
  let end = LENGTH_BYTES

  const chunk = (index: number): Bytes => {
    if (index > 0 && index < settled) throw new RelayError("media-codec", "a change to what is sealed")
    const found = waiting.get(index) ?? spare.pop()?.fill(0) ?? new Uint8Array(CHUNK_BYTES)
    waiting.set(index, found)
    return found
  }

  return {
    /** Where the content ends so far, with the 8 bytes of its length. */
    end: () => end,
    /** The next chunk to seal; all before it, but the first, are sealed. */
    settled: () => settled,
    first: () => chunk(0),
    put: (offset: number, bytes: Uint8Array) => {
      for (let at = 0; at < bytes.length; ) {
        const [index, within] = [Math.floor((offset + at) / CHUNK_BYTES), (offset + at) % CHUNK_BYTES]
        const piece = bytes.subarray(at, at + CHUNK_BYTES - within)
        chunk(index).set(piece, within)
        at += piece.length
      }
      end = Math.max(end, offset + bytes.length)
    },
    /** Let go of a chunk, to be sealed now; a gap is zeros. */
    take: (index: number): Bytes => {
      const found = chunk(index)
      waiting.delete(index)
      if (index > 0) settled = index + 1
      return found
    },
    /** Take back the memory of a chunk that was let go and is sealed. */
    giveBack: (sealed: Bytes) => {
      spare.push(sealed)
    },
  }
}
