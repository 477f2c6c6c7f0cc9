// SPDX-License-Identifier: EUPL-1.2
/** One page's heading, which takes the focus when the page appears, so that a screen reader begins there. */
import type { ComponentChildren } from "preact"
import { useEffect, useRef } from "preact/hooks"

export type PageProperties = {
  readonly title: string
  readonly children: ComponentChildren
  /** For tables and columns. */
  readonly wide?: boolean
  /** False where only what stands below is to be on paper. */
  readonly titlePrinted?: boolean
}

export function Page({ title, children, wide, titlePrinted = true }: PageProperties) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    globalThis.scrollTo?.(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <main id="main" class={wide ? "middle wide" : "middle"} tabIndex={-1}>
      <div class="stack">
        <h1 ref={heading} tabIndex={-1} class={titlePrinted ? undefined : "no-print"}>
          {title}
        </h1>
        {children}
      </div>
    </main>
  )
}
