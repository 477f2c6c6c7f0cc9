// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: the browser's own details, so that keyboard and screen readers know it. */
import type { Examples } from "../../examples/examples.ts"
import { More } from "./more.tsx"

export const examples: Examples = {
  closed: () => (
    <More title="Help with writing">
      <p>You can ask questions.</p>
    </More>
  ),
  open: () => (
    <More title="Help with writing" open>
      <ul>
        <li>You can ask questions.</li>
      </ul>
    </More>
  ),
}
