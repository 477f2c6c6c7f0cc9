// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: modal, named by its title; Escape is the way back; quick exit stays in reach. */
import type { Examples } from "../../examples/examples.ts"
import { Calm } from "./calm.tsx"

export const examples: Examples = { everything: () => <Calm onBack={() => undefined} /> }
