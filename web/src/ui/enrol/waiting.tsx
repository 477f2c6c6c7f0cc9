// SPDX-License-Identifier: EUPL-1.2
/** The last step: a number to compare by voice, and a wait that may be left and come back to. */
import { useEffect, useState } from "preact/hooks"
import type { ErrorCode } from "../../errors.ts"
import type { Ticket } from "../../relay/ticket.ts"
import { actions } from "../actions.ts"
import { useDoing, useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Field } from "../elements/field/field.tsx"
import { Form } from "../elements/form/form.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { codeOf, Trouble } from "../elements/trouble/trouble.tsx"
import { SafetyNumber } from "../elements/words/words.tsx"
import { say } from "../language.ts"
import { go } from "../place.ts"
import { firstPlace, signedIn } from "../session.ts"

type Confirmed =
  | "wait-title"
  | "wait-lead"
  | "wait-compare"
  | "wait-differs"
  | "wait-now"
  | "done-text"
  | "done-go"

/** A mediator confirms participants; the programme confirms whoever works for it. */
function sayTo(what: Confirmed): string {
  return say(signedIn().role === "participant" ? `enrol-${what}` : `enrol-staff-${what}`)
}

export type WaitingProperties = {
  /** Null when this device should still hold it. */
  readonly ticket: Ticket | null
}

export function Waiting({ ticket }: WaitingProperties) {
  const [held, setHeld] = useState(ticket)
  const [done, setDone] = useState(false)
  const [trouble, setTrouble] = useState<ErrorCode | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const wait = async () => {
      const { waitForAnswer } = await actions().enrol()
      const progress = await waitForAnswer(signedIn(), held, stop.signal)
      if (progress === "answered") setDone(true)
      else setTrouble("ticket-expired")
    }
    setTrouble(null)
    wait().catch((error: unknown) => {
      if (!stop.signal.aborted) setTrouble(codeOf(error))
    })
    return () => stop.abort()
  }, [held])
  if (done) return <Done />
  return (
    <div class="stack">
      <h2>{sayTo("wait-title")}</h2>
      <p>{sayTo("wait-lead")}</p>
      <Compare />
      {isLost(trouble, held) ? <TicketAgain onTicket={setHeld} /> : <Trouble code={trouble} />}
      <p role="status" class="soft">
        {trouble === null && sayTo("wait-now")}
      </p>
    </div>
  )
}

/** Another device holds the ticket; here its code has to be typed. */
function isLost(trouble: ErrorCode | null, held: Ticket | null): boolean {
  return trouble === "not-found" && held === null
}

function Compare() {
  const numbers = useLoaded(async () => (await actions().enrol()).enrolmentSafetyNumbers(signedIn()))
  return (
    <>
      <p>{sayTo("wait-compare")}</p>
      {numbers.value?.map((number) => (
        <SafetyNumber key={number} number={number} />
      ))}
      <p>{sayTo("wait-differs")}</p>
    </>
  )
}

function TicketAgain({ onTicket }: { readonly onTicket: (ticket: Ticket) => void }) {
  const [typed, setTyped] = useState("")
  const doing = useDoing()
  const send = () => {
    doing.run(async () => onTicket(await (await actions().enrol()).readTypedTicket(typed)))
  }
  return (
    <Form onSend={send}>
      <p>{say("enrol-wait-ticket")}</p>
      <Field
        label={say("enrol-code-label")}
        hint={say("enrol-code-hint")}
        value={typed}
        onWrite={setTyped}
        code
      />
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button ends busy={doing.busy}>
          {say("enrol-wait-again")}
        </Button>
      </div>
    </Form>
  )
}

function Done() {
  return (
    <Notice tone="done" live="polite" title={say("enrol-done-title")}>
      <p>{sayTo("done-text")}</p>
      <div class="row">
        <Button kind="main" onPress={() => go(firstPlace(signedIn()))}>
          {sayTo("done-go")}
        </Button>
      </div>
    </Notice>
  )
}
