// SPDX-License-Identifier: EUPL-1.2
/** What was done in the office, said where the page begins. */
import { Notice } from "../elements/notice/notice.tsx"

/** What was done: its first line said, the rest beside it. */
export function Done({ words }: { readonly words: readonly string[] }) {
  const [first, ...rest] = words
  if (first === undefined) return null
  return (
    <Notice tone="done" live="polite" title={first}>
      {rest.map((one) => (
        <p key={one}>{one}</p>
      ))}
    </Notice>
  )
}
