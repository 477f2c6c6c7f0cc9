// SPDX-License-Identifier: EUPL-1.2
/** The names that letters of this case are searched for, on this device alone. */

import { useState } from "preact/hooks"
import { type Board, ofType } from "../../relay/casework.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { Field } from "../elements/field/field.tsx"
import { say } from "../language.ts"
import { RecordForm } from "./record-form.tsx"
import { By, EarlierVersions, Sealed } from "./record-lines.tsx"
import { Section } from "./section.tsx"
import { useWriting } from "./writing.ts"

/** One name a line, without empty lines. */
export function namesIn(text: string): readonly string[] {
  const lines = text.split("\n").map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ""))]
}

type FormProperties = {
  readonly caseId: string
  readonly before: OpenedRecord<"names"> | null
  readonly onDone: () => void
  readonly onCancel: () => void
}

function NamesForm({ caseId, before, onDone, onCancel }: FormProperties) {
  const names = before?.words?.names ?? []
  const [text, setText] = useState(names.join("\n"))
  const writing = useWriting<"names">({
    caseId,
    before,
    first: { type: "names", clear: { gone: false }, words: { names } },
    onDone,
  })
  return (
    <RecordForm
      title={say("names-edit")}
      writing={writing}
      missing={null}
      onCancel={onCancel}
      fields={() => (
        <Field
          label={say("names-field")}
          lines={6}
          value={text}
          onWrite={(next) => {
            setText(next)
            writing.write({ names: namesIn(next) })
          }}
        />
      )}
    />
  )
}

export function Names({ board, again }: { readonly board: Board; readonly again: () => void }) {
  const [record = null] = ofType(board, "names")
  const names = record?.words?.names ?? []
  return (
    <Section
      id="names"
      title={say("names-title")}
      lead={say("names-lead")}
      empty={names.length === 0 && record?.words !== null ? say("names-none") : null}
      add={record?.words === null ? null : say("names-edit")}
      form={(close) => (
        <NamesForm
          caseId={board.case}
          before={record}
          onDone={() => {
            close()
            again()
          }}
          onCancel={close}
        />
      )}
    >
      {names.length > 0 && (
        <ul class="board-names" translate={false}>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {record !== null && (
        <div class="stack near">
          <Sealed record={record} />
          <By record={record} />
          <EarlierVersions record={record} what={say("type-names")} />
        </div>
      )}
    </Section>
  )
}
