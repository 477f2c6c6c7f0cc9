// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: named and marked with its language; a screen reader reads it as any other letter. */
import type { Examples } from "../../examples/examples.ts"
import { LookOnly } from "./look-only.tsx"

export const examples: Examples = {
  words: () => (
    <LookOnly
      paragraphs={["I am sorry. I think of you.", "You asked why."]}
      language="en"
      contentNote="This speaks of the day itself."
      label="The words"
    />
  ),
}
