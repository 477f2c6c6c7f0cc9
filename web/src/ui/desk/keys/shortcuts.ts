// SPDX-License-Identifier: EUPL-1.2
/**
 * Single keys that do something on the desk (WCAG 2.1.4).
 *
 * None of them works while something is typed, with a modifier, behind an open dialog, or once they
 * are switched off; everything that they do has a button too.
 */
import { useEffect, useRef } from "preact/hooks"
import { deskSettings } from "../settings.ts"

/** What a key does, by `KeyboardEvent.key` in small letters. */
export type Shortcuts = Readonly<Record<string, () => void>>

const TYPED = ["textarea", "select", "[contenteditable]", "[role=listbox]", "[role=textbox]"].join()
const NOT_TYPED = ["checkbox", "radio", "button", "submit", "range"]

/** True where a key is a part of what somebody writes or chooses. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target instanceof HTMLInputElement) return !NOT_TYPED.includes(target.type)
  return target.closest(TYPED) !== null
}

/** The key that an event stands for; null when it is nobody's shortcut. */
export function shortcutOf(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.isComposing || event.repeat) return null
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return null
  // A question mark needs Shift on most keyboards; a letter with Shift is another one.
  if (event.key === "?") return "?"
  return event.shiftKey ? null : event.key.toLowerCase()
}

function isBehindDialog(): boolean {
  return document.querySelector("dialog[open]") !== null
}

/** Listen for as long as the caller is drawn. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!deskSettings.value.shortcuts || isBehindDialog()) return
      const act = latest.current[shortcutOf(event) ?? ""]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [])
}
