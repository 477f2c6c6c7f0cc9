// SPDX-License-Identifier: EUPL-1.2
/** The second step: six words, shown once, and written back from paper before anything is sent. */
import { useState } from "preact/hooks"
import type { Language } from "../../locales/catalogue.ts"
import type { NewSecrets } from "../../relay/enrol.ts"
import type { Ticket } from "../../relay/ticket.ts"
import { actions } from "../actions.ts"
import { useDoing, useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Field } from "../elements/field/field.tsx"
import { Form } from "../elements/form/form.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { SixWords } from "../elements/words/words.tsx"
import { language, otherLanguage, say } from "../language.ts"
import { begin } from "../session.ts"

export type WordsStepProperties = {
  readonly ticket: Ticket
  readonly privateDevice: boolean
  readonly onDone: (secrets: NewSecrets) => void
}

async function draw(tongue: Language): Promise<NewSecrets> {
  const [ports, module] = await Promise.all([actions().ports(), actions().enrol()])
  return module.newSecrets(ports, tongue)
}

export function WordsStep({ ticket, privateDevice, onDone }: WordsStepProperties) {
  const [tongue, setTongue] = useState<Language>(language.value)
  const [written, setWritten] = useState(false)
  const drawn = useLoaded(() => draw(tongue))
  const secrets = drawn.value
  if (secrets === null) return <Trouble code={drawn.trouble} again={drawn.again} />
  if (written) {
    return (
      <WriteBack
        secrets={secrets}
        onShow={() => setWritten(false)}
        onFit={async () => {
          const [ports, module] = await Promise.all([actions().ports(), actions().enrol()])
          const session = await module.enrol(ports, ticket, secrets, { privateDevice })
          begin(session, { at: "enrol", fragment: "" })
          onDone(secrets)
        }}
      />
    )
  }
  const other = async () => {
    setTongue(otherLanguage())
    drawn.again()
  }
  return (
    <div class="stack">
      <p>{say("enrol-words-lead")}</p>
      <SixWords words={secrets.words} language={tongue} />
      <p>{say("enrol-words-keep")}</p>
      <div class="row">
        <Button kind="main" onPress={() => setWritten(true)}>
          {say("enrol-words-next")}
        </Button>
        {tongue === language.value && (
          <Button kind="quiet" onPress={() => void other()}>
            {say("enrol-words-language-other")}
          </Button>
        )}
      </div>
    </div>
  )
}

type WriteBackProperties = {
  readonly secrets: NewSecrets
  readonly onShow: () => void
  readonly onFit: () => Promise<void>
}

function WriteBack({ secrets, onShow, onFit }: WriteBackProperties) {
  const [typed, setTyped] = useState("")
  const [wrong, setWrong] = useState(false)
  const doing = useDoing()
  const send = () => {
    doing.run(async () => {
      const fits = await secrets.wordsFit(typed)
      setWrong(!fits)
      if (fits) await onFit()
    })
  }
  return (
    <Form onSend={send} wrong={wrong}>
      <h2>{say("enrol-words-again-title")}</h2>
      <Field
        label={say("enrol-words-again-label")}
        hint={say("enrol-words-again-hint")}
        value={typed}
        onWrite={setTyped}
        problem={wrong ? say("enrol-words-wrong") : undefined}
      />
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button kind="main" ends busy={doing.busy}>
          {say("enrol-words-check")}
        </Button>
        <Button kind="quiet" onPress={onShow}>
          {say("enrol-words-show")}
        </Button>
      </div>
      <p role="status">{doing.busy && say("enrol-sheet-busy")}</p>
    </Form>
  )
}
