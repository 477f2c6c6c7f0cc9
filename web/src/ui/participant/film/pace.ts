// SPDX-License-Identifier: EUPL-1.2
/** How long something still takes, from how long it took so far. */

/** Before this, a guess would jump about. */
const LEAST_SECONDS = 3
const LEAST_DONE = 0.01

/** Return whole minutes, at least one; null while nobody can say. `done`: 0 to 1. */
export function minutesLeft(done: number, seconds: number): number | null {
  if (seconds < LEAST_SECONDS || done < LEAST_DONE || done >= 1) return null
  return Math.max(1, Math.round((seconds * (1 - done)) / done / 60))
}
