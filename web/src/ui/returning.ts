// SPDX-License-Identifier: EUPL-1.2
/** What lies on a device is looked at again when somebody comes back to this tab: another one may have changed it. */
import { useEffect, useRef } from "preact/hooks"

/** Call `again` whenever the page is looked at again, for as long as it is drawn. */
export function useReturning(again: () => void): void {
  const latest = useRef(again)
  latest.current = again
  useEffect(() => {
    const back = () => document.visibilityState === "visible" && latest.current()
    document.addEventListener("visibilitychange", back)
    globalThis.addEventListener("focus", back)
    return () => {
      document.removeEventListener("visibilitychange", back)
      globalThis.removeEventListener("focus", back)
    }
  }, [])
}
