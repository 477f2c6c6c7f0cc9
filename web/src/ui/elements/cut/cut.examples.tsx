// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: what is left out is struck through and said; it is never told by colour alone. */
import type { Examples } from "../../examples/examples.ts"
import { Cut } from "./cut.tsx"

const TEXT = "I am sorry. I live on Elm Street now.\n\nI think of you."

export const examples: Examples = {
  middle: () => (
    <Cut
      text={TEXT}
      language="en"
      label="What you wrote"
      left={[{ from: 12, to: 37 }]}
      begins="Left out:"
      ends="End of what is left out."
    />
  ),
}
