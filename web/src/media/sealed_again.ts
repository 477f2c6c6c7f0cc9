// SPDX-License-Identifier: EUPL-1.2
/** A sealed part that lies on this device, opened where it lies: what was sealed once, to be sealed as another message. */
import type { Bytes } from "../crypto/bytes.ts"
import { HASH_BYTES } from "../crypto/derive.ts"
import { STORED_CHUNK_BYTES } from "../crypto/stream.ts"
import { leafHash } from "../crypto/tree.ts"
import type { RandomAccess } from "./random_access.ts"
import { chunkwise, openSeekable, type SealedPart } from "./seekable.ts"
import type { Stored } from "./stored.ts"

/** Return the leaf table of stored chunks: believed only when it leads to the signed root. */
export async function tableOf({ length, slice }: Stored): Promise<Bytes> {
  const count = Math.ceil(length / STORED_CHUNK_BYTES)
  const table = new Uint8Array(count * HASH_BYTES)
  for (let index = 0; index < count; index++) {
    const at = index * STORED_CHUNK_BYTES
    table.set(await leafHash(await slice(at, Math.min(length, at + STORED_CHUNK_BYTES))), index * HASH_BYTES)
  }
  return table
}

/** Read a sealed film as it was before. Throws as `openSeekable`, before and while it is read. */
export async function readSealed(stored: Stored, part: SealedPart): Promise<RandomAccess> {
  const fetchChunks = (first: number, end: number) =>
    stored.slice(first * STORED_CHUNK_BYTES, end * STORED_CHUNK_BYTES)
  return chunkwise(await openSeekable(part, await tableOf(stored), fetchChunks))
}
