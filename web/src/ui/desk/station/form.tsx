// SPDX-License-Identifier: EUPL-1.2
/** What a station is to make of a film: which kind, which passages or place, and what its reader reads first. */
import { useState } from "preact/hooks"
import type { WorkKind, WorkPost } from "../../../protocol/wire_station.ts"
import { Button } from "../../elements/button/button.tsx"
import { Choice } from "../../elements/choice/choice.tsx"
import { Field } from "../../elements/field/field.tsx"
import { Form } from "../../elements/form/form.tsx"
import { Select } from "../../elements/select/select.tsx"
import { say } from "../../language.ts"
import {
  ASKS_AUTHOR,
  KINDS,
  NOTHING_TYPED,
  needsPassages,
  PLACES,
  type PlaceOfPicture,
  postOf,
  type Typed,
} from "./asked.ts"

export type AskFormProperties = {
  readonly message: string
  readonly busy: boolean
  readonly onAsk: (post: WorkPost) => void
}

export function AskForm({ message, busy, onAsk }: AskFormProperties) {
  const [typed, setTyped] = useState<Typed>(NOTHING_TYPED)
  const [asked, setAsked] = useState(false)
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }))
  const send = () => {
    setAsked(true)
    const post = postOf(message, typed)
    if (post !== null) onAsk(post)
  }
  const { kind } = typed
  return (
    <Form onSend={send} label={say("station-title")}>
      <Choice<WorkKind>
        question={say("station-kind")}
        value={kind}
        options={KINDS.map((value) => ({
          value,
          label: say(`station-kind-${value}`),
          hint: say(`station-kind-${value}-hint`),
        }))}
        onChoose={(chosen) => change({ kind: chosen })}
      />
      {needsPassages(kind) && (
        <Field
          label={say("station-passages")}
          hint={say("station-passages-hint")}
          problem={asked && postOf(message, typed) === null ? say("station-passages-wrong") : undefined}
          lines={3}
          value={typed.passages}
          onWrite={(passages) => change({ passages })}
        />
      )}
      {kind === "blur" && (
        <Select<PlaceOfPicture>
          label={say("station-place")}
          value={typed.place}
          options={PLACES.map((value) => ({ value, label: say(`station-place-${value}`) }))}
          onChoose={(place) => change({ place })}
        />
      )}
      <Field
        label={say("station-note")}
        hint={say("station-note-hint")}
        lines={2}
        value={typed.note}
        onWrite={(note) => change({ note })}
      />
      <p>{say(ASKS_AUTHOR.includes(kind) ? "station-then-author" : "station-then-review")}</p>
      <div class="row">
        <Button kind="main" ends busy={busy}>
          {say("station-go")}
        </Button>
      </div>
    </Form>
  )
}
