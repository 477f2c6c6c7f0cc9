// SPDX-License-Identifier: EUPL-1.2
/** A telephone that nobody touches goes dark, and takes the camera or the sending with it: not while one goes on. */
import { useEffect } from "preact/hooks"

/** Keep the screen on while `active`; a browser that does not is left as it is. */
export function useAwake(active: boolean): void {
  useEffect(() => {
    if (!active) return
    const held = keepAwake()
    // The browser lets the screen go when the page is hidden, and does not take it again.
    const back = () => document.visibilityState === "visible" && held.ask()
    document.addEventListener("visibilitychange", back)
    return () => {
      document.removeEventListener("visibilitychange", back)
      held.letGo()
    }
  }, [active])
}

type Held = { readonly ask: () => void; readonly letGo: () => void }

function keepAwake(): Held {
  const asked: Promise<WakeLockSentinel | null>[] = []
  const ask = () => {
    const screens = navigator.wakeLock as WakeLock | undefined
    if (screens !== undefined) asked.push(screens.request("screen").catch(() => null))
  }
  ask()
  return {
    ask,
    letGo: () => {
      for (const one of asked) void one.then((lock) => lock?.release())
    },
  }
}
