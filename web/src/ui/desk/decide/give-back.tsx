// SPDX-License-Identifier: EUPL-1.2
/** Returning a letter to its author: marked passages, something about each, and words for the whole. */
import type { Review } from "../../../relay/desk.ts"
import { pointsOf } from "../../../review/passages.ts"
import { MarkNotes } from "../../elements/marking/notes.tsx"
import { say } from "../../language.ts"
import { DecisionFrame, type FormPart, NoteField } from "./form.tsx"
import { noteOf, type Working } from "./work.ts"

export type GiveBackProperties = FormPart & { readonly review: Review; readonly working: Working }

export function GiveBackForm({ review, working, ...part }: GiveBackProperties) {
  const { work, change, write } = working
  return (
    <DecisionFrame {...part} title={say("decide-return")} text={say("return-text")} go={say("return-yes")}>
      <p>{say("return-marks")}</p>
      <MarkNotes
        all={pointsOf(review.text)}
        marks={work.marks}
        onMark={(marks) => change({ marks })}
        language={review.language}
      />
      <NoteField
        label={say("return-note")}
        value={noteOf(work, "return")}
        onWrite={(note) => write("return", note)}
        missing={part.missing}
      />
    </DecisionFrame>
  )
}
