// SPDX-License-Identifier: EUPL-1.2
/** Something to press. One main button a page; answers to one question all look the same. */
import type { ComponentChildren } from "preact"
import "./button.css"

export type ButtonProperties = {
  /** `main`: what the page is for. `plain`: everything else. `quiet`: a way round. */
  readonly kind?: "main" | "plain" | "quiet"
  readonly children: ComponentChildren
  readonly onPress?: () => void
  /** Ends the form around it. */
  readonly ends?: boolean
  /** Busy buttons say so, and do nothing when they are pressed again. */
  readonly busy?: boolean
  /** Whether it is the answer that stands, for one of several answers that can change. */
  readonly pressed?: boolean
  /** The id of what explains it. */
  readonly describedBy?: string | undefined
  /** Attributes by which the page finds it again. */
  readonly mark?: { readonly [name: `data-${string}`]: string }
}

export function Button({
  kind = "plain",
  children,
  onPress,
  ends,
  busy,
  pressed,
  describedBy,
  mark,
}: ButtonProperties) {
  return (
    <button
      type={ends ? "submit" : "button"}
      class={`button button-${kind}`}
      aria-disabled={busy ? "true" : undefined}
      aria-pressed={pressed}
      aria-describedby={describedBy}
      {...mark}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onPress?.()
      }}
    >
      {children}
    </button>
  )
}
