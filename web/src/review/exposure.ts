// SPDX-License-Identifier: EUPL-1.2
/**
 * A reviewer's own log of what they read: how long, and whether it was heavy by their own word. For them alone.
 *
 * Nobody else sees it, nothing is measured by it, and the one thing that comes of it is a suggestion
 * to pause that can be switched off.
 */

/** One reading, as the sealed record holds it (docs/format.md §2). */
export type Reading = {
  /** UTC, `YYYY-MM-DD`. */
  readonly day: string
  /** Which letter; null where the reviewer did not want it named. */
  readonly message: string | null
  readonly minutes: number
  readonly heavy: boolean
  /** The reviewer's own, to themselves. */
  readonly words: string
}

/** What was open and closed again. */
export type Read = {
  readonly day: string
  readonly message: string
  readonly seconds: number
}

/** So many minutes on one day are much. */
const MUCH_MINUTES = 60
/** So many heavy letters on one day are many. */
const MANY_HEAVY = 2
/** What was open for less was not read. */
export const LEAST_SECONDS = 5
const MOST_MINUTES = 1440

/** Why a pause may do good now; null where nothing speaks for it. */
export function pauseReason(log: readonly Reading[], today: string): "long" | "heavy" | null {
  const recent = log.filter(({ day }) => day === today)
  if (recent.filter(({ heavy }) => heavy).length >= MANY_HEAVY) return "heavy"
  const minutes = recent.reduce((sum, one) => sum + one.minutes, 0)
  return minutes >= MUCH_MINUTES ? "long" : null
}

/** What goes into the log; null for what was closed at once. */
export function readingOf(
  { day, message, seconds }: Read,
  { heavy, words }: Pick<Reading, "heavy" | "words">,
): Reading | null {
  if (seconds < LEAST_SECONDS) return null
  const minutes = Math.min(MOST_MINUTES, Math.max(1, Math.round(seconds / 60)))
  return { day, message, minutes, heavy, words }
}

/** Add a reading, newest last; the oldest go where there are more than `most`. */
export function withReading(log: readonly Reading[], reading: Reading, most: number): readonly Reading[] {
  return [...log, reading].slice(-most)
}

/** Several logs, each newest last, as one, newest first. */
export function merged(logs: readonly (readonly Reading[])[]): readonly Reading[] {
  return logs
    .flatMap((log) => log.toReversed())
    .sort((one, other) => (one.day === other.day ? 0 : one.day < other.day ? 1 : -1))
}
