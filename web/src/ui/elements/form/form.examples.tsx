// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: what is missing is said next to its field, and the first of it takes the focus. */
import type { Examples } from "../../examples/examples.ts"
import { Button } from "../button/button.tsx"
import { Field } from "../field/field.tsx"
import { Form } from "./form.tsx"

const nothing = () => undefined

export const examples: Examples = {
  missing: () => (
    <Form onSend={nothing} label="Sign in">
      <Field label="Your account number" value="" onWrite={nothing} problem="Write your account number." />
      <Button ends>Sign in</Button>
    </Form>
  ),
}
