// SPDX-License-Identifier: EUPL-1.2
/** Asking for another mediator, with a reason that only the case's mediators read; and taking that back. */

import { type Board, ofType } from "../../relay/casework.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { whoWords } from "../desk/naming.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Field } from "../elements/field/field.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../language.ts"
import { signedIn } from "../session.ts"
import { RecordForm } from "./record-form.tsx"
import { Own, Sealed } from "./record-lines.tsx"
import { missingWords, Section } from "./section.tsx"
import { useWriting, writeAtOnce } from "./writing.ts"

type Recusal = OpenedRecord<"recusal">

type FormProperties = {
  readonly caseId: string
  readonly before: Recusal | null
  readonly onDone: () => void
  readonly onCancel: () => void
}

function RecusalForm({ caseId, before, onDone, onCancel }: FormProperties) {
  const writing = useWriting<"recusal">({
    caseId,
    before,
    first: { type: "recusal", clear: { open: true }, words: before?.words ?? { reason: "" } },
    onDone,
  })
  const { words, write } = writing
  const missing = words.reason.trim() === "" ? "words" : null
  return (
    <RecordForm
      title={say("recusal-ask")}
      writing={writing}
      missing={missing}
      onCancel={onCancel}
      fields={(asked) => (
        <Field
          label={say("recusal-reason")}
          lines={4}
          value={words.reason}
          onWrite={(reason) => write({ reason })}
          problem={missingWords(asked, missing !== null)}
        />
      )}
    />
  )
}

function TakeBack({ record, again }: { readonly record: Recusal; readonly again: () => void }) {
  const doing = useDoing()
  const takeBack = () =>
    doing.run(async () => {
      const draft = { type: "recusal", clear: { open: false }, words: { reason: "" } } as const
      await writeAtOnce<"recusal">(record.case, draft, record)
      again()
    })
  return (
    <div class="row">
      <Button busy={doing.busy} onPress={takeBack}>
        {say("recusal-withdraw")}
      </Button>
      <Trouble code={doing.trouble} />
    </div>
  )
}

function Asked({ record, again }: { readonly record: Recusal; readonly again: () => void }) {
  const mine = record.by === signedIn().person
  const day = writtenDate(record.day)
  return (
    <li class="card">
      <p>
        {mine
          ? say("recusal-open", { day })
          : say("recusal-open-other", { person: whoWords(record.by, "mediator"), day })}
      </p>
      {record.words !== null && <Own text={record.words.reason} />}
      <Sealed record={record} />
      {mine && <TakeBack record={record} again={again} />}
    </li>
  )
}

export function Recusals({ board, again }: { readonly board: Board; readonly again: () => void }) {
  const all = ofType(board, "recusal")
  const mine = all.find(({ by }) => by === signedIn().person) ?? null
  return (
    <Section
      id="recusal"
      title={say("recusal-title")}
      lead={say("recusal-lead")}
      empty={null}
      add={mine?.clear.open === true ? null : say("recusal-ask")}
      form={(close) => (
        <RecusalForm
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
        {all
          .filter(({ clear }) => clear.open)
          .map((record) => (
            <Asked key={record.record} record={record} again={again} />
          ))}
      </ul>
    </Section>
  )
}
