// SPDX-License-Identifier: EUPL-1.2
/** Where fresh bytes come from: the browser's generator, handed in as an argument everywhere else. */
import type { Bytes } from "../crypto/bytes.ts"
import { b64u } from "../crypto/encoding.ts"
import { ID_BYTES } from "../crypto/keys.ts"

/** Return `size` fresh random bytes, at most 65,536. */
export type Random = (size: number) => Bytes

/** The browser's own generator. */
export const browserRandom: Random = (size) => crypto.getRandomValues(new Uint8Array(size))

/** Return a fresh id: 16 random bytes as 22 characters. */
export function freshId(random: Random): string {
  return b64u(random(ID_BYTES))
}

/** Return a fresh whole number from 0 up to, not including, `below` (at most 65,536), without bias. */
export function freshNumber(random: Random, below: number): number {
  const limit = 65_536 - (65_536 % below)
  for (;;) {
    const [high = 0, low = 0] = random(2)
    const value = high * 256 + low
    if (value < limit) return value % below
  }
}
