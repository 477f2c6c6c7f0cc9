// SPDX-License-Identifier: EUPL-1.2
/**
 * What may not be in a cleaned film, looked for in its bytes just before they are sealed.
 *
 * The names are long enough not to stand in a picture's bits by chance: of 4 GiB of noise, one in four
 * thousand million holds a given 8 bytes. The four-letter boxes (`©xyz`, `gpmd`, `mdta`, …) would: those
 * cannot be in a film whose boxes are all on the list of `boxes.ts`.
 */
import { type Bytes, concat, utf8 } from "../crypto/bytes.ts"
import { RelayError } from "../errors.ts"

/** Place, device and maker, as phones and editors write them. */
export const TELLTALES: readonly string[] = [
  "ISO6709",
  "com.apple",
  "com.android",
  "location",
  "Location",
  "samsung",
  "SAMSUNG",
  "GoPro MET",
  "GPSLatitude",
  "creationdate",
  "Core Media",
  "<x:xmpmeta",
  "Exif\0\0",
]
const PATTERNS: readonly Bytes[] = TELLTALES.map(utf8)
/** What the end of one piece and the start of the next may hold between them. */
export const SEAM_BYTES = Math.max(...PATTERNS.map(({ length }) => length)) - 1
/**
 * Every pattern has this many pairs of neighbours in its first bytes, so of any run of as many places in a film
 * one is enough to look at: each byte of an hour is looked at by a worker that has it to seal as well.
 */
const STRIDE = Math.min(...PATTERNS.map(({ length }) => length)) - 1
const MARKED = new Uint8Array(65_536)
for (const pattern of PATTERNS) for (let at = 0; at < STRIDE; at++) MARKED[pairAt(pattern, at)] = 1

function pairAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}

export type Scan = {
  /** Look at the next bytes, in order. Throws `media-not-clean`. */
  readonly next: (bytes: Uint8Array) => void
}

/** Begin to look through bytes that come piece by piece. */
export function scan(): Scan {
  let seam: Bytes = new Uint8Array(0)
  return {
    next: (bytes) => {
      refuseTelltales(concat(seam, bytes.subarray(0, SEAM_BYTES)))
      refuseTelltales(bytes)
      seam = concat(seam, bytes.subarray(-SEAM_BYTES)).slice(-SEAM_BYTES)
    },
  }
}

function refuseTelltales(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length - 1; at += STRIDE) {
    if (MARKED[pairAt(bytes, at)] === 1 && standsAround(bytes, at)) {
      throw new RelayError("media-not-clean", "a telltale is left in the film")
    }
  }
}

/** Tell whether a pattern begins here, or so little before that its next pair stands here. */
function standsAround(bytes: Uint8Array, at: number): boolean {
  return PATTERNS.some((pattern) => {
    for (let start = Math.max(0, at - STRIDE + 1); start <= at; start++) {
      if (pattern.every((byte, offset) => bytes[start + offset] === byte)) return true
    }
    return false
  })
}
