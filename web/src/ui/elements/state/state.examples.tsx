// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: the state is its words; the line around them only groups them. */
import type { Examples } from "../../examples/examples.ts"
import { StateTag } from "./state.tsx"

export const examples: Examples = {
  mine: () => <StateTag state="returned" mine />,
  theirs: () => <StateTag state="offered" mine={false} />,
  over: () => <StateTag state="withdrawn" mine={false} />,
}
