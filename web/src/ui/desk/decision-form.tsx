// SPDX-License-Identifier: EUPL-1.2
/** The second step of a decision: its words, its day, and for an approval the person it is for, named. */
import { useState } from "preact/hooks"
import type { DeskItem } from "../../relay/desk.ts"
import { Button } from "../elements/button/button.tsx"
import { Tick } from "../elements/choice/choice.tsx"
import { Field } from "../elements/field/field.tsx"
import { Form } from "../elements/form/form.tsx"
import { say } from "../language.ts"
import { addresseeSide, shortId, sideWithin } from "./naming.ts"
import type { Decision } from "./signing.ts"

export type Words = { readonly note: string; readonly until: string; readonly read: boolean }

export const NO_WORDS: Words = { note: "", until: "", read: false }

const NEEDS_NOTE: readonly Decision[] = ["return", "decline", "escalate", "offer", "withdraw"]

/** Say what is missing before a decision can be signed; null when nothing is. */
export function missingIn(decision: Decision, words: Words): "note" | "until" | "read" | null {
  if (decision === "approve" && !words.read) return "read"
  if (decision === "hold" && words.until === "") return "until"
  return NEEDS_NOTE.includes(decision) && words.note.trim() === "" ? "note" : null
}

type Texts = {
  readonly title: string
  readonly text: string | null
  readonly note: string | null
  readonly example?: string
  readonly go: string
}

function textsOf(decision: Decision, item: DeskItem): Texts {
  const side = sideWithin(addresseeSide(item))
  const title = say(`decide-${decision}`)
  switch (decision) {
    case "approve":
      return {
        title: say("approve-title"),
        text: say("approve-text", { side, person: shortId(item.addressee) }),
        note: say("approve-note"),
        go: say("approve-yes", { side }),
      }
    case "hold":
      return { title, text: null, note: say("hold-note"), go: say("hold-yes") }
    case "offer":
      return {
        title,
        text: say("offer-text"),
        note: say("offer-note", { side }),
        example: say("offer-example"),
        go: say("offer-yes"),
      }
    case "release":
      return { title, text: say("release-text", { side }), note: null, go: say("release-yes") }
    default:
      return {
        title,
        text: say(`${decision}-text`),
        note: say(`${decision}-note`),
        go: say(`${decision}-yes`),
      }
  }
}

export type DecisionFormProperties = {
  readonly decision: Decision
  readonly item: DeskItem
  readonly words: Words
  readonly busy: boolean
  readonly onWords: (words: Words) => void
  readonly onSign: () => void
  readonly onCancel: () => void
}

function tomorrow(): string {
  return new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
}

function Quorum({ item }: { readonly item: DeskItem }) {
  const quorum = item.quorum ?? 1
  return <p>{quorum > 1 ? say("approve-more", { quorum }) : say("approve-alone")}</p>
}

type FieldsProperties = Pick<DecisionFormProperties, "decision" | "words" | "onWords"> & {
  readonly texts: Texts
  readonly missing: ReturnType<typeof missingIn>
}

function HoldUntil({ words, onWords, missing }: FieldsProperties) {
  return (
    <Field
      label={say("hold-until")}
      type="date"
      min={tomorrow()}
      value={words.until}
      onWrite={(until) => onWords({ ...words, until })}
      problem={missing === "until" ? say("hold-until-missing") : undefined}
    />
  )
}

function NoteField({ texts, words, onWords, missing }: FieldsProperties) {
  if (texts.note === null) return null
  return (
    <Field
      label={texts.note}
      hint={texts.example}
      lines={4}
      value={words.note}
      onWrite={(note) => onWords({ ...words, note })}
      problem={missing === "note" ? say("note-missing") : undefined}
    />
  )
}

function HaveRead({ words, onWords, missing }: FieldsProperties) {
  return (
    <div>
      {missing === "read" && <p class="field-problem">{say("approve-check-missing")}</p>}
      <Tick label={say("approve-check")} ticked={words.read} onTick={(read) => onWords({ ...words, read })} />
    </div>
  )
}

export function DecisionForm(properties: DecisionFormProperties) {
  const { decision, item, words, busy, onWords, onSign, onCancel } = properties
  const [asked, setAsked] = useState(false)
  const texts = textsOf(decision, item)
  const missing = missingIn(decision, words)
  const fields = { decision, words, onWords, texts, missing: asked ? missing : null }
  const send = () => {
    setAsked(true)
    if (missing === null) onSign()
  }
  return (
    <Form class="decide-panel stack" onSend={send} label={texts.title}>
      <h3>{texts.title}</h3>
      {texts.text && <p>{texts.text}</p>}
      {decision === "approve" && <Quorum item={item} />}
      {decision === "hold" && <HoldUntil {...fields} />}
      <NoteField {...fields} />
      {decision === "approve" && <HaveRead {...fields} />}
      <div class="row">
        <Button kind="main" ends busy={busy}>
          {texts.go}
        </Button>
        <Button onPress={onCancel}>{say("cancel")}</Button>
      </div>
    </Form>
  )
}
