// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: the label names it, hint and problem describe it; the chooser itself is the browser's. */
import type { Examples } from "../../examples/examples.ts"
import { FileChoice } from "./file.tsx"

const nothing = () => undefined

export const examples: Examples = {
  plain: () => <FileChoice label="Key file" hint="Often named manager.key." onChoose={nothing} />,
  problem: () => <FileChoice label="Key file" problem="Choose the key file." onChoose={nothing} />,
}
