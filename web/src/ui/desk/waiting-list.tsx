// SPDX-License-Identifier: EUPL-1.2
/** Codes under way: what each waits for, and the next thing to do here. */
import { useState } from "preact/hooks"
import type { WaitingEnrolment } from "../../relay/people.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Tick } from "../elements/choice/choice.tsx"
import { Form } from "../elements/form/form.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { SafetyNumber } from "../elements/words/words.tsx"
import { say, writtenDay } from "../language.ts"
import { signedIn } from "../session.ts"
import { shortId } from "../short-id.ts"
import { deskActions } from "./actions.ts"
import { sideWords } from "./naming.ts"
import { Remember } from "./remember.tsx"

type OneProperties = { readonly one: WaitingEnrolment; readonly again: () => void }

function statusWords(one: WaitingEnrolment): string {
  switch (one.next) {
    case "wait-for-person":
      return say("waiting-open", { day: writtenDay(one.expiresAt) })
    case "certify":
      return say("waiting-certify")
    case "wait-for-manager":
      return say("waiting-manager")
    case "answer":
      return say("waiting-answer")
    case "done":
      return say("waiting-done")
  }
}

function Certify({ one, again }: OneProperties) {
  const [compared, setCompared] = useState(false)
  const [asked, setAsked] = useState(false)
  const doing = useDoing()
  const send = () => {
    setAsked(true)
    if (!compared) return
    doing.run(async () => {
      await (await deskActions().people()).certify(signedIn(), one.lookup)
      again()
    })
  }
  return (
    <Form onSend={send}>
      {one.safetyNumber && (
        <>
          <p>{say("waiting-compare")}</p>
          <SafetyNumber number={one.safetyNumber} />
        </>
      )}
      <div>
        {asked && !compared && <p class="field-problem">{say("waiting-compared-missing")}</p>}
        <Tick label={say("waiting-compared")} ticked={compared} onTick={setCompared} />
      </div>
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button kind="main" ends busy={doing.busy}>
          {say("waiting-certify-go")}
        </Button>
      </div>
    </Form>
  )
}

function Finish({ one, again }: OneProperties) {
  const doing = useDoing()
  const finish = () =>
    doing.run(async () => {
      await (await deskActions().people()).answerEnrolment(signedIn(), one.lookup)
      again()
    })
  return (
    <>
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button kind="main" busy={doing.busy} onPress={finish}>
          {say("waiting-answer-go")}
        </Button>
      </div>
    </>
  )
}

function NextStep({ one, again }: OneProperties) {
  if (one.proof === "wrong") return <Notice tone="trouble" title={say("waiting-wrong")} />
  if (one.proof === "no-secret" && one.next !== "done") return <Remember again={again} />
  if (one.next === "certify") return <Certify one={one} again={again} />
  if (one.next === "answer") return <Finish one={one} again={again} />
  return null
}

export type WaitingListProperties = {
  readonly waiting: readonly WaitingEnrolment[]
  readonly again: () => void
}

export function WaitingList({ waiting, again }: WaitingListProperties) {
  return (
    <div class="stack">
      <h3>{say("waiting-title")}</h3>
      {waiting.length === 0 && <p class="soft">{say("waiting-none")}</p>}
      <ul class="cards">
        {waiting.map((one) => (
          <li key={one.lookup} class="card">
            <h4 class="card-title">
              {sideWords(one.side)} <span class="soft">{shortId(one.person)}</span>
            </h4>
            <p>{statusWords(one)}</p>
            <NextStep one={one} again={again} />
          </li>
        ))}
      </ul>
    </div>
  )
}
