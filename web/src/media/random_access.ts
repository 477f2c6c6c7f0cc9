// SPDX-License-Identifier: EUPL-1.2
/** Bytes that are read where they lie, piece by piece: a film is never whole in memory. */
import type { Bytes } from "../crypto/bytes.ts"

export type RandomAccess = {
  readonly size: number
  /** Return the bytes from `start` up to `end`; fewer only where the source ends. */
  readonly read: (start: number, end: number) => Promise<Bytes>
}

/** Read a file that a person chose. */
export function ofBlob(blob: Blob): RandomAccess {
  const read = async (start: number, end: number) =>
    new Uint8Array(await blob.slice(start, end).arrayBuffer())
  return { size: blob.size, read }
}
