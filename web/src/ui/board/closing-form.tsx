// SPDX-License-Identifier: EUPL-1.2
/** Asking for a case to be closed: why, what each person said at the end, and what was agreed for afterwards. */
import type { PersonOnBoard } from "../../relay/casework.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { sideWithin } from "../desk/naming.ts"
import { Field } from "../elements/field/field.tsx"
import { say } from "../language.ts"
import { shortId } from "../short-id.ts"
import { RecordForm } from "./record-form.tsx"
import { missingWords } from "./section.tsx"
import { useWriting, type Writing } from "./writing.ts"

export type ClosingFormProperties = {
  readonly caseId: string
  readonly people: readonly PersonOnBoard[]
  readonly before: OpenedRecord<"closing"> | null
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Sealed words with one entry for each person of the case, what was written before kept. */
function firstWords({ people, before }: Pick<ClosingFormProperties, "people" | "before">) {
  const written = before?.words?.debriefs ?? []
  const debriefs = people.map(({ person }) => ({
    participant: person,
    words: written.find(({ participant }) => participant === person)?.words ?? "",
  }))
  return { debriefs, follow_ups: before?.words?.follow_ups ?? "", reason: before?.words?.reason ?? "" }
}

export function ClosingForm({ caseId, people, before, onDone, onCancel }: ClosingFormProperties) {
  const writing = useWriting<"closing">({
    caseId,
    before,
    first: { type: "closing", clear: { open: true }, words: firstWords({ people, before }) },
    onDone,
  })
  const missing = writing.words.reason.trim() === "" ? "words" : null
  return (
    <RecordForm
      title={say("closing-ask")}
      writing={writing}
      missing={missing}
      onCancel={onCancel}
      fields={(asked) => (
        <>
          <Debriefs writing={writing} people={people} />
          <Field
            label={say("closing-follow-ups")}
            lines={3}
            value={writing.words.follow_ups}
            onWrite={(followUps) => writing.write({ follow_ups: followUps })}
          />
          <Field
            label={say("closing-reason")}
            lines={3}
            value={writing.words.reason}
            onWrite={(reason) => writing.write({ reason })}
            problem={missingWords(asked, missing !== null)}
          />
        </>
      )}
    />
  )
}

type DebriefsProperties = {
  readonly writing: Writing<"closing">
  readonly people: readonly PersonOnBoard[]
}

function Debriefs({ writing, people }: DebriefsProperties) {
  const { debriefs } = writing.words
  const change = (participant: string, words: string) =>
    writing.write({
      debriefs: debriefs.map((one) => (one.participant === participant ? { ...one, words } : one)),
    })
  return (
    <>
      {debriefs.map(({ participant, words }) => {
        const side = people.find(({ person }) => person === participant)?.side ?? null
        return (
          <Field
            key={participant}
            label={say("closing-debrief", { side: sideWithin(side), person: shortId(participant) })}
            hint={say("closing-debrief-hint")}
            lines={3}
            value={words}
            onWrite={(text) => change(participant, text)}
          />
        )
      })}
    </>
  )
}
