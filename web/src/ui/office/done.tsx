// SPDX-License-Identifier: EUPL-1.2
/** What was done in the office, said where the page begins; it takes the focus, for the form that was sent is gone. */
import { useEffect, useRef } from "preact/hooks"
import { Notice } from "../elements/notice/notice.tsx"

/** What was done: its first line said, the rest beside it. */
export function Done({ words }: { readonly words: readonly string[] }) {
  const place = useRef<HTMLDivElement>(null)
  const [first, ...rest] = words
  // After the form that closes, which hands the focus back to what opened it.
  useEffect(() => {
    const soon = requestAnimationFrame(() => place.current?.focus())
    return () => cancelAnimationFrame(soon)
  }, [words])
  if (first === undefined) return null
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="done" live="polite" title={first}>
        {rest.map((one) => (
          <p key={one}>{one}</p>
        ))}
      </Notice>
    </div>
  )
}
