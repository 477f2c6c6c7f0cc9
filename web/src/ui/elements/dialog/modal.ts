// SPDX-License-Identifier: EUPL-1.2
/** A modal of the browser's own: open for as long as it is drawn, and closed by who drew it alone. */
import type { RefObject } from "preact"
import { useEffect, useRef } from "preact/hooks"

type Modal = { readonly ref: RefObject<HTMLDialogElement | null>; readonly onCancel: (event: Event) => void }

/** Return what a `dialog` element needs; `onCancel` is called on Escape, which closes nothing by itself. */
export function useModal(onCancel: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    ref.current?.showModal()
    return () => ref.current?.close()
  }, [])
  return {
    ref,
    onCancel: (event) => {
      event.preventDefault()
      onCancel()
    },
  }
}
