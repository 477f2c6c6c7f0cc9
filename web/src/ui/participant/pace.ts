// SPDX-License-Identifier: EUPL-1.2
/** How long something still takes, from how long it took so far. */

/** Before this, a guess would jump about. */
const LEAST_SECONDS = 3
const LEAST_DONE = 0.01

export type Pace = {
  /** How far it was when one began to look, 0 to 1: what goes on does not begin at nothing. */
  readonly from: number
  readonly done: number
  /** Since then. */
  readonly seconds: number
}

/** Return whole minutes, at least one; null while nobody can say. */
export function minutesLeft({ from, done, seconds }: Pace): number | null {
  const gained = done - from
  if (seconds < LEAST_SECONDS || gained < LEAST_DONE || done >= 1) return null
  return Math.max(1, Math.round((seconds * (1 - done)) / gained / 60))
}
