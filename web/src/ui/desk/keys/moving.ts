// SPDX-License-Identifier: EUPL-1.2
/** J and K: the focus goes from one entry of a list to the next or the one before, so that Enter opens it. */
import { useShortcuts } from "./shortcuts.ts"

/** Marks what J and K move between, in the order of the page: the button or link that opens an entry. */
export const STOP = { "data-stop": "" } as const

const SELECTOR = "[data-stop]"

function stops(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(SELECTOR)]
}

/** Where the focus goes from `from` (-1: it is on no entry); it stays at either end. */
export function nextStop(from: number, step: 1 | -1, count: number): number {
  if (from === -1) return step === 1 ? 0 : count - 1
  return Math.min(count - 1, Math.max(0, from + step))
}

function move(step: 1 | -1): void {
  const all = stops()
  const now = all.findIndex((one) => one === document.activeElement || one.contains(document.activeElement))
  all[nextStop(now, step, all.length)]?.focus()
}

/** Let J and K move between the entries of this page. */
export function useMoving(): void {
  useShortcuts({ j: () => move(1), k: () => move(-1) })
}
