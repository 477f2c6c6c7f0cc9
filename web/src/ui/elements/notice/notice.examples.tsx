// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: its kind is told by its title and the form of its border; it is read out only where it appears later. */
import type { Examples } from "../../examples/examples.ts"
import { Notice } from "./notice.tsx"

export const examples: Examples = {
  note: () => (
    <Notice title="Who will see it, and when">
      <p>First you check it. Then your mediator reads it.</p>
    </Notice>
  ),
  care: () => <Notice tone="care" title="The other person set up their access anew" />,
  trouble: () => <Notice tone="trouble" title="This did not work" />,
  done: () => <Notice tone="done" title="Your code fits." />,
}
