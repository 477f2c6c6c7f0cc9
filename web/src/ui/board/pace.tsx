// SPDX-License-Identifier: EUPL-1.2
/** How many messages of one side may be offered to the other, within how many days. */
import { useState } from "preact/hooks"
import type { Side } from "../../relay/casework.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { sideWords } from "../desk/naming.ts"
import { Field } from "../elements/field/field.tsx"
import { Select } from "../elements/select/select.tsx"
import { say } from "../language.ts"
import { NO_LIMIT, paceWords } from "./facts.ts"
import { RecordForm } from "./record-form.tsx"
import { By, EarlierVersions, Own, Sealed } from "./record-lines.tsx"
import { Named, Opening } from "./section.tsx"
import { useWriting } from "./writing.ts"

const MOST = [1, 2, 3, 5, 10, NO_LIMIT]
const DAYS = [7, 14, 30, 60, 90, 180, 366]

/** The usual numbers, and the one that stands. */
function choices(usual: readonly number[], now: number): readonly number[] {
  return [...new Set([...usual, now])].sort((one, other) => one - other)
}

type FormProperties = {
  readonly caseId: string
  readonly side: Side
  readonly before: OpenedRecord<"pace"> | null
  readonly onDone: () => void
  readonly onCancel: () => void
}

function PaceForm({ caseId, side, before, onDone, onCancel }: FormProperties) {
  const { most = 1, days = 30 } = before?.clear ?? {}
  const writing = useWriting<"pace">({
    caseId,
    before,
    first: { type: "pace", clear: { side, most, days }, words: before?.words ?? { reason: "" } },
    onDone,
  })
  const { clear, words, change, write } = writing
  return (
    <RecordForm
      title={say("pace-title")}
      writing={writing}
      missing={null}
      onCancel={onCancel}
      fields={() => (
        <>
          <p>{say("pace-form")}</p>
          <Select
            label={say("pace-most")}
            value={String(clear.most)}
            options={choices(MOST, most).map((value) => ({
              value: String(value),
              label: value >= NO_LIMIT ? say("pace-none") : String(value),
            }))}
            onChoose={(value) => change({ most: Number(value) })}
          />
          {clear.most < NO_LIMIT && (
            <Select
              label={say("pace-days")}
              value={String(clear.days)}
              options={choices(DAYS, days).map((value) => ({
                value: String(value),
                label: say("pace-days-of", { days: value }),
              }))}
              onChoose={(value) => change({ days: Number(value) })}
            />
          )}
          <Field
            label={say("pace-reason")}
            lines={2}
            value={words.reason}
            onWrite={(reason) => write({ reason })}
          />
        </>
      )}
    />
  )
}

export type PaceProperties = {
  readonly caseId: string
  readonly side: Side
  readonly record: OpenedRecord<"pace"> | null
  readonly again: () => void
}

export function Pace({ caseId, side, record, again }: PaceProperties) {
  const [open, setOpen] = useState(false)
  const what = `${say("pace-title")} (${sideWords(side)})`
  const add =
    record === null ? (
      <Named short={say("gate-write")} long={say("gate-write-what", { what })} />
    ) : (
      <Named short={say("board-change")} long={say("board-change-what", { what })} />
    )
  return (
    <div class="card">
      <h3>{say("pace-title")}</h3>
      {record === null ? (
        <p class="soft">{say("pace-none")}</p>
      ) : (
        <>
          <p>{paceWords(record.clear)}</p>
          {record.words !== null && record.words.reason !== "" && <Own text={record.words.reason} />}
          <Sealed record={record} />
          <By record={record} />
          <EarlierVersions record={record} what={what} />
        </>
      )}
      <Opening open={open} add={add} onOpen={setOpen}>
        <PaceForm
          {...{ caseId, side }}
          before={record}
          onDone={() => {
            setOpen(false)
            again()
          }}
          onCancel={() => setOpen(false)}
        />
      </Opening>
    </div>
  )
}
