// SPDX-License-Identifier: EUPL-1.2
/** Something to know. Its kind is said by a title and a border, never by colour alone. */
import type { ComponentChildren } from "preact"
import "./notice.css"

export type NoticeProperties = {
  readonly tone?: "note" | "care" | "trouble" | "done"
  readonly title?: string
  readonly children?: ComponentChildren
  /** Read out when it appears: `polite` waits its turn. */
  readonly live?: "polite" | "now"
}

export function Notice({ tone = "note", title, children, live }: NoticeProperties) {
  const role = live === "now" ? "alert" : live === "polite" ? "status" : undefined
  return (
    <div class={`notice notice-${tone}`} role={role}>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  )
}
