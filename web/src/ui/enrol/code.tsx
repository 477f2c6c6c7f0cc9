// SPDX-License-Identifier: EUPL-1.2
/** The first step: a code typed or scanned, and who can read what, before anything is made. */
import { useEffect, useState } from "preact/hooks"
import { RelayError } from "../../errors.ts"
import type { TicketFacts } from "../../relay/enrol.ts"
import type { Ticket } from "../../relay/ticket.ts"
import { actions } from "../actions.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Field } from "../elements/field/field.tsx"
import { Form } from "../elements/form/form.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Pledge } from "../elements/pledge/pledge.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDay } from "../language.ts"
import { go } from "../place.ts"
import { type DeviceAnswer, DeviceQuestion } from "../start/device.tsx"

type Known = { readonly ticket: Ticket; readonly facts: TicketFacts }

async function check(typed: string | null, fragment: string): Promise<Known> {
  const [ports, module] = await Promise.all([actions().ports(), actions().enrol()])
  const ticket =
    typed === null ? await module.readTicketLink(`#${fragment}`) : await module.readTypedTicket(typed)
  if (ticket === null) throw new RelayError("code-wrong", "ticket link")
  const facts = await module.lookUpTicket(ports, ticket)
  if (facts.state !== "open") throw new RelayError("ticket-used", facts.state)
  return { ticket, facts }
}

export type CodeStepProperties = {
  readonly fragment: string
  readonly onDone: (ticket: Ticket, privateDevice: boolean) => void
}

export function CodeStep({ fragment, onDone }: CodeStepProperties) {
  const [typed, setTyped] = useState("")
  const [asked, setAsked] = useState(false)
  const [known, setKnown] = useState<Known | null>(null)
  const doing = useDoing()
  useEffect(() => {
    if (fragment !== "") doing.run(async () => setKnown(await check(null, fragment)))
  }, [])
  if (known !== null) return <BeforeStart known={known} onDone={onDone} />
  const send = () => {
    setAsked(true)
    if (typed.trim() !== "") doing.run(async () => setKnown(await check(typed, "")))
  }
  return (
    <Form onSend={send}>
      <p>{say("enrol-code-lead")}</p>
      <Field
        label={say("enrol-code-label")}
        hint={say("enrol-code-hint")}
        value={typed}
        onWrite={setTyped}
        code
        problem={asked && typed.trim() === "" ? say("enrol-code-missing") : undefined}
      />
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button kind="main" ends busy={doing.busy}>
          {say("enrol-code-go")}
        </Button>
        {doing.trouble === "ticket-used" && (
          <Button onPress={() => go({ at: "sign-in" })}>{say("sign-in-title")}</Button>
        )}
      </div>
    </Form>
  )
}

function BeforeStart({
  known,
  onDone,
}: {
  readonly known: Known
  readonly onDone: CodeStepProperties["onDone"]
}) {
  const [device, setDevice] = useState<DeviceAnswer>(null)
  const [asked, setAsked] = useState(false)
  const send = () => {
    setAsked(true)
    if (device !== null) onDone(known.ticket, device === "mine")
  }
  return (
    <Form onSend={send}>
      <Notice
        tone="done"
        live="polite"
        title={say("enrol-code-ok", { day: writtenDay(known.facts.expiresAt) })}
      />
      {known.facts.role === "participant" && <WhoReads />}
      <DeviceQuestion value={device} onChoose={setDevice} missing={asked && device === null} />
      <div class="row">
        <Button kind="main" ends>
          {say("enrol-begin")}
        </Button>
      </div>
    </Form>
  )
}

function WhoReads() {
  return (
    <>
      <h2 class="part">{say("enrol-who-title")}</h2>
      <ul>
        <li>{say("enrol-who-author")}</li>
        <li>{say("enrol-who-mediator")}</li>
        <li>{say("enrol-who-other")}</li>
        <li>{say("enrol-who-nobody")}</li>
      </ul>
      <h2 class="part">{say("enrol-limits-title")}</h2>
      <p>{say("enrol-limits-text")}</p>
      <p>{say("enrol-statement")}</p>
      <Pledge />
    </>
  )
}
