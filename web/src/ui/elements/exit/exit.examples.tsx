// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: first after the skip link, in one place on every page; on a phone a bar with one short word. */
import type { Examples } from "../../examples/examples.ts"
import { ExitButton } from "./exit.tsx"

export const examples: Examples = {
  button: () => <ExitButton onLeave={() => undefined} />,
  both: () => <ExitButton onLeave={() => undefined} both />,
}
