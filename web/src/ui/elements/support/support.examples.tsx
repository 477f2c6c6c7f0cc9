// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: a named region; numbers are links 44 px high that a telephone dials. */
import type { Examples } from "../../examples/examples.ts"
import { Support } from "./support.tsx"

export const examples: Examples = {
  participant: () => <Support tongue="en" />,
  mediator: () => <Support tongue="en" forMediator />,
  french: () => <Support tongue="fr" />,
}
