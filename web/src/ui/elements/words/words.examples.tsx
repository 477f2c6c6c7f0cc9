// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: the words are a numbered list in their own language; a code is said group by group. */
import type { Examples } from "../../examples/examples.ts"
import { Groups, SafetyNumber, SixWords } from "./words.tsx"

export const examples: Examples = {
  words: () => <SixWords words="meadow lantern copper violin harbour thistle" language="en" />,
  code: () => <Groups code="7K2M 9QXT 4HVB N0RE J5WC 8DSG Y3AP" label="Recovery code" />,
  "safety number": () => <SafetyNumber number="48213 07764 91025 33818 60492 15573" />,
}
