// SPDX-License-Identifier: EUPL-1.2
/** Putting a letter on hold: until a day, with a reason for the case's mediators. */
import { Field } from "../../elements/field/field.tsx"
import { say } from "../../language.ts"
import { tomorrow } from "../naming.ts"
import { DecisionFrame, type FormPart, NoteField } from "./form.tsx"
import { noteOf, type Working } from "./work.ts"

export function HoldForm({ working, ...part }: FormPart & { readonly working: Working }) {
  const { work, change, write } = working
  return (
    <DecisionFrame {...part} title={say("decide-hold")} text={say("hold-text")} go={say("hold-yes")}>
      <Field
        label={say("hold-until")}
        type="date"
        min={tomorrow()}
        value={work.until}
        onWrite={(until) => change({ until })}
        problem={part.missing === "until" ? say("hold-until-missing") : undefined}
      />
      <NoteField
        label={say("hold-note")}
        value={noteOf(work, "hold")}
        onWrite={(note) => write("hold", note)}
        missing={part.missing}
      />
    </DecisionFrame>
  )
}
