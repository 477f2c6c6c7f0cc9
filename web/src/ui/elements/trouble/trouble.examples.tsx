// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: an alert, so that it is read out; it says what was kept and what to do next. */
import type { Examples } from "../../examples/examples.ts"
import { Trouble } from "./trouble.tsx"

export const examples: Examples = {
  offline: () => <Trouble code="offline" />,
  "seal broken": () => <Trouble code="seal-broken" />,
  "signed out": () => <Trouble code="session-expired" />,
}
