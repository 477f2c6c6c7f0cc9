// SPDX-License-Identifier: EUPL-1.2
/** The frame of every decision's form: its name, what it means, its fields, and the two ways out. */
import type { ComponentChildren } from "preact"
import { Button } from "../../elements/button/button.tsx"
import { Field } from "../../elements/field/field.tsx"
import { Form } from "../../elements/form/form.tsx"
import { say } from "../../language.ts"
import type { Missing } from "./missing.ts"

/** What every form of the desk is given. */
export type FormPart = {
  readonly busy: boolean
  /** What the person tried to sign without; null before they tried. */
  readonly missing: Missing | null
  readonly onSend: () => void
  readonly onCancel: () => void
}

export type DecisionFrameProperties = FormPart & {
  readonly title: string
  readonly text?: string
  /** What the button says that signs it, or leads to the last question. */
  readonly go: string
  readonly children: ComponentChildren
}

export function DecisionFrame(properties: DecisionFrameProperties) {
  const { title, text, go, busy, onSend, onCancel, children } = properties
  return (
    <Form class="decide-panel stack" onSend={onSend} label={title}>
      <h3 tabIndex={-1}>{title}</h3>
      {text !== undefined && <p>{text}</p>}
      {children}
      <div class="row">
        <Button kind="main" ends busy={busy}>
          {go}
        </Button>
        <Button onPress={onCancel}>{say("decide-close")}</Button>
      </div>
      <p class="small soft">{say("decide-kept")}</p>
    </Form>
  )
}

export type NoteFieldProperties = {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onWrite: (note: string) => void
  readonly missing: Missing | null
}

/** The words of a decision. */
export function NoteField({ label, hint, value, onWrite, missing }: NoteFieldProperties) {
  return (
    <Field
      label={label}
      hint={hint}
      lines={4}
      value={value}
      onWrite={onWrite}
      problem={missing === "note" ? say("note-missing") : undefined}
    />
  )
}
