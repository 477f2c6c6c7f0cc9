// SPDX-License-Identifier: EUPL-1.2
/**
 * A question that has to be answered first: the browser's own modal dialog, which keeps the focus by itself.
 *
 * It makes the page behind it dead to clicks, so it carries quick exit too, in the same place.
 */
import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"
import { quickExit } from "../../session.ts"
import { ExitButton } from "../exit/exit.tsx"
import "./dialog.css"
import { useModal } from "./modal.ts"

export type DialogProperties = {
  readonly title: string
  readonly children: ComponentChildren
  /** Called on Escape: the answer that changes nothing. */
  readonly onCancel: () => void
}

export function Dialog({ title, children, onCancel }: DialogProperties) {
  const id = useId()
  const modal = useModal(onCancel)
  return (
    <dialog {...modal} class="dialog" aria-labelledby={id}>
      <div class="stack">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
      <ExitButton onLeave={quickExit} />
    </dialog>
  )
}
