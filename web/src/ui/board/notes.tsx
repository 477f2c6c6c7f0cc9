// SPDX-License-Identifier: EUPL-1.2
/** Sealed notes of a case, with what colleagues should watch for. */
import { type Board, ofType } from "../../relay/casework.ts"
import { RISKS } from "../../relay/record_words.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { Tick } from "../elements/choice/choice.tsx"
import { Field } from "../elements/field/field.tsx"
import { say } from "../language.ts"
import { Entry } from "./entry.tsx"
import { riskWords } from "./facts.ts"
import { RecordForm } from "./record-form.tsx"
import { Own } from "./record-lines.tsx"
import { missingWords, Section } from "./section.tsx"
import { useWriting } from "./writing.ts"

const EMPTY = { words: "", message: null, risks: [] } as const

type FormProperties = {
  readonly caseId: string
  readonly before: OpenedRecord<"note"> | null
  readonly onDone: () => void
  readonly onCancel: () => void
}

function NoteForm({ caseId, before, onDone, onCancel }: FormProperties) {
  const writing = useWriting<"note">({
    caseId,
    before,
    first: { type: "note", clear: { gone: false }, words: before?.words ?? EMPTY },
    onDone,
  })
  const { words, write } = writing
  const missing = words.words.trim() === "" ? "words" : null
  const flag = (risk: (typeof RISKS)[number], on: boolean) =>
    write({ risks: RISKS.filter((one) => (one === risk ? on : words.risks.includes(one))) })
  return (
    <RecordForm
      title={say("notes-add")}
      writing={writing}
      missing={missing}
      onCancel={onCancel}
      fields={(asked) => (
        <>
          <Field
            label={say("note-words")}
            lines={5}
            value={words.words}
            onWrite={(text) => write({ words: text })}
            problem={missingWords(asked, missing !== null)}
          />
          <fieldset class="choice">
            <legend class="choice-question">{say("note-risks")}</legend>
            {RISKS.map((risk) => (
              <Tick
                key={risk}
                label={say(`risk-${risk}`)}
                ticked={words.risks.includes(risk)}
                onTick={(on) => flag(risk, on)}
              />
            ))}
          </fieldset>
        </>
      )}
    />
  )
}

export function Notes({ board, again }: { readonly board: Board; readonly again: () => void }) {
  const notes = ofType(board, "note").filter(({ clear }) => !clear.gone)
  const newest = [...notes].sort((one, other) => (one.day < other.day ? 1 : -1))
  const done = (close: () => void) => () => {
    close()
    again()
  }
  return (
    <Section
      id="notes"
      title={say("notes-title")}
      lead={say("notes-lead")}
      empty={notes.length === 0 ? say("notes-none") : null}
      add={say("notes-add")}
      shortcut="n"
      form={(close) => <NoteForm caseId={board.case} before={null} onDone={done(close)} onCancel={close} />}
    >
      <ul class="cards">
        {newest.map((note) => (
          <Entry<"note">
            key={note.record}
            record={note}
            what={note.words?.words.slice(0, 60) ?? say("type-note")}
            emptied={{ type: "note", clear: { gone: true }, words: EMPTY }}
            again={again}
            form={(close) => (
              <NoteForm caseId={board.case} before={note} onDone={done(close)} onCancel={close} />
            )}
          >
            {note.words !== null && <Own text={note.words.words} />}
            {note.words !== null && note.words.risks.length > 0 && (
              <p class="board-flag">{say("risk-flag", { risks: riskWords(note.words.risks) })}</p>
            )}
          </Entry>
        ))}
      </ul>
    </Section>
  )
}
