// SPDX-License-Identifier: EUPL-1.2
/** A code that this device no longer holds: its secret is typed in again, from the sheet it was printed on. */
import { useState } from "preact/hooks"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Field } from "../elements/field/field.tsx"
import { Form } from "../elements/form/form.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { signedIn } from "../session.ts"
import { deskActions } from "./actions.ts"

export function Remember({ again }: { readonly again: () => void }) {
  const [typed, setTyped] = useState("")
  const doing = useDoing()
  const send = () =>
    doing.run(async () => {
      await (await deskActions().people()).rememberTicket(signedIn(), typed)
      again()
    })
  return (
    <Form onSend={send}>
      <p>{say("waiting-no-secret")}</p>
      <Field label={say("ticket-code")} value={typed} onWrite={setTyped} code />
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button ends busy={doing.busy}>
          {say("waiting-remember")}
        </Button>
      </div>
    </Form>
  )
}
