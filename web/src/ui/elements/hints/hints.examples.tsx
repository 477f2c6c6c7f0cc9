// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: each hint takes the focus and its reason is its description; the line under it is dashed, not only coloured. */
import type { Examples } from "../../examples/examples.ts"
import { HINT_TEXT, HINTS } from "../../examples/records.ts"
import { HintList } from "./hint-list.tsx"
import { Hinted } from "./hints.tsx"

export const examples: Examples = {
  "in the words": () => <Hinted text={HINT_TEXT} language="en" label="A letter with hints" hints={HINTS} />,
  "beside them": () => <HintList text={HINT_TEXT} hints={HINTS} open />,
  nothing: () => <HintList text={HINT_TEXT} hints={[]} open />,
}
