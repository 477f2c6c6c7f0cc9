// SPDX-License-Identifier: EUPL-1.2
/** What time it is and how to wait: the only place that asks the browser, handed in everywhere else. */
import { RelayError } from "../errors.ts"

export type Clock = {
  /** Seconds since 1970, UTC, with fractions. */
  readonly now: () => number
  /** Call back once, after `seconds`; the answer cancels it. */
  readonly after: (seconds: number, done: () => void) => () => void
}

/** The browser's own clock. */
export const browserClock: Clock = {
  now: () => Date.now() / 1000,
  after: (seconds, done) => {
    const timer = setTimeout(done, seconds * 1000)
    return () => clearTimeout(timer)
  },
}

/** Return the whole second. */
export function wholeSecond(clock: Clock): number {
  return Math.floor(clock.now())
}

/** Return today's UTC day, `YYYY-MM-DD`. */
export function today(clock: Clock): string {
  return dayOf(clock.now())
}

/** Return the UTC day of a time in seconds, `YYYY-MM-DD`. */
export function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10)
}

/** Wait `seconds`. Throws `offline` as soon as the signal is aborted. */
export function pause(clock: Clock, seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      cancel()
      reject(new RelayError("offline", "stopped waiting"))
    }
    const cancel = clock.after(seconds, () => {
      signal?.removeEventListener("abort", stop)
      resolve()
    })
    if (signal?.aborted) stop()
    else signal?.addEventListener("abort", stop, { once: true })
  })
}
