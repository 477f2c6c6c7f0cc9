// SPDX-License-Identifier: EUPL-1.2
/** The one place that draws randomness; everything else in this folder takes it as an argument. */
import type { Bytes } from "./bytes.ts"

/** Return `size` fresh random bytes; at most 65,536. */
export function randomBytes(size: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(size))
}
