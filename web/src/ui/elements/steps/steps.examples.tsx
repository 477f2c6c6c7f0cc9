// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: the step is said in words; the current one carries aria-current, a thicker line and heavier type. */
import type { Examples } from "../../examples/examples.ts"
import { Steps } from "./steps.tsx"

const names = ["Your code", "Your words", "Your sheet", "Your mediator"]

export const examples: Examples = {
  first: () => <Steps names={names} now={1} />,
  third: () => <Steps names={names} now={3} />,
}
