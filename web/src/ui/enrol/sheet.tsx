// SPDX-License-Identifier: EUPL-1.2
/** The third step: a sheet on paper, proven by copying its code back. */
import { useState } from "preact/hooks"
import type { NewSecrets } from "../../relay/enrol.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Field } from "../elements/field/field.tsx"
import { Form } from "../elements/form/form.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { Groups } from "../elements/words/words.tsx"
import { say } from "../language.ts"
import { signedIn } from "../session.ts"

export type SheetStepProperties = { readonly secrets: NewSecrets; readonly onDone: () => void }

export function SheetStep({ secrets, onDone }: SheetStepProperties) {
  const [typed, setTyped] = useState("")
  const [wrong, setWrong] = useState(false)
  const doing = useDoing()
  const send = () => {
    doing.run(async () => {
      const fits = await secrets.kitFits(typed)
      setWrong(!fits)
      if (fits) onDone()
    })
  }
  return (
    <div class="stack">
      <p class="no-print">{say("enrol-sheet-lead")}</p>
      <Groups code={signedIn().account} label={say("enrol-sheet-account")} />
      <Groups code={secrets.kitCode} label={say("enrol-sheet-kit")} />
      <p>{say("enrol-sheet-keep")}</p>
      <div class="row">
        <Button onPress={() => globalThis.print()}>{say("enrol-sheet-print")}</Button>
      </div>
      <Form class="stack no-print part" onSend={send} wrong={wrong}>
        <Field
          label={say("enrol-sheet-label")}
          hint={say("enrol-sheet-hint")}
          value={typed}
          onWrite={setTyped}
          code
          problem={wrong ? say("enrol-sheet-wrong") : undefined}
        />
        <Trouble code={doing.trouble} />
        <div class="row">
          <Button kind="main" ends busy={doing.busy}>
            {say("enrol-sheet-check")}
          </Button>
        </div>
      </Form>
    </div>
  )
}
