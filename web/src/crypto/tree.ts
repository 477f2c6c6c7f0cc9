// SPDX-License-Identifier: EUPL-1.2
/**
 * The hash tree over a part's stored chunks: leaves, root, and what fits it.
 *
 * A leaf table is believed only when its length is the manifest's count and its root the signed
 * one; a chunk only when its leaf is in that table. Length is checked before anything is hashed, so
 * a long table costs an attacker more than us. Twin: `relay/crypto/tree.py`. Source: RFC 6962 §2.1.
 */
import { RelayError } from "../errors.ts"
import { TAG_BYTES } from "./box.ts"
import { type Bytes, concat, same } from "./bytes.ts"
import { HASH_BYTES, sha256 } from "./derive.ts"
import { CHUNK_BYTES } from "./padding.ts"

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)
/** Where a leaf's zero and its chunk stand together: for each of a film's thousands, new memory costs half a hash. */
const room = new Uint8Array(LEAF.length + CHUNK_BYTES + TAG_BYTES)

/** Return SHA-256(0x00 ‖ stored chunk). */
export async function leafHash(chunk: Uint8Array): Promise<Bytes> {
  if (LEAF.length + chunk.length !== room.length) return sha256(concat(LEAF, chunk))
  room.set(chunk, LEAF.length)
  return sha256(room) // which copies what it is given before it returns its promise (WebCrypto, `digest`)
}

/**
 * Return the RFC 6962 root of one or more 32-byte leaves.
 *
 * Level by level: an odd node at the end of a level moves up unchanged, which is the same tree as
 * RFC 6962's split at the largest power of two.
 */
export async function rootOf(leaves: readonly Uint8Array[]): Promise<Bytes> {
  let level = leaves
  while (level.length > 1) level = await levelAbove(level)
  const [root] = level
  if (root === undefined) throw new TypeError("a part has at least one chunk")
  return concat(root)
}

async function levelAbove(level: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const above: Promise<Uint8Array>[] = []
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = level.slice(at, at + 2) as [Uint8Array, Uint8Array | undefined]
    above.push(right === undefined ? Promise.resolve(left) : sha256(concat(NODE, left, right)))
  }
  return Promise.all(above)
}

/** What the manifest says of a part's chunks. */
export type TreeClaim = { readonly count: number; readonly root: Uint8Array }

/** Split a leaf table into leaves after checking its length and its root. Throws `tree-wrong`. */
export async function openTable(table: Uint8Array, { count, root }: TreeClaim): Promise<readonly Bytes[]> {
  if (count < 1 || table.length !== count * HASH_BYTES) {
    throw new RelayError("tree-wrong", `a table of ${table.length} bytes for ${count} chunks`)
  }
  const own = concat(table) // one buffer for all of them: 2 GiB have 32,768
  const leaves = Array.from({ length: count }, (_, at) =>
    own.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  )
  if (!same(await rootOf(leaves), root)) {
    throw new RelayError("tree-wrong", "the table does not lead to the signed root")
  }
  return leaves
}

/** Refuse a stored chunk that is not the one its leaf names. Throws `tree-wrong`. */
export async function checkChunk(chunk: Uint8Array, { leaf }: { readonly leaf: Uint8Array }): Promise<void> {
  if (!same(await leafHash(chunk), leaf)) throw new RelayError("tree-wrong", "a chunk does not fit its leaf")
}
