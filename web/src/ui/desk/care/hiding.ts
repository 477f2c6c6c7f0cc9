// SPDX-License-Identifier: EUPL-1.2
/** "This is heavy": everything is hidden at once, by one button or one key, and nobody asks why. */
import { signal } from "@preact/signals"
import { useEffect } from "preact/hooks"
import { shortcutOf } from "../keys/shortcuts.ts"
import { deskSettings } from "../settings.ts"

/** True while everything is hidden. What was written stays as it is behind it. */
export const hiding = signal(false)

/** Hide everything at once. */
export function hideAll(): void {
  hiding.value = true
}

/** Let H hide everything, in front of a dialog too. */
export function useHidingKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!deskSettings.value.shortcuts || shortcutOf(event) !== "h") return
      event.preventDefault()
      hideAll()
    }
    document.addEventListener("keydown", listen)
    return () => {
      document.removeEventListener("keydown", listen)
      hiding.value = false
    }
  }, [])
}
