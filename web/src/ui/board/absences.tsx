// SPDX-License-Identifier: EUPL-1.2
/** Being away: from which day to which, and what whoever covers needs to know. */

import { type Board, ofType } from "../../relay/casework.ts"
import { today } from "../../relay/clock.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { shortId } from "../desk/naming.ts"
import { Field } from "../elements/field/field.tsx"
import { say, writtenDate } from "../language.ts"
import { signedIn } from "../session.ts"
import { RecordForm } from "./record-form.tsx"
import { By, Own, Sealed } from "./record-lines.tsx"
import { Section } from "./section.tsx"
import { useWriting } from "./writing.ts"

type FormProperties = {
  readonly caseId: string
  readonly before: OpenedRecord<"away"> | null
  readonly onDone: () => void
  readonly onCancel: () => void
}

function AwayForm({ caseId, before, onDone, onCancel }: FormProperties) {
  const now = today(signedIn().ports.clock)
  const writing = useWriting<"away">({
    caseId,
    before,
    first: {
      type: "away",
      clear: before?.clear ?? { from: now, until: now },
      words: before?.words ?? { words: "" },
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
export function awayWords({ by, clear }: OpenedRecord<"away">): string {
  const days = { from: writtenDate(clear.from), until: writtenDate(clear.until) }
  return say("away-line", { person: shortId(by), ...days })
}

export function Absences({ board, again }: { readonly board: Board; readonly again: () => void }) {
  const all = ofType(board, "away").filter(({ clear }) => clear.until >= board.day)
  const mine = ofType(board, "away").find(({ by }) => by === signedIn().person) ?? null
  return (
    <Section
      id="away"
      title={say("away-title")}
      empty={all.length === 0 ? say("away-none") : null}
      add={say(mine === null ? "away-add" : "away-edit")}
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
          </li>
        ))}
      </ul>
    </Section>
  )
}
