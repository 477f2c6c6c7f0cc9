// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: named by its title; Escape gives the answer that changes nothing; quick exit stays in reach. */
import type { Examples } from "../../examples/examples.ts"
import { Button } from "../button/button.tsx"
import { Dialog } from "./dialog.tsx"

export const examples: Examples = {
  question: () => (
    <Dialog title="Print this letter?" onCancel={() => undefined}>
      <p>Paper cannot be taken back.</p>
      <div class="answers">
        <Button>Do not print</Button>
        <Button>Print it</Button>
      </div>
    </Dialog>
  ),
}
