// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: the label names it, hint and problem describe it, a problem is also said by aria-invalid and a border. */
import type { Examples } from "../../examples/examples.ts"
import { Field } from "./field.tsx"

const nothing = () => undefined

export const examples: Examples = {
  plain: () => (
    <Field label="Your account number" hint="Eight letters and digits." value="" onWrite={nothing} code />
  ),
  problem: () => (
    <Field label="Your six words" hint="In order." problem="Write your words." value="" onWrite={nothing} />
  ),
  hidden: () => <Field label="Your six words" type="password" value="one two" onWrite={nothing} />,
  lines: () => <Field label="Your note to the author" lines={4} value="" onWrite={nothing} />,
  day: () => <Field label="Hold until" type="date" min="2026-11-23" value="" onWrite={nothing} />,
}
