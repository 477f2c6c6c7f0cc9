// SPDX-License-Identifier: EUPL-1.2
/** Steps of repair, where possible, and how each stands. */
import { type Board, ofType } from "../../relay/casework.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { Field } from "../elements/field/field.tsx"
import { say } from "../language.ts"
import { Entry } from "./entry.tsx"
import { RecordForm } from "./record-form.tsx"
import { Own } from "./record-lines.tsx"
import { missingWords, Section } from "./section.tsx"
import { useWriting } from "./writing.ts"

const EMPTY = { words: "", progress: "" } as const

type FormProperties = {
  readonly caseId: string
  readonly before: OpenedRecord<"repair"> | null
  readonly onDone: () => void
  readonly onCancel: () => void
}

function RepairForm({ caseId, before, onDone, onCancel }: FormProperties) {
  const writing = useWriting<"repair">({
    caseId,
    before,
    first: { type: "repair", clear: { gone: false }, words: before?.words ?? EMPTY },
    onDone,
  })
  const { words, write } = writing
  const missing = words.words.trim() === "" ? "words" : null
  return (
    <RecordForm
      title={say("repairs-add")}
      writing={writing}
      missing={missing}
      onCancel={onCancel}
      fields={(asked) => (
        <>
          <Field
            label={say("repair-words")}
            lines={3}
            value={words.words}
            onWrite={(text) => write({ words: text })}
            problem={missingWords(asked, missing !== null)}
          />
          <Field
            label={say("repair-progress")}
            lines={3}
            value={words.progress}
            onWrite={(progress) => write({ progress })}
          />
        </>
      )}
    />
  )
}

export function Repairs({ board, again }: { readonly board: Board; readonly again: () => void }) {
  const repairs = ofType(board, "repair").filter(({ clear }) => !clear.gone)
  const form = (before: OpenedRecord<"repair"> | null) => (close: () => void) => (
    <RepairForm
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
      id="repairs"
      title={say("repairs-title")}
      empty={repairs.length === 0 ? say("repairs-none") : null}
      add={say("repairs-add")}
      form={form(null)}
    >
      <ul class="cards">
        {repairs.map((repair) => (
          <Entry<"repair">
            key={repair.record}
            record={repair}
            what={repair.words?.words.slice(0, 60) ?? say("type-repair")}
            emptied={{ type: "repair", clear: { gone: true }, words: EMPTY }}
            again={again}
            form={form(repair)}
          >
            {repair.words !== null && <Own text={repair.words.words} />}
            {repair.words !== null && repair.words.progress !== "" && (
              <div class="board-line">
                <p class="soft">{say("fact-progress")}</p>
                <Own text={repair.words.progress} />
              </div>
            )}
          </Entry>
        ))}
      </ul>
    </Section>
  )
}
