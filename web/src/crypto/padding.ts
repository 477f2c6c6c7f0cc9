// SPDX-License-Identifier: EUPL-1.2
/**
 * Sizes that say little: u64be true length ‖ content ‖ zeros, up to a size class.
 *
 * Letters go up to the next 64 KiB; everything else to the next 64 KiB of its Padmé size, which
 * costs at most 12 % and leaks O(log log n) bits of the length. Twin: `relay/crypto/padding.py`.
 * Source: Nikitin et al., PURBs (2019), §4.
 */
import { RelayError } from "../errors.ts"
import { type Bytes, concat, u64be } from "./bytes.ts"

export const CHUNK_BYTES = 65_536
export const LENGTH_BYTES = 8

/** Whether the size class is a letter's. */
export type SizeClass = { readonly letter: boolean }

/** Return `size` rounded up to whole chunks of 65,536 bytes. */
export function ceilChunks(size: number): number {
  return Math.ceil(size / CHUNK_BYTES) * CHUNK_BYTES
}

/** Return the Padmé size of `size` bytes (at least 2). */
export function padme(size: number): number {
  if (size < 2) return size
  // Number.toString(2) is exact up to 2^53; Math.log2 is not.
  const exponent = size.toString(2).length - 1
  const kept = exponent.toString(2).length
  const step = 2 ** Math.max(0, exponent - kept)
  return Math.ceil(size / step) * step
}

/** Return the size of a part's plaintext whose content has `length` bytes. */
export function paddedSize(length: number, { letter }: SizeClass): number {
  const size = LENGTH_BYTES + length
  return ceilChunks(letter ? size : padme(size))
}

/** Return u64be length, `content` and zeros, up to its size class. */
export function pad(content: Uint8Array, size: SizeClass): Bytes {
  const padded = new Uint8Array(paddedSize(content.length, size))
  padded.set(u64be(content.length))
  padded.set(content, LENGTH_BYTES)
  return padded
}

/** Return the true length that stands in a plaintext's first 8 bytes. Throws `size-wrong`. */
export function framedLength(padded: Uint8Array): number {
  if (padded.length < LENGTH_BYTES) throw new RelayError("size-wrong", "no room for a length")
  const length = new DataView(padded.buffer, padded.byteOffset, LENGTH_BYTES).getBigUint64(0)
  if (length > 2n ** 52n) {
    throw new RelayError("size-wrong", "an impossible length")
  }
  return Number(length)
}

/** Return the content, or refuse anything but the one computed form. Throws `size-wrong`. */
export function unpad(padded: Uint8Array, size: SizeClass): Bytes {
  const length = framedLength(padded)
  const end = LENGTH_BYTES + length
  if (end > padded.length || paddedSize(length, size) !== padded.length) {
    throw new RelayError("size-wrong", "padded to another size than the computed one")
  }
  if (padded.subarray(end).some((byte) => byte !== 0))
    throw new RelayError("size-wrong", "padding that is not zero")
  return concat(padded.subarray(LENGTH_BYTES, end))
}
