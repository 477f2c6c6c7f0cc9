// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: a list; what was found is marked by a line under it as well as by colour; hidden ones are named. */
import type { Examples } from "../../examples/examples.ts"
import { FOUND, FOUND_TEXT } from "../../examples/records.ts"
import { Findings } from "./findings.tsx"

export const examples: Examples = {
  "every rule": () => <Findings text={FOUND_TEXT} findings={FOUND} />,
  nothing: () => <Findings text="Hello." findings={[]} />,
}
