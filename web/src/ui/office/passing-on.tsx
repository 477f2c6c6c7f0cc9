// SPDX-License-Identifier: EUPL-1.2
/** Passing a request on to the mediators of a case: by signature, and wrapped for each of them. */
import { useState } from "preact/hooks"
import type { Office } from "../../relay/managing.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Choice } from "../elements/choice/choice.tsx"
import { Form } from "../elements/form/form.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { shortId } from "../short-id.ts"
import { officeActions } from "./actions.ts"
import { heldDesk, useOffice } from "./held.ts"
import type { RequestProperties } from "./request.tsx"
import { Signing } from "./signing.tsx"

/** Those of a case's mediators who count, by short id, in words. */
export function mediatorsIn({ policies, directory }: Office, caseId: string): string {
  const named = policies.get(caseId)?.body.mediators ?? []
  const active = named.filter((keyId) => directory.mediators.get(keyId)?.status === "active")
  return active.map(shortId).join(", ")
}

export function PassingOn({ request, onBack, again }: RequestProperties) {
  const office = useOffice()
  const [chosen, setChosen] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const [sure, setSure] = useState(false)
  const doing = useDoing()
  const now = office.value
  const cases = [...(now?.policies.keys() ?? [])].filter((one) => now && mediatorsIn(now, one) !== "")
  const pass = () =>
    doing.run(async () => {
      if (now === null || chosen === null) return
      await (await officeActions().inbox()).passOn(heldDesk(), now, request, chosen)
      onBack(say("passing-done", { case: shortId(chosen) }))
    })
  if (sure && now && chosen !== null) {
    const about = { case: shortId(chosen), mediators: mediatorsIn(now, chosen), receipt: request.receipt }
    const says = [say("passing-signs", about), say("passing-opens", about), say("passing-one-case")]
    return <Signing says={says} doing={doing} onSign={pass} onBack={() => setSure(false)} again={again} />
  }
  const look = () => {
    setAsked(true)
    if (chosen !== null) setSure(true)
  }
  return (
    <Form class="stack decide-panel" onSend={look} label={say("passing-title")}>
      <h2>{say("passing-title")}</h2>
      <Trouble code={office.trouble} again={office.again} />
      {now && cases.length === 0 && <p>{say("passing-no-case")}</p>}
      {now && cases.length > 0 && (
        <Choice<string>
          question={say("passing-which")}
          value={chosen}
          onChoose={setChosen}
          problem={asked && chosen === null ? say("passing-missing") : undefined}
          options={cases.map((value) => ({
            value,
            label: say("queue-case", { case: shortId(value) }),
            hint: say("passing-mediators", { mediators: mediatorsIn(now, value) }),
          }))}
        />
      )}
      {cases.length > 0 && (
        <div class="row">
          <Button ends>{say("signing-look-first")}</Button>
        </div>
      )}
    </Form>
  )
}
