// SPDX-License-Identifier: EUPL-1.2
/** An assessment of safety, privacy and wellbeing: words, a yes or a not now, and the day on which it is due again. */
import { dayNumber, dayOf } from "../../protocol/day.ts"
import { today } from "../../relay/clock.ts"
import type { AssessmentWords } from "../../relay/record_words.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { Choice } from "../elements/choice/choice.tsx"
import { Field } from "../elements/field/field.tsx"
import { say } from "../language.ts"
import { signedIn } from "../session.ts"
import type { GateFormProperties } from "./order-form.tsx"
import { RecordForm } from "./record-form.tsx"
import { useWriting, type Writing } from "./writing.ts"

/** When an assessment is due again unless somebody says otherwise, and at the latest. */
export const ASSESSMENT_DAYS = 90
const MOST_DAYS = 366

const NO_WORDS: AssessmentWords = { safety: "", privacy: "", wellbeing: "", reason: "" }
const PARTS = ["safety", "privacy", "wellbeing", "reason"] as const

/** Return the day that comes so many days after another. */
export function dayAfter(day: string, days: number): string {
  return dayOf((dayNumber(day) + days) * 86_400)
}

function wordsOf(before: OpenedRecord<"gate"> | null): AssessmentWords {
  const words = before?.words ?? NO_WORDS
  return "safety" in words ? words : NO_WORDS
}

/** Name what is missing, or what cannot be. */
export function missingInAssessment(
  words: AssessmentWords,
  { until, now }: { readonly until: string | null; readonly now: string },
): "words" | "until" | null {
  if (PARTS.every((part) => words[part].trim() === "")) return "words"
  const fits = until !== null && until >= now && until <= dayAfter(now, MOST_DAYS)
  return fits ? null : "until"
}

export function AssessmentForm({ caseId, person, before, onDone, onCancel }: GateFormProperties) {
  const now = today(signedIn().ports.clock)
  const writing = useWriting<"gate">({
    caseId,
    before,
    first: {
      type: "gate",
      clear: {
        gate: "assessment",
        participant: person,
        shut: before?.clear.shut ?? false,
        until: dayAfter(now, ASSESSMENT_DAYS),
      },
      words: wordsOf(before),
    },
    onDone,
  })
  const words = writing.words as AssessmentWords
  const missing = missingInAssessment(words, { until: writing.clear.until, now })
  return (
    <RecordForm
      title={say("gate-assessment")}
      writing={writing}
      missing={missing}
      onCancel={onCancel}
      fields={(asked) => <Fields writing={writing} now={now} missing={asked ? missing : null} />}
    />
  )
}

type FieldsProperties = {
  readonly writing: Writing<"gate">
  readonly now: string
  readonly missing: ReturnType<typeof missingInAssessment>
}

function Fields({ writing, now, missing }: FieldsProperties) {
  const { clear, change, write } = writing
  const words = writing.words as AssessmentWords
  return (
    <>
      <p>{say("assess-no-score")}</p>
      {PARTS.map((part) => (
        <Field
          key={part}
          label={say(`assess-${part}`)}
          lines={3}
          value={words[part]}
          onWrite={(text) => write({ [part]: text })}
          problem={missing === "words" && part === "safety" ? say("board-missing-words") : undefined}
        />
      ))}
      <Choice<"open" | "shut">
        question={say("assess-question")}
        value={clear.shut ? "shut" : "open"}
        onChoose={(value) => change({ shut: value === "shut" })}
        options={[
          { value: "open", label: say("assess-open") },
          { value: "shut", label: say("assess-shut") },
        ]}
      />
      <Field
        label={say("assess-until")}
        hint={say("assess-until-hint")}
        type="date"
        min={now}
        value={clear.until ?? ""}
        onWrite={(until) => change({ until: until === "" ? null : until })}
        problem={missing === "until" ? say("board-missing-day") : undefined}
      />
    </>
  )
}
