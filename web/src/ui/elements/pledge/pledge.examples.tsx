// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: two plain paragraphs, the same on both sides and in both languages. */
import type { Examples } from "../../examples/examples.ts"
import { Pledge } from "./pledge.tsx"

export const examples: Examples = {
  pledge: () => <Pledge />,
}
