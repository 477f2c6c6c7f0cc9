// SPDX-License-Identifier: EUPL-1.2
/** Byte strings: joined, compared and ordered. */

/** Bytes on a buffer of their own, which WebCrypto takes and no other thread can change. */
export type Bytes = Uint8Array<ArrayBuffer>

/** Return the parts, one after the other, in a new array. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  return joined(parts)
}

/** Return any number of parts, one after the other: a video has more of them than a call takes arguments. */
export function joined(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Return the UTF-8 bytes of a string. */
export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/** Return `value` as 8 bytes, most significant first; a non-negative safe integer. */
export function u64be(value: number): Bytes {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value))
  return bytes
}

/** Tell whether two byte strings are equal, in time that depends on their length alone. */
export function same(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  let difference = 0
  for (let at = 0; at < one.length; at++) difference |= (one[at] ?? 0) ^ (other[at] ?? 0)
  return difference === 0
}

/** Order two byte strings as Python orders them: byte by byte, a prefix first. */
export function compare(one: Uint8Array, other: Uint8Array): number {
  const shorter = Math.min(one.length, other.length)
  for (let at = 0; at < shorter; at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0)
    if (difference !== 0) return difference
  }
  return one.length - other.length
}
