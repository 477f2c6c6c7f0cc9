// SPDX-License-Identifier: EUPL-1.2
/** More for who wants it: the browser's own `details`. */
import type { ComponentChildren } from "preact"
import "./more.css"

export type MoreProperties = {
  readonly title: string
  readonly children: ComponentChildren
  readonly open?: boolean
}

export function More({ title, children, open }: MoreProperties) {
  return (
    <details class="more" open={open}>
      <summary class="more-title">{title}</summary>
      <div class="more-inside stack near">{children}</div>
    </details>
  )
}
