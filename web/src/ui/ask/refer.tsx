// SPDX-License-Identifier: EUPL-1.2
/** Staff pass on the request of a person in custody: a page, a receipt, and nothing afterwards. */
import { useState } from "preact/hooks"
import type { Asking } from "../../relay/ask.ts"
import { Choice } from "../elements/choice/choice.tsx"
import { Field } from "../elements/field/field.tsx"
import { Form } from "../elements/form/form.tsx"
import { language, say } from "../language.ts"
import { Page } from "../page.tsx"
import type { FormOf } from "./room.tsx"
import { Sending, type SentLanguage, SentLanguageChoice } from "./sending.tsx"

type Written = Omit<Asking, "who" | "federal"> & {
  readonly language: SentLanguage
  readonly federal: "yes" | "no" | null
}

const NOTHING = {
  ...{ name: "", person: "", reach: "", hours: "", words: "", needs: "", institution: "" },
  ...{ responsibility: "", federal: null },
} as const

type PartProperties = {
  readonly written: Written
  readonly asked: boolean
  readonly change: (part: Partial<Written>) => void
}

function isEmpty(text: string): boolean {
  return text.trim() === ""
}

function isWhole({ person, institution, reach, federal }: Written): boolean {
  return ![person, institution, reach].some(isEmpty) && federal !== null
}

function ThePerson({ written, asked, change }: PartProperties) {
  return (
    <>
      <Field
        label={say("refer-person")}
        hint={say("refer-person-hint")}
        value={written.person}
        onWrite={(person) => change({ person })}
        problem={asked && isEmpty(written.person) ? say("refer-person-missing") : undefined}
      />
      <Field
        label={say("refer-institution")}
        value={written.institution}
        onWrite={(institution) => change({ institution })}
        problem={asked && isEmpty(written.institution) ? say("refer-institution-missing") : undefined}
      />
      <Choice<"yes" | "no">
        question={say("refer-federal")}
        value={written.federal}
        onChoose={(federal) => change({ federal })}
        problem={asked && written.federal === null ? say("refer-federal-missing") : undefined}
        options={[
          { value: "yes", label: say("refer-federal-yes") },
          { value: "no", label: say("refer-federal-no") },
        ]}
      />
      <SentLanguageChoice value={written.language} onChoose={(tongue) => change({ language: tongue })} />
    </>
  )
}

function WhatTheySay({ written, change }: PartProperties) {
  return (
    <>
      <Field
        label={say("refer-responsibility")}
        hint={say("refer-responsibility-hint")}
        lines={5}
        value={written.responsibility}
        onWrite={(responsibility) => change({ responsibility })}
      />
      <Field
        label={say("refer-needs")}
        hint={say("refer-needs-hint")}
        lines={2}
        value={written.needs}
        onWrite={(needs) => change({ needs })}
      />
      <Field
        label={say("refer-words")}
        hint={say("refer-words-hint")}
        lines={3}
        value={written.words}
        onWrite={(words) => change({ words })}
      />
    </>
  )
}

function WhoPassesOn({ written, asked, change }: PartProperties) {
  return (
    <>
      <Field label={say("refer-name")} value={written.name} onWrite={(name) => change({ name })} />
      <Field
        label={say("refer-reach")}
        hint={say("refer-reach-hint")}
        value={written.reach}
        onWrite={(reach) => change({ reach })}
        problem={asked && isEmpty(written.reach) ? say("ask-reach-missing") : undefined}
      />
      <Field label={say("refer-hours")} value={written.hours} onWrite={(hours) => change({ hours })} />
    </>
  )
}

export function ReferForm({ doing, ready, send }: FormOf) {
  const [written, setWritten] = useState<Written>({ ...NOTHING, language: language.value })
  const [asked, setAsked] = useState(false)
  const part = {
    written,
    asked,
    change: (change: Partial<Written>) => setWritten((before) => ({ ...before, ...change })),
  }
  const finish = () => {
    setAsked(true)
    if (isWhole(written)) send({ ...written, who: "staff", federal: written.federal === "yes" })
  }
  return (
    <Page title={say("refer-title")}>
      <p class="lead">{say("refer-lead")}</p>
      <ul class="ask-next stack near">
        <li>{say("refer-next-lock")}</li>
        <li>{say("refer-next-call")}</li>
        <li>{say("refer-next-end")}</li>
      </ul>
      <Form class="stack far" onSend={finish} label={say("refer-title")}>
        <ThePerson {...part} />
        <WhatTheySay {...part} />
        <WhoPassesOn {...part} />
        <Sending {...{ doing, ready }} />
      </Form>
    </Page>
  )
}
