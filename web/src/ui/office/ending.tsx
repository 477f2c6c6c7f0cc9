// SPDX-License-Identifier: EUPL-1.2
/** The end of a request: closed, and where wanted erased for good. No reason is asked for. */
import { useState } from "preact/hooks"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Choice } from "../elements/choice/choice.tsx"
import { Form } from "../elements/form/form.tsx"
import { say } from "../language.ts"
import { officeActions } from "./actions.ts"
import { heldDesk } from "./held.ts"
import type { RequestProperties } from "./request.tsx"
import { SigningTrouble } from "./signing.tsx"

type How = "keep" | "erase"

export function Ending({ request, onBack, again }: RequestProperties) {
  const [how, setHow] = useState<How | null>(null)
  const [asked, setAsked] = useState(false)
  const doing = useDoing()
  const end = () => {
    setAsked(true)
    if (how === null) return
    doing.run(async () => {
      await (await officeActions().inbox()).endRequest(heldDesk(), request, how === "erase")
      onBack(say(how === "erase" ? "ending-erased" : "ending-closed"))
    })
  }
  return (
    <Form class="stack decide-panel" onSend={end} label={say("ending-title")}>
      <h2>{say("ending-title")}</h2>
      <p>{say("ending-lead")}</p>
      <Choice<How>
        question={say("ending-how")}
        value={how}
        onChoose={setHow}
        problem={asked && how === null ? say("ending-missing") : undefined}
        options={[
          { value: "keep", label: say("ending-keep"), hint: say("ending-keep-hint") },
          { value: "erase", label: say("ending-erase"), hint: say("ending-erase-hint") },
        ]}
      />
      <SigningTrouble doing={doing} again={again} />
      <div class="row">
        <Button ends busy={doing.busy}>
          {say("ending-go")}
        </Button>
      </div>
    </Form>
  )
}
