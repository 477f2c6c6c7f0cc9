// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: the browser's own list, with a label above; nothing happens before something is chosen. */
import type { Examples } from "../../examples/examples.ts"
import { Select } from "./select.tsx"

export const examples: Examples = {
  two: () => (
    <Select
      label="Side"
      value="all"
      options={[
        { value: "all", label: "Everything" },
        { value: "harmed", label: "Person harmed" },
      ]}
      onChoose={() => undefined}
    />
  ),
}
