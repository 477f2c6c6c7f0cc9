// SPDX-License-Identifier: EUPL-1.2
/**
 * Keeps the focus in a part of the page where a pressed button gives way to something else.
 *
 * Without it the focus falls back to the page: a screen reader says nothing, and the way with the Tab
 * key begins anew (WCAG 2.4.3).
 */
import type { RefObject } from "preact"
import { useEffect, useRef } from "preact/hooks"

/** `wanted`: where the focus goes when what had it is gone, the best first. */
export function useKeptFocus<T extends HTMLElement>(wanted: readonly string[]): RefObject<T | null> {
  const room = useRef<T>(null)
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const keep = ({ target }: Event) => {
      last.current = target instanceof Element && room.current?.contains(target) ? target : null
    }
    // Whoever presses somewhere else lets go of it.
    const letGo = ({ target }: Event) => {
      if (!(target instanceof Node && last.current?.contains(target))) last.current = null
    }
    document.addEventListener("focusin", keep)
    document.addEventListener("pointerdown", letGo)
    return () => {
      document.removeEventListener("focusin", keep)
      document.removeEventListener("pointerdown", letGo)
    }
  }, [])
  useEffect(() => {
    const isLost = last.current?.isConnected === false && document.activeElement === document.body
    if (!isLost) return
    const found = wanted.map((selector) => room.current?.querySelector<HTMLElement>(selector))
    found.find((one) => one)?.focus()
  })
  return room
}
