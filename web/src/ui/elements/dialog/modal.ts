// SPDX-License-Identifier: EUPL-1.2
/** A modal of the browser's own: open for as long as it is drawn, and closed by who drew it alone. */
import type { RefObject } from "preact"
import { useEffect, useRef } from "preact/hooks"

type Modal = { readonly ref: RefObject<HTMLDialogElement | null>; readonly onCancel: (event: Event) => void }

/** Return what a `dialog` element needs; `onCancel` is called on Escape, which closes nothing by itself. */
export function useModal(onCancel: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const [dialog, before] = [ref.current, document.activeElement]
    dialog?.showModal()
    return () => {
      dialog?.close()
      // Whoever answered goes on where they were, if that is still there (WCAG 2.4.3).
      const isLost = document.activeElement === document.body || dialog?.contains(document.activeElement)
      if (isLost && before instanceof HTMLElement) before.focus()
    }
  }, [])
  return {
    ref,
    onCancel: (event) => {
      event.preventDefault()
      onCancel()
    },
  }
}
