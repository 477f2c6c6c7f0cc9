// SPDX-License-Identifier: EUPL-1.2
/** The frame of every form of the board: its fields, what a colleague wrote meanwhile, a refusal, and the two ways out. */
import type { ComponentChildren } from "preact"
import { useState } from "preact/hooks"
import type { RecordType } from "../../protocol/record.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { Button } from "../elements/button/button.tsx"
import { Form } from "../elements/form/form.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { Lines } from "./record-lines.tsx"
import type { Writing } from "./writing.ts"

export type RecordFormProperties<T extends RecordType> = {
  readonly title: string
  readonly writing: Writing<T>
  /** What is missing before it can be signed; null: nothing. */
  readonly missing: string | null
  readonly onCancel: () => void
  /** Draws the fields; told whether somebody tried to sign without what is missing. */
  readonly fields: (asked: boolean) => ComponentChildren
  readonly go?: string
}

function Meanwhile({ now }: { readonly now: OpenedRecord | null }) {
  if (now === null) return null
  return (
    <Notice tone="care" live="now" title={say("board-meanwhile")}>
      <p>{say("board-meanwhile-text")}</p>
      <Lines record={now} />
    </Notice>
  )
}

export function RecordForm<T extends RecordType>(properties: RecordFormProperties<T>) {
  const { title, writing, missing, onCancel, fields, go } = properties
  const { doing, meanwhile } = writing
  const [asked, setAsked] = useState(false)
  const send = () => {
    setAsked(true)
    if (missing === null) writing.send()
  }
  return (
    <Form class="decide-panel stack" onSend={send} label={title}>
      <p class="card-title">
        <strong>{title}</strong>
      </p>
      {fields(asked)}
      <Meanwhile now={meanwhile as OpenedRecord | null} />
      <Trouble code={doing.trouble} />
      {doing.trouble !== null && <p>{say("board-nothing-kept")}</p>}
      <div class="row">
        <Button kind="main" ends busy={doing.busy}>
          {meanwhile === null ? (go ?? say("board-save")) : say("board-save-over")}
        </Button>
        <Button onPress={onCancel}>{say("cancel")}</Button>
      </div>
    </Form>
  )
}
