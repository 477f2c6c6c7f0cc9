// SPDX-License-Identifier: EUPL-1.2
/**
 * When a session ends by itself: after so long without a sign of a person, with a warning before.
 *
 * Timers sleep with the device, so the time itself is compared whenever anything happens: a laptop
 * opened the next morning is locked before its first key does anything.
 */
import type { Clock } from "./clock.ts"

export const WARNING_SECONDS = 60

export type EndReason = "signed-out" | "left" | "idle" | "expired"

export type Wakefulness =
  | { readonly state: "active" }
  /** Say "stay" by calling `touch`. `endsAt`: seconds since 1970. */
  | { readonly state: "warning"; readonly endsAt: number }
  | { readonly state: "ended"; readonly reason: EndReason }

export type Idle = {
  readonly wakefulness: () => Wakefulness
  readonly touch: () => void
  readonly watch: (listener: (now: Wakefulness) => void) => () => void
  readonly end: (reason: EndReason) => void
}

/** Start counting. `onIdle` is called once when the time has run out, and ends it with `end`. */
export function watchIdle(clock: Clock, idleSeconds: number, onIdle: () => void): Idle {
  const listeners = new Set<(now: Wakefulness) => void>()
  let last = clock.now()
  let now: Wakefulness = { state: "active" }
  let cancel = () => {}
  const tell = (next: Wakefulness) => {
    if (next.state === now.state && next.state !== "ended") return
    now = next
    for (const listener of [...listeners]) listener(next)
  }
  const check = () => {
    if (now.state === "ended") return
    cancel()
    last = Math.min(last, clock.now()) // a clock may be set back
    const left = last + idleSeconds - clock.now()
    if (left <= 0) return onIdle()
    if (left <= WARNING_SECONDS) tell({ state: "warning", endsAt: last + idleSeconds })
    else tell({ state: "active" })
    cancel = clock.after(left <= WARNING_SECONDS ? left : left - WARNING_SECONDS, check)
  }
  check()
  return {
    wakefulness: () => now,
    touch: () => {
      if (now.state === "ended") return
      if (clock.now() >= last + idleSeconds) return check()
      last = clock.now()
      if (now.state === "warning") check()
    },
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    end: (reason) => {
      cancel()
      if (now.state !== "ended") tell({ state: "ended", reason })
    },
  }
}
