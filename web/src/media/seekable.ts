// SPDX-License-Identifier: EUPL-1.2
/**
 * A sealed part read at any place, without ever being whole in the clear.
 *
 * Which chunks hold a range follows from the signed claim alone: count, position and last flag are
 * never taken from whoever sends the bytes. Every chunk is compared with its leaf and then opened
 * before one byte of it is given on, whatever was read before (claim P6). Pure: what fetches is an
 * argument.
 */
import type { SealKeys } from "../crypto/box.ts"
import { type Bytes, joined } from "../crypto/bytes.ts"
import { CHUNK_BYTES, framedLength, LENGTH_BYTES, paddedSize } from "../crypto/padding.ts"
import { openChunk, splitStored } from "../crypto/stream.ts"
import { checkChunk, openTable, type TreeClaim } from "../crypto/tree.ts"
import { RelayError } from "../errors.ts"
import type { RandomAccess } from "./random_access.ts"

/** How many chunks are asked for at once: 256 KiB, so that a jump begins soon and little is fetched in vain. */
export const SLAB_CHUNKS = 4

/** What lies open in memory of a film whose boxes are looked through: its tables are megabytes apart. */
const KEPT_BYTES = 2 ** 20

/** Bytes of the content, from `start` up to and without `end`. */
export type Span = { readonly start: number; readonly end: number }

/** What is known of a part before its first chunk: from the verified manifest and the opened header. */
export type SealedPart = {
  /** Already compared with the manifest's commitment. */
  readonly keys: SealKeys
  readonly claim: TreeClaim
  /** True length of the content in bytes. */
  readonly length: number
  /** Padded as a letter is, or as a film. */
  readonly letter: boolean
}

/** Fetch the stored chunks from `first` up to and without `end`: 65,552 bytes each. */
export type FetchChunks = (first: number, end: number) => Promise<Bytes>

/** A part whose table and first chunk were right. */
export type Seekable = {
  /** True length of the content in bytes. */
  readonly length: number
  /**
   * Return exactly the bytes of a span that lies within the content and is not empty.
   *
   * Throws `tree-wrong` or `seal-broken` (not the chunks that belong there), or `size-wrong` (padding
   * that is not zero).
   */
  readonly read: (span: Span) => Promise<Bytes>
}

/**
 * Believe a leaf table, open the first chunk, and return what reads the rest.
 *
 * Throws `size-wrong` (another length than the header says, or padded to another size), `tree-wrong`,
 * or `seal-broken`.
 */
export async function openSeekable(
  part: SealedPart,
  table: Uint8Array,
  fetchChunks: FetchChunks,
): Promise<Seekable> {
  const { claim, length, letter } = part
  if (paddedSize(length, { letter }) !== claim.count * CHUNK_BYTES) {
    throw new RelayError("size-wrong", "padded to another size than the computed one")
  }
  const leaves = await openTable(table, claim)
  const openOne = async (chunk: Uint8Array, index: number): Promise<Bytes> => {
    const leaf = leaves[index]
    if (leaf === undefined) throw new RelayError("tree-wrong", "no such chunk")
    await checkChunk(chunk, { leaf })
    const opened = await openChunk(part.keys, chunk, { index, last: index === claim.count - 1 })
    checkFrame(opened, index, length)
    return opened
  }
  const openAll = async (first: number, end: number): Promise<Bytes> => {
    const chunks = splitStored(await fetchChunks(first, end), end - first)
    return joined(await Promise.all(chunks.map((chunk, at) => openOne(chunk, first + at))))
  }
  await openAll(0, 1)
  return {
    length,
    read: async (span) => {
      requireWithin(span, length)
      const [first, end] = chunksOf(span)
      const opened = await openAll(first, end)
      const from = LENGTH_BYTES + span.start - first * CHUNK_BYTES
      return opened.subarray(from, from + span.end - span.start)
    },
  }
}

/** The chunks that hold a span: the first, and the one after the last. */
export function chunksOf({ start, end }: Span): readonly [number, number] {
  const first = Math.floor((LENGTH_BYTES + start) / CHUNK_BYTES)
  return [first, Math.floor((LENGTH_BYTES + end - 1) / CHUNK_BYTES) + 1]
}

/** Cut a span into pieces of at most `SLAB_CHUNKS` chunks that meet where chunks do: none is fetched twice. */
export function* slabsOf({ start, end }: Span): Generator<Span> {
  let at = start
  while (at < end) {
    const [first] = chunksOf({ start: at, end: at + 1 })
    const until = Math.min(end, (first + SLAB_CHUNKS) * CHUNK_BYTES - LENGTH_BYTES)
    yield { start: at, end: until }
    at = until
  }
}

type Kept = { readonly start: number; readonly bytes: Bytes }

/** Small pieces, read by whole chunks of which the last ones are kept: who goes back and forth fetches each once. */
export function chunkwise({ length, read }: Seekable): RandomAccess {
  let kept: readonly Kept[] = []
  const fetched = async (span: Span): Promise<Kept> => {
    const [first, last] = chunksOf(span)
    const start = Math.max(0, first * CHUNK_BYTES - LENGTH_BYTES)
    const bytes = await read({ start, end: Math.min(length, last * CHUNK_BYTES - LENGTH_BYTES) })
    kept = newestOf([{ start, bytes }, ...kept])
    return { start, bytes }
  }
  return {
    size: length,
    read: async (start, most) => {
      const end = Math.min(most, length)
      if (start >= end) return new Uint8Array(0)
      const here = kept.find((one) => one.start <= start && end <= one.start + one.bytes.length)
      const found = here ?? (await fetched({ start, end }))
      return found.bytes.subarray(start - found.start, end - found.start)
    },
  }
}

/** The newest, and as many before it as `KEPT_BYTES` hold. */
function newestOf(kept: readonly Kept[]): readonly Kept[] {
  let sum = 0
  const until = kept.findIndex(({ bytes }, at) => {
    sum += bytes.length
    return at > 0 && sum > KEPT_BYTES
  })
  return until < 0 ? kept : kept.slice(0, until)
}

/** Refuse another length in the first chunk than the header's, and padding that says something. */
function checkFrame(opened: Uint8Array, index: number, length: number): void {
  const framed = index > 0 || framedLength(opened) === length
  if (!framed) throw new RelayError("size-wrong", "a part of another length than its header says")
  const padding = opened.subarray(Math.max(0, LENGTH_BYTES + length - index * CHUNK_BYTES))
  if (padding.some((byte) => byte !== 0)) throw new RelayError("size-wrong", "padding that is not zero")
}

function requireWithin({ start, end }: Span, length: number): void {
  const whole = Number.isSafeInteger(start) && Number.isSafeInteger(end)
  if (!whole || start < 0 || start >= end || end > length) throw new TypeError("a span within the content")
}
