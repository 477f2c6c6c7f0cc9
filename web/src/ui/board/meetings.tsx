// SPDX-License-Identifier: EUPL-1.2
/** Meetings: a plan, and after it a debrief and a follow-up for each person. */
import { useState } from "preact/hooks"
import { type Board, ofType, type PersonOnBoard } from "../../relay/casework.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { sideWithin } from "../desk/naming.ts"
import { Field } from "../elements/field/field.tsx"
import { say } from "../language.ts"
import { shortId } from "../short-id.ts"
import { Entry } from "./entry.tsx"
import { RecordForm } from "./record-form.tsx"
import { Own } from "./record-lines.tsx"
import { missingWords, Opening, Section } from "./section.tsx"
import { TaskForm } from "./task-form.tsx"
import { useWriting } from "./writing.ts"

const EMPTY = { aims: "", rules: "", who: "", where: "", when: "", support: "" } as const
const PARTS = ["aims", "rules", "who", "where", "when", "support"] as const
const LONG: readonly (typeof PARTS)[number][] = ["aims", "rules", "support"]

type FormProperties = {
  readonly caseId: string
  readonly before: OpenedRecord<"meeting"> | null
  readonly onDone: () => void
  readonly onCancel: () => void
}

function MeetingForm({ caseId, before, onDone, onCancel }: FormProperties) {
  const writing = useWriting<"meeting">({
    caseId,
    before,
    first: { type: "meeting", clear: { gone: false }, words: before?.words ?? EMPTY },
    onDone,
  })
  const { words, write } = writing
  const missing = words.aims.trim() === "" ? "words" : null
  return (
    <RecordForm
      title={say("meetings-add")}
      writing={writing}
      missing={missing}
      onCancel={onCancel}
      fields={(asked) => (
        <>
          <p>{say("meeting-consent")}</p>
          {PARTS.map((part) => (
            <Field
              key={part}
              label={say(`meeting-${part}`)}
              lines={LONG.includes(part) ? 4 : 2}
              value={words[part]}
              onWrite={(text) => write({ [part]: text })}
              problem={missingWords(asked && part === "aims", missing !== null)}
            />
          ))}
        </>
      )}
    />
  )
}

function Plan({ meeting }: { readonly meeting: OpenedRecord<"meeting"> }) {
  const { words } = meeting
  if (words === null) return null
  return (
    <dl class="board-lines">
      {PARTS.filter((part) => words[part] !== "").map((part) => (
        <div key={part} class="board-line">
          <dt>{say(`fact-${part}`)}</dt>
          <dd>
            <Own text={words[part]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

type AfterProperties = {
  readonly board: Board
  readonly person: PersonOnBoard
  readonly task: "debrief" | "follow-up"
  readonly again: () => void
}

function PlanAfter({ board, person, task, again }: AfterProperties) {
  const [open, setOpen] = useState(false)
  const about = { side: sideWithin(person.side), person: shortId(person.person) }
  return (
    <Opening open={open} add={say(`meeting-${task}-for`, about)} onOpen={setOpen} quiet>
      <TaskForm
        caseId={board.case}
        people={board.people}
        before={null}
        first={{ task, participant: person.person, words: say(`meeting-${task}-words`) }}
        onDone={() => {
          setOpen(false)
          again()
        }}
        onCancel={() => setOpen(false)}
      />
    </Opening>
  )
}

function After({ board, again }: { readonly board: Board; readonly again: () => void }) {
  return (
    <div class="stack near">
      <p>{say("meeting-after")}</p>
      {board.people.flatMap((person) =>
        (["debrief", "follow-up"] as const).map((task) => (
          <PlanAfter key={`${person.person}-${task}`} {...{ board, person, task, again }} />
        )),
      )}
    </div>
  )
}

export function Meetings({ board, again }: { readonly board: Board; readonly again: () => void }) {
  const meetings = ofType(board, "meeting").filter(({ clear }) => !clear.gone)
  const form = (before: OpenedRecord<"meeting"> | null) => (close: () => void) => (
    <MeetingForm
      caseId={board.case}
      before={before}
      onDone={() => {
        close()
        again()
      }}
      onCancel={close}
    />
  )
  return (
    <Section
      id="meetings"
      title={say("meetings-title")}
      empty={meetings.length === 0 ? say("meetings-none") : null}
      add={say("meetings-add")}
      form={form(null)}
    >
      <ul class="cards">
        {meetings.map((meeting) => (
          <Entry<"meeting">
            key={meeting.record}
            record={meeting}
            what={say("type-meeting")}
            emptied={{ type: "meeting", clear: { gone: true }, words: EMPTY }}
            again={again}
            form={form(meeting)}
          >
            <Plan meeting={meeting} />
          </Entry>
        ))}
      </ul>
      {meetings.length > 0 && <After board={board} again={again} />}
    </Section>
  )
}
