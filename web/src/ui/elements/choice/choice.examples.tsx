// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: a fieldset with its question as legend; each hint describes its own answer; nothing chosen beforehand. */
import type { Examples } from "../../examples/examples.ts"
import { Choice, Tick } from "./choice.tsx"

const nothing = () => undefined
const options = [
  { value: "mine", label: "Yes, only I use it", hint: "You stay signed in." },
  { value: "shared", label: "No, or I am not sure", hint: "Nothing is kept on this device." },
]

export const examples: Examples = {
  open: () => (
    <Choice question="Is this device only yours?" options={options} value={null} onChoose={nothing} />
  ),
  chosen: () => (
    <Choice question="Is this device only yours?" options={options} value="mine" onChoose={nothing} />
  ),
  problem: () => (
    <Choice
      question="Is this device only yours?"
      options={options}
      value={null}
      onChoose={nothing}
      problem="Say if this device is only yours."
    />
  ),
  tick: () => <Tick label="I have read the whole letter." ticked={false} onTick={nothing} />,
}
