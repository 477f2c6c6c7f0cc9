// SPDX-License-Identifier: EUPL-1.2
/** A person asks: who, how it is safe to reach them, and whatever they want to say. Only two answers are needed. */
import { useState } from "preact/hooks"
import type { Asking } from "../../relay/ask.ts"
import { Button } from "../elements/button/button.tsx"
import { Choice } from "../elements/choice/choice.tsx"
import { Field } from "../elements/field/field.tsx"
import { Form } from "../elements/form/form.tsx"
import { Pledge } from "../elements/pledge/pledge.tsx"
import { Telephone } from "../elements/support/support.tsx"
import { language, say } from "../language.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { setting } from "../settings.ts"
import type { FormOf } from "./room.tsx"
import { Sending, type SentLanguage, SentLanguageChoice } from "./sending.tsx"

type Who = "victim" | "family" | "representative"
type Written = {
  readonly who: Who | null
  readonly language: SentLanguage
  readonly name: string
  readonly person: string
  readonly reach: string
  readonly hours: string
  readonly words: string
  readonly needs: string
}

const NOTHING = { name: "", person: "", reach: "", hours: "", words: "", needs: "" } as const

function askingOf(who: Who, written: Written): Asking {
  const person = who === "victim" ? "" : written.person
  return { ...written, who, person, institution: "", federal: null, responsibility: "" }
}

function Next() {
  const time = setting("answer-within")
  const phone = setting("phone")
  return (
    <section class="stack near" aria-labelledby="ask-next">
      <h2 id="ask-next">{say("ask-next")}</h2>
      <ol class="ask-next stack near">
        <li>{say("ask-next-lock")}</li>
        <li>{time ? say("ask-next-within", { time }) : say("ask-next-call")}</li>
        <li>{say("ask-next-choice")}</li>
      </ol>
      <p>{say("ask-next-other")}</p>
      <Pledge />
      {phone && (
        <p>
          {say("ask-call")} <Telephone number={phone} />
        </p>
      )}
    </section>
  )
}

type PartProperties = {
  readonly written: Written
  readonly asked: boolean
  readonly change: (part: Partial<Written>) => void
}

function WhoAsks({ written, asked, change }: PartProperties) {
  return (
    <>
      <Choice<Who>
        question={say("ask-who")}
        value={written.who}
        onChoose={(who) => change({ who })}
        problem={asked && written.who === null ? say("ask-who-missing") : undefined}
        options={[
          { value: "victim", label: say("ask-who-victim") },
          { value: "family", label: say("ask-who-family"), hint: say("ask-who-family-hint") },
          {
            value: "representative",
            label: say("ask-who-representative"),
            hint: say("ask-who-representative-hint"),
          },
        ]}
      />
      {written.who !== null && written.who !== "victim" && (
        <Field
          label={say("ask-person")}
          hint={say("ask-person-hint")}
          value={written.person}
          onWrite={(person) => change({ person })}
        />
      )}
    </>
  )
}

function Reaching({ written, asked, change }: PartProperties) {
  return (
    <>
      <Field
        label={say("ask-name")}
        hint={say("ask-name-hint")}
        value={written.name}
        onWrite={(name) => change({ name })}
      />
      <Field
        label={say("ask-reach")}
        hint={say("ask-reach-hint")}
        lines={2}
        value={written.reach}
        onWrite={(reach) => change({ reach })}
        problem={asked && written.reach.trim() === "" ? say("ask-reach-missing") : undefined}
      />
      <Field
        label={say("ask-hours")}
        hint={say("ask-hours-hint")}
        lines={2}
        value={written.hours}
        onWrite={(hours) => change({ hours })}
      />
      <SentLanguageChoice value={written.language} onChoose={(tongue) => change({ language: tongue })} />
    </>
  )
}

function Saying({ written, change }: PartProperties) {
  return (
    <>
      <Field
        label={say("ask-words")}
        hint={say("ask-words-hint")}
        lines={6}
        value={written.words}
        onWrite={(words) => change({ words })}
      />
      <Field
        label={say("ask-needs")}
        hint={say("ask-needs-hint")}
        lines={2}
        value={written.needs}
        onWrite={(needs) => change({ needs })}
      />
    </>
  )
}

export function AskForm({ doing, ready, send }: FormOf) {
  const [written, setWritten] = useState<Written>({ ...NOTHING, who: null, language: language.value })
  const [asked, setAsked] = useState(false)
  const change = (part: Partial<Written>) => setWritten((before) => ({ ...before, ...part }))
  const part = { written, asked, change }
  const finish = () => {
    setAsked(true)
    if (written.who !== null && written.reach.trim() !== "") send(askingOf(written.who, written))
  }
  return (
    <Page title={say("ask-title")}>
      <p class="lead">{say("ask-lead")}</p>
      <Next />
      <Form class="stack far" onSend={finish} label={say("ask-title")}>
        <WhoAsks {...part} />
        <Reaching {...part} />
        <Saying {...part} />
        <Sending {...{ doing, ready }} />
      </Form>
      <p>
        <Button kind="quiet" onPress={() => go({ at: "ask", staff: true })}>
          {say("ask-staff")}
        </Button>
      </p>
    </Page>
  )
}
