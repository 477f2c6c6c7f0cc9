// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: a mark has a line under it as well as a colour; its number is said, and leads to the list. */
import type { Examples } from "../../examples/examples.ts"
import { MARKS, TEXT } from "../../examples/records.ts"
import { Marked } from "./marked.tsx"

export const examples: Examples = {
  two: () => <Marked text={TEXT} language="en" label="Your letter, with marks" marks={MARKS} />,
  none: () => <Marked text="Thank you." language="en" label="A letter without marks" marks={[]} />,
}
