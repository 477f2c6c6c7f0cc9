// SPDX-License-Identifier: EUPL-1.2
/** Being away: from which day to which, and what whoever covers needs to know. */

import { type Board, ofType } from "../../relay/casework.ts"
import { today } from "../../relay/clock.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { whoWords } from "../desk/naming.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Field } from "../elements/field/field.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../language.ts"
import { signedIn } from "../session.ts"
import { dayAfter } from "./assessment-form.tsx"
import { RecordForm } from "./record-form.tsx"
import { By, Own, Sealed } from "./record-lines.tsx"
import { Section } from "./section.tsx"
import { useWriting, writeAtOnce } from "./writing.ts"

type Away = OpenedRecord<"away">

type FormProperties = {
  readonly caseId: string
  readonly before: Away | null
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Days that are over are no start for the next ones, nor is what was to be known then. */
function standing(record: Away | null, day: string): Away | null {
  return record !== null && record.clear.until >= day ? record : null
}

function AwayForm({ caseId, before, onDone, onCancel }: FormProperties) {
  const now = today(signedIn().ports.clock)
  const kept = standing(before, now)
  const writing = useWriting<"away">({
    caseId,
    before,
    first: {
      type: "away",
      clear: kept?.clear ?? { from: now, until: now },
      words: kept?.words ?? { words: "" },
    },
    onDone,
  })
  const { clear, words, change, write } = writing
  const ordered = clear.from !== "" && clear.until !== "" && clear.from <= clear.until
  return (
    <RecordForm
      title={say("away-add")}
      writing={writing}
      missing={ordered ? null : "days"}
      onCancel={onCancel}
      fields={(asked) => (
        <>
          <Field
            label={say("away-from")}
            type="date"
            value={clear.from}
            onWrite={(from) => change({ from })}
          />
          <Field
            label={say("away-until")}
            type="date"
            value={clear.until}
            onWrite={(until) => change({ until })}
            problem={asked && !ordered ? say("away-order") : undefined}
          />
          <Field
            label={say("away-words")}
            lines={3}
            value={words.words}
            onWrite={(text) => write({ words: text })}
          />
        </>
      )}
    />
  )
}

/** Days of an absence, and whose. */
export function awayWords({ by, clear }: Away): string {
  const days = { from: writtenDate(clear.from), until: writtenDate(clear.until) }
  return say("away-line", { person: whoWords(by, "mediator"), ...days })
}

/** Back before the last day, or not away after all: nothing is left of it from today on. */
function Back({
  record,
  day,
  again,
}: {
  readonly record: Away
  readonly day: string
  readonly again: () => void
}) {
  const doing = useDoing()
  const back = () =>
    doing.run(async () => {
      const until = dayAfter(day, -1)
      const from = record.clear.from < until ? record.clear.from : until
      const draft = { type: "away", clear: { from, until }, words: { words: "" } } as const
      await writeAtOnce<"away">(record.case, draft, record)
      again()
    })
  return (
    <div class="row">
      <Button busy={doing.busy} onPress={back}>
        {say("away-back")}
      </Button>
      <Trouble code={doing.trouble} />
    </div>
  )
}

export function Absences({ board, again }: { readonly board: Board; readonly again: () => void }) {
  const all = ofType(board, "away").filter(({ clear }) => clear.until >= board.day)
  const mine = ofType(board, "away").find(({ by }) => by === signedIn().person) ?? null
  const now = standing(mine, board.day)
  return (
    <Section
      id="away"
      title={say("away-title")}
      empty={all.length === 0 ? say("away-none") : null}
      add={say(now === null ? "away-add" : "away-edit")}
      form={(close) => (
        <AwayForm
          caseId={board.case}
          before={mine}
          onDone={() => {
            close()
            again()
          }}
          onCancel={close}
        />
      )}
    >
      <ul class="cards">
        {all.map((record) => (
          <li key={record.record} class="card">
            <p>{awayWords(record)}</p>
            {record.words !== null && record.words.words !== "" && <Own text={record.words.words} />}
            <Sealed record={record} />
            <By record={record} />
            {record === now && <Back record={record} day={board.day} again={again} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}
