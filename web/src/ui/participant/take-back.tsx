// SPDX-License-Identifier: EUPL-1.2
/** Taking back: what it does, what it cannot do, one question, and the proof. No reason is asked. */
import { useState } from "preact/hooks"
import type { Proof } from "../../relay/take_back.ts"
import { actions } from "../actions.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenMoment } from "../language.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"

export function TakeBack({ message }: { readonly message: string }) {
  const [proof, setProof] = useState<Proof | null>(null)
  const doing = useDoing()
  if (proof !== null) return <Receipt key="receipt" proof={proof} />
  const take = () =>
    doing.run(async () => setProof(await (await actions().takeBack()).takeBack(signedIn(), message)))
  return (
    <Page key="ask" title={say("take-back-title")}>
      <p class="lead">{say("take-back-lead")}</p>
      <h2>{say("take-back-does-title")}</h2>
      <ul>
        <li>{say("take-back-does-1")}</li>
        <li>{say("take-back-does-2")}</li>
      </ul>
      <h2>{say("take-back-cannot-title")}</h2>
      <p>{say("take-back-cannot")}</p>
      <p>{say("take-back-save")}</p>
      <Trouble code={doing.trouble} />
      <div class="answers part">
        <Button busy={doing.busy} onPress={take}>
          {say("take-back-yes")}
        </Button>
        <Button onPress={() => go({ at: "sent", message })}>{say("take-back-no")}</Button>
      </div>
    </Page>
  )
}

export function Receipt({ proof }: { readonly proof: Proof }) {
  const moment = writtenMoment(proof.at)
  return (
    <Page title={say(proof.verified ? "receipt-title" : "receipt-unverified-title")}>
      <Notice tone={proof.verified ? "done" : "care"}>
        <p>{proof.verified ? say("receipt-text", { moment }) : say("receipt-unverified", { moment })}</p>
      </Notice>
      {proof.verified && <p>{say("receipt-reader")}</p>}
      <p>{say("take-back-cannot")}</p>
      <div class="row">
        <Button onPress={() => go({ at: "home" })}>{say("receipt-home")}</Button>
      </div>
    </Page>
  )
}
