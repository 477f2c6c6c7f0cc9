// SPDX-License-Identifier: EUPL-1.2
/** The decisions that are words and nothing else: declining, asking a second mediator, taking back for safety. */
import { say } from "../../language.ts"
import { DecisionFrame, type FormPart, NoteField } from "./form.tsx"
import { noteOf, type Working } from "./work.ts"

export type PlainDecision = "decline" | "second" | "withdraw"

export type PlainProperties = FormPart & { readonly decision: PlainDecision; readonly working: Working }

export function PlainForm({ decision, working, ...part }: PlainProperties) {
  return (
    <DecisionFrame
      {...part}
      title={say(`decide-${decision}`)}
      text={say(`${decision}-text`)}
      go={say(`${decision}-yes`)}
    >
      <NoteField
        label={say(`${decision}-note`)}
        value={noteOf(working.work, decision)}
        onWrite={(note) => working.write(decision, note)}
        missing={part.missing}
      />
    </DecisionFrame>
  )
}
