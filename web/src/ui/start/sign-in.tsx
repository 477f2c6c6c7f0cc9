// SPDX-License-Identifier: EUPL-1.2
/** Signing in: account, words or code, and one question about the device. What was typed stays after a refusal. */
import { useState } from "preact/hooks"
import type { Session } from "../../relay/session.ts"
import { actions } from "../actions.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Choice, Tick } from "../elements/choice/choice.tsx"
import { Field } from "../elements/field/field.tsx"
import { Form } from "../elements/form/form.tsx"
import { More } from "../elements/more/more.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { begin } from "../session.ts"
import { type DeviceAnswer, DeviceQuestion } from "./device.tsx"

type How = "words" | "kit"

type Typed = {
  readonly account: string
  readonly how: How
  readonly secret: string
  readonly device: DeviceAnswer
}

type Missing = { readonly account: boolean; readonly secret: boolean; readonly device: boolean }

function missingIn({ account, secret, device }: Typed): Missing {
  return { account: account.trim() === "", secret: secret.trim() === "", device: device === null }
}

async function unlock({ account, how, secret, device }: Typed): Promise<Session> {
  const [ports, module] = await Promise.all([actions().ports(), actions().signIn()])
  const here = { privateDevice: device === "mine" }
  if (how === "words") return module.signInWithWords(ports, { account, words: secret }, here)
  return module.signInWithKit(ports, { account, code: secret }, here)
}

type SecretProperties = {
  readonly typed: Typed
  readonly missing: boolean
  readonly onWrite: (secret: string) => void
}

function SecretField({ typed, missing, onWrite }: SecretProperties) {
  const [shown, setShown] = useState(false)
  const words = typed.how === "words"
  return (
    <div class="stack near">
      <Field
        label={say(words ? "sign-in-words" : "sign-in-kit")}
        hint={say(words ? "sign-in-words-hint" : "sign-in-kit-hint")}
        value={typed.secret}
        onWrite={onWrite}
        type={shown ? "text" : "password"}
        code={!words}
        problem={missing ? say("sign-in-missing-secret") : undefined}
      />
      <Tick label={say("sign-in-show")} ticked={shown} onTick={setShown} />
    </div>
  )
}

export function SignIn() {
  const [typed, setTyped] = useState<Typed>({ account: "", how: "words", secret: "", device: null })
  const [asked, setAsked] = useState(false)
  const doing = useDoing()
  const missing = missingIn(typed)
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }))
  const send = () => {
    setAsked(true)
    if (missing.account || missing.secret || missing.device) return
    doing.run(async () => begin(await unlock(typed)))
  }
  return (
    <Page title={say("sign-in-title")}>
      <Form class="stack far" onSend={send}>
        <Field
          label={say("sign-in-account")}
          hint={say("sign-in-account-hint")}
          value={typed.account}
          onWrite={(account) => change({ account })}
          code
          problem={asked && missing.account ? say("sign-in-missing-account") : undefined}
        />
        <Choice<How>
          question={say("sign-in-how")}
          value={typed.how}
          onChoose={(how) => change({ how, secret: "" })}
          options={[
            { value: "words", label: say("sign-in-by-words") },
            { value: "kit", label: say("sign-in-by-kit") },
          ]}
        />
        <SecretField
          typed={typed}
          missing={asked && missing.secret}
          onWrite={(secret) => change({ secret })}
        />
        <DeviceQuestion
          value={typed.device}
          onChoose={(device) => change({ device })}
          missing={asked && missing.device}
        />
        <div class="stack near">
          <Trouble code={doing.trouble} />
          <div class="row">
            <Button kind="main" ends busy={doing.busy}>
              {say("sign-in-go")}
            </Button>
          </div>
          <p role="status">{doing.busy && say("sign-in-busy")}</p>
        </div>
      </Form>
      <More title={say("sign-in-lost")}>
        <p>{say("sign-in-lost-text")}</p>
      </More>
      <div class="row">
        <Button kind="quiet" onPress={() => go({ at: "office-door" })}>
          {say("sign-in-key-file")}
        </Button>
      </div>
    </Page>
  )
}
