// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: the browser's own progress, named by its stage; one polite message at each quarter. */
import type { Examples } from "../../examples/examples.ts"
import { Bar, Progress } from "./progress.tsx"

export const examples: Examples = {
  preparing: () => <Progress stage="preparing" done={0.1} mayClose={false} />,
  bar: () => (
    <Bar label="Making it" done={0.3} inWords={(percent) => `${percent}%`}>
      <p class="small">About 4 minutes to go</p>
    </Bar>
  ),
  sending: () => <Progress stage="sending" done={0.6} mayClose />,
}
