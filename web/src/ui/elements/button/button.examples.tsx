// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: 48 px high; its kind is told by border and weight; a busy one stays focusable and says it is disabled. */
import type { Examples } from "../../examples/examples.ts"
import { Button } from "./button.tsx"

export const examples: Examples = {
  main: () => <Button kind="main">Seal it and give it to the mediator</Button>,
  plain: () => <Button>Keep writing</Button>,
  quiet: () => <Button kind="quiet">Go to my messages</Button>,
  busy: () => (
    <Button kind="main" busy>
      Sign in
    </Button>
  ),
  answers: () => (
    <div class="answers">
      <Button>I am ready to read it</Button>
      <Button>Not now</Button>
    </div>
  ),
  standing: () => (
    <div class="answers">
      <Button pressed>Yes</Button>
      <Button pressed={false}>Not now</Button>
    </div>
  ),
}
