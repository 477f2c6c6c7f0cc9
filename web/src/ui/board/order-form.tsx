// SPDX-License-Identifier: EUPL-1.2
/** Writing down what stands against contact: an order or condition, or another process that should come first. */

import type { GateClear } from "../../protocol/record.ts"
import type { OrderWords } from "../../relay/record_words.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { Choice } from "../elements/choice/choice.tsx"
import { Field } from "../elements/field/field.tsx"
import { say } from "../language.ts"
import { RecordForm } from "./record-form.tsx"
import { missingWords } from "./section.tsx"
import { useWriting } from "./writing.ts"

export type GateFormProperties = {
  readonly caseId: string
  readonly person: string
  readonly before: OpenedRecord<"gate"> | null
  readonly onDone: () => void
  readonly onCancel: () => void
}

type Kind = Exclude<GateClear["gate"], "assessment">

const NO_WORDS: OrderWords = { evidence: "", reason: "" }

/** Words of an order, where there are any. */
export function orderWordsOf(before: OpenedRecord<"gate"> | null): OrderWords {
  const words = before?.words ?? NO_WORDS
  return "evidence" in words ? words : NO_WORDS
}

export function OrderForm({ gate, ...at }: GateFormProperties & { readonly gate: Kind }) {
  const { caseId, person, before, onDone, onCancel } = at
  const writing = useWriting<"gate">({
    caseId,
    before,
    first: {
      type: "gate",
      clear: {
        gate,
        participant: person,
        shut: before?.clear.shut ?? true,
        until: before?.clear.until ?? null,
      },
      words: orderWordsOf(before),
    },
    onDone,
  })
  const { clear, change, write } = writing
  const words = writing.words as OrderWords
  const bare = words.evidence.trim() === "" ? "words" : null
  const named = gate === "overlap" ? "overlap" : "order"
  return (
    <RecordForm
      title={say(`gate-${gate}`)}
      writing={writing}
      missing={bare}
      onCancel={onCancel}
      fields={(asked) => (
        <>
          <Choice<"open" | "shut">
            question={say(`${named}-question`)}
            value={clear.shut ? "shut" : "open"}
            onChoose={(value) => change({ shut: value === "shut" })}
            options={[
              { value: "open", label: say(`${named}-open`) },
              { value: "shut", label: say(`${named}-shut`) },
            ]}
          />
          <Field
            label={say(`${named}-evidence`)}
            hint={gate === "no-contact" ? say("order-evidence-hint") : undefined}
            lines={3}
            value={words.evidence}
            onWrite={(evidence) => write({ evidence })}
            problem={missingWords(asked, bare !== null)}
          />
          <Field
            label={say(`${named}-until`)}
            hint={gate === "no-contact" ? say("order-until-hint") : undefined}
            type="date"
            value={clear.until ?? ""}
            onWrite={(until) => change({ until: until === "" ? null : until })}
          />
          <Field
            label={say("order-reason")}
            lines={3}
            value={words.reason}
            onWrite={(reason) => write({ reason })}
          />
        </>
      )}
    />
  )
}
