// SPDX-License-Identifier: EUPL-1.2
/** Ciphertext that waits to be sent, wherever it lies: in memory, or in a private file that is read in slices. */
import type { Bytes } from "../crypto/bytes.ts"

export type Stored = {
  readonly length: number
  /** Return the bytes from `start` up to `end`, both within the length. */
  readonly slice: (start: number, end: number) => Promise<Bytes>
}

/** Ciphertext that is at hand. */
export function inMemory(bytes: Uint8Array): Stored {
  return { length: bytes.length, slice: async (start, end) => new Uint8Array(bytes.slice(start, end)) }
}

/** Ciphertext in a private file. */
export function inFile(file: File): Stored {
  const slice = async (start: number, end: number) =>
    new Uint8Array(await file.slice(start, end).arrayBuffer())
  return { length: file.size, slice }
}
