// SPDX-License-Identifier: EUPL-1.2
/**
 * A picture that stays as it is while it is looked at.
 *
 * A browser goes by a picture's own first bytes, whatever its author called it, and plays those that move: what a
 * mediator saw for a minute could be another picture in the next. Sources: RFC 2083 and the APNG extension, the
 * WebP container specification.
 */
import { RelayError } from "../errors.ts"

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const PNG_HEAD_BYTES = 8
/** A chunk's length, its name, and the sum after its content. */
const PNG_AROUND_BYTES = 12
const WEBP_NAME_AT = 8
const WEBP_FIRST_AT = 12
const WEBP_FLAGS_AT = 20
const WEBP_MOVES = 0x02

const CHECKS: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  "image/jpeg": (bytes) => beginsWith(bytes, JPEG),
  "image/png": isStillPng,
  "image/webp": isStillWebp,
}

/** Throws `malformed`: not a picture of the type that its author signed, or one that moves. */
export function requireStill(type: string, bytes: Uint8Array): void {
  if (!CHECKS[type]?.(bytes)) throw new RelayError("malformed", "no picture of its type, or one that moves")
}

function beginsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte)
}

const nameAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))

/** One that moves says so before its first pixels. */
function isStillPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = PNG_HEAD_BYTES
  while (beginsWith(bytes, PNG) && at + PNG_HEAD_BYTES <= bytes.length) {
    const name = nameAt(bytes, at + 4)
    if (name === "acTL" || name === "IDAT") return name === "IDAT"
    at += view.getUint32(at) + PNG_AROUND_BYTES
  }
  return false
}

function isStillWebp(bytes: Uint8Array): boolean {
  if (nameAt(bytes, 0) !== "RIFF" || nameAt(bytes, WEBP_NAME_AT) !== "WEBP") return false
  const first = nameAt(bytes, WEBP_FIRST_AT)
  if (first === "VP8X") return ((bytes[WEBP_FLAGS_AT] ?? WEBP_MOVES) & WEBP_MOVES) === 0
  return first === "VP8 " || first === "VP8L"
}
