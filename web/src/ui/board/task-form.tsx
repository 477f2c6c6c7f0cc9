// SPDX-License-Identifier: EUPL-1.2
/** Writing down a promise, a call, a follow-up or a debrief: for whom, by when, in a few words. */

import type { PersonOnBoard } from "../../relay/casework.ts"
import { today } from "../../relay/clock.ts"
import type { OpenedRecord, RecordDraft } from "../../relay/records.ts"
import { sideWords } from "../desk/naming.ts"
import { Field } from "../elements/field/field.tsx"
import { Select } from "../elements/select/select.tsx"
import { say } from "../language.ts"
import { signedIn } from "../session.ts"
import { shortId } from "../short-id.ts"
import { dayAfter } from "./assessment-form.tsx"
import { RecordForm } from "./record-form.tsx"
import { missingWords } from "./section.tsx"
import { useWriting, type Writing } from "./writing.ts"

export type TaskKind = RecordDraft<"task">["clear"]["task"]
const KINDS: readonly TaskKind[] = ["promise", "call", "follow-up", "debrief"]
const USUAL_DAYS = 7
const CASE = ""

export type TaskFormProperties = {
  readonly caseId: string
  readonly people: readonly PersonOnBoard[]
  readonly before: OpenedRecord<"task"> | null
  /** What a new one begins with. */
  readonly first?: { readonly task: TaskKind; readonly participant: string; readonly words: string }
  readonly onDone: () => void
  readonly onCancel: () => void
}

export function TaskForm({ caseId, people, before, first, onDone, onCancel }: TaskFormProperties) {
  const now = today(signedIn().ports.clock)
  const writing = useWriting<"task">({
    caseId,
    before,
    first: {
      type: "task",
      clear: before?.clear ?? {
        task: first?.task ?? "promise",
        participant: first?.participant ?? null,
        due: dayAfter(now, USUAL_DAYS),
        done: false,
      },
      words: before?.words ?? { words: first?.words ?? "" },
    },
    onDone,
  })
  const { clear, words } = writing
  const missing = words.words.trim() === "" ? "words" : clear.due === "" ? "day" : null
  return (
    <RecordForm
      title={say("tasks-add")}
      writing={writing}
      missing={missing}
      onCancel={onCancel}
      fields={(asked) => <Fields writing={writing} people={people} missing={asked ? missing : null} />}
    />
  )
}

type FieldsProperties = {
  readonly writing: Writing<"task">
  readonly people: readonly PersonOnBoard[]
  readonly missing: "words" | "day" | null
}

function Fields({ writing, people, missing }: FieldsProperties) {
  const { clear, words, change, write } = writing
  return (
    <>
      <Select<TaskKind>
        label={say("task-kind")}
        value={clear.task}
        options={KINDS.map((value) => ({ value, label: say(`task-${value}`) }))}
        onChoose={(task) => change({ task })}
      />
      <Select
        label={say("task-who")}
        value={clear.participant ?? CASE}
        options={[
          { value: CASE, label: say("task-who-case") },
          ...people.map(({ person, side }) => ({
            value: person,
            label: `${sideWords(side)} ${shortId(person)}`,
          })),
        ]}
        onChoose={(person) => change({ participant: person === CASE ? null : person })}
      />
      <Field
        label={say("task-due")}
        type="date"
        value={clear.due}
        onWrite={(due) => change({ due })}
        problem={missing === "day" ? say("board-missing-day") : undefined}
      />
      <Field
        label={say("task-words")}
        lines={2}
        value={words.words}
        onWrite={(text) => write({ words: text })}
        problem={missingWords(true, missing === "words")}
      />
    </>
  )
}
