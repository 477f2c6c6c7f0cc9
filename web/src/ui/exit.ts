// SPDX-License-Identifier: EUPL-1.2
/**
 * Quick exit: the page goes blank first, then keys are forgotten, then the address is replaced.
 *
 * Three presses of Shift within five seconds do the same as the button (as on GOV.UK), because
 * Escape already closes dialogs. `replace`, not `assign`: Back must not lead here again.
 */

export const PRESSES = 3
export const WITHIN_MS = 5000

export type Leaving = {
  /** Forget keys and clear what a shared device kept; must not throw. */
  readonly forget: () => void
  /** Replace the page by another. */
  readonly replace: () => void
}

/** Leave at once. */
export function leave({ forget, replace }: Leaving): void {
  document.title = "\u00a0"
  document.documentElement.dataset["left"] = "true"
  document.body.replaceChildren()
  try {
    forget()
  } finally {
    replace()
  }
}

/** Call `done` when Shift alone is pressed three times within five seconds; the answer stops listening. */
export function onThreeShifts(done: () => void): () => void {
  let presses: readonly number[] = []
  const listen = (event: KeyboardEvent) => {
    if (event.key !== "Shift") {
      presses = []
      return
    }
    if (event.repeat) return
    presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < WITHIN_MS)
    if (presses.length >= PRESSES) done()
  }
  document.addEventListener("keydown", listen, { capture: true })
  return () => document.removeEventListener("keydown", listen, { capture: true })
}
