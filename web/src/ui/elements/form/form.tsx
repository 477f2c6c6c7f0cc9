// SPDX-License-Identifier: EUPL-1.2
/** Fields that are sent together, to us and never to an address; what is missing takes the focus. */
import type { ComponentChildren } from "preact"
import { useEffect, useRef, useState } from "preact/hooks"

const TROUBLED = [".field-troubled input", ".field-troubled textarea", ".choice-troubled input"].join()

export type FormProperties = {
  readonly onSend: () => void
  readonly children: ComponentChildren
  readonly class?: string
  /** Its name for a screen reader, where no heading names it. */
  readonly label?: string
  /** Set when something turned out wrong later than at once. */
  readonly wrong?: boolean
}

export function Form({ onSend, children, class: kind = "stack", label, wrong = false }: FormProperties) {
  const form = useRef<HTMLFormElement>(null)
  const [sends, setSends] = useState(0)
  useEffect(() => {
    if (sends > 0) form.current?.querySelector<HTMLElement>(TROUBLED)?.focus()
  }, [sends, wrong])
  return (
    <form
      ref={form}
      class={kind}
      noValidate
      {...(label === undefined ? {} : { "aria-label": label })}
      onSubmit={(event) => {
        event.preventDefault()
        setSends((before) => before + 1)
        onSend()
      }}
    >
      {children}
    </form>
  )
}
