// SPDX-License-Identifier: EUPL-1.2
/** Something to know. Its kind is said by a title and a border, never by colour alone. */
import type { ComponentChildren } from "preact"
import { useEffect, useRef } from "preact/hooks"
import "./notice.css"

export type NoticeProperties = {
  readonly tone?: "note" | "care" | "trouble" | "done"
  readonly title?: string
  readonly children?: ComponentChildren
  /** Read out when it appears: `polite` waits its turn, `now` is brought into sight, too. */
  readonly live?: "polite" | "now"
}

export function Notice({ tone = "note", title, children, live }: NoticeProperties) {
  const role = live === "now" ? "alert" : live === "polite" ? "status" : undefined
  const place = useRef<HTMLDivElement>(null)
  // A long page may end far below or above where it stands.
  useEffect(() => {
    if (live === "now") place.current?.scrollIntoView({ block: "nearest" })
  }, [live, title])
  return (
    <div ref={place} class={`notice notice-${tone}`} role={role}>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  )
}
