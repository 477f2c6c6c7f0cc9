// SPDX-License-Identifier: EUPL-1.2
/** Ctrl+Enter leads to the question of an approval, while something is typed too. It signs nothing by itself. */
import { useEffect, useRef } from "preact/hooks"

/** Call `ask` at every Ctrl+Enter that no dialog stands before. */
export function useApproveKey(ask: () => void): void {
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const pressed = event.key === "Enter" && (event.ctrlKey || event.metaKey)
      if (!pressed || event.repeat || document.querySelector("dialog[open]") !== null) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [])
}
