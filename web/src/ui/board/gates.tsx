// SPDX-License-Identifier: EUPL-1.2
/** One person's gates: which are shut and how each opens, what was written about them, and the forms to write it. */
import { useState } from "preact/hooks"
import type { Shut } from "../../protocol/gates.ts"
import type { GateClear } from "../../protocol/record.ts"
import type { PersonOnBoard } from "../../relay/casework.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { More } from "../elements/more/more.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { say } from "../language.ts"
import { AssessmentForm } from "./assessment-form.tsx"
import { gateWords } from "./facts.ts"
import { OrderForm } from "./order-form.tsx"
import { EarlierVersions, Lines } from "./record-lines.tsx"
import { Named, Opening } from "./section.tsx"
import { shutWords } from "./shut.ts"

const GATES: readonly GateClear["gate"][] = ["no-contact", "assessment", "overlap"]

type ShutListProperties = { readonly shut: readonly Shut[]; readonly onlyServer: readonly Shut[] }

/** Every reason for which nothing can be offered, each with what opens it. */
export function ShutList({ shut, onlyServer }: ShutListProperties) {
  const all = [...shut, ...onlyServer]
  if (all.length === 0) return <p>{say("gates-open")}</p>
  return (
    <ul class="board-shut">
      {all.map((one) => (
        <li key={`${one.code}-${one.channel}`}>
          <strong>{shutWords(one)}</strong>
          <p class="small">{say(`shut-${one.code}-how`)}</p>
          {onlyServer.includes(one) && <p class="small">{say("shut-only-server")}</p>}
        </li>
      ))}
    </ul>
  )
}

type GateProperties = {
  readonly caseId: string
  readonly person: string
  readonly gate: GateClear["gate"]
  readonly record: OpenedRecord<"gate"> | null
  readonly day: string
  readonly again: () => void
}

function GateForm({
  gate,
  ...at
}:
  | Parameters<typeof OrderForm>[0]
  | (Parameters<typeof AssessmentForm>[0] & { readonly gate: "assessment" })) {
  return gate === "assessment" ? <AssessmentForm {...at} /> : <OrderForm {...at} gate={gate} />
}

function Standing({ record, day }: { readonly record: OpenedRecord<"gate">; readonly day: string }) {
  const { until, gate } = record.clear
  return (
    <>
      <p>
        {gateWords(record.clear)}
        {until !== null && until < day && <span class="board-over"> {say("gate-over")}</span>}
      </p>
      <More title={say("gate-words")}>
        <Lines record={record} />
        <EarlierVersions record={record} what={say(`gate-${gate}`)} />
      </More>
    </>
  )
}

function Gate({ caseId, person, gate, record, day, again }: GateProperties) {
  const [open, setOpen] = useState(false)
  const what = say(`gate-${gate}`)
  const add =
    record === null ? (
      <Named short={say("gate-write")} long={say("gate-write-what", { what })} />
    ) : (
      <Named short={say("board-change")} long={say("board-change-what", { what })} />
    )
  return (
    <li class="board-gate">
      <h4>{what}</h4>
      {record === null ? <p class="soft">{say("gate-none")}</p> : <Standing record={record} day={day} />}
      <Opening open={open} add={add} onOpen={setOpen}>
        <GateForm
          {...{ gate, caseId, person }}
          before={record}
          onDone={() => {
            setOpen(false)
            again()
          }}
          onCancel={() => setOpen(false)}
        />
      </Opening>
    </li>
  )
}

export type GatesProperties = {
  readonly caseId: string
  readonly person: PersonOnBoard
  readonly onlyServer: readonly Shut[]
  readonly doubted: boolean
  readonly day: string
  readonly again: () => void
}

export function Gates({ caseId, person, onlyServer, doubted, day, again }: GatesProperties) {
  const theirs = onlyServer.filter(({ participant }) => participant === person.person)
  return (
    <div class="stack near">
      <h4>{say("gates-title")}</h4>
      {doubted ? (
        <Notice tone="trouble" title={say("board-doubt")} />
      ) : (
        <ShutList shut={person.shut} onlyServer={theirs} />
      )}
      <ul class="board-gates">
        {GATES.map((gate) => (
          <Gate
            key={gate}
            {...{ caseId, gate, day, again }}
            person={person.person}
            record={person.gates[gate]}
          />
        ))}
      </ul>
    </div>
  )
}
