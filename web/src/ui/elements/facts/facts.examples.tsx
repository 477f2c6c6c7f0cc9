// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: a description list, name before value; one under another where it is narrow. */
import type { Examples } from "../../examples/examples.ts"
import { Facts } from "./facts.tsx"

export const examples: Examples = {
  two: () => (
    <Facts
      facts={[
        { name: "Where it is", value: "With the mediator" },
        { name: "What happens next", value: "Your mediator is reading it. They may call you." },
      ]}
    />
  ),
}
