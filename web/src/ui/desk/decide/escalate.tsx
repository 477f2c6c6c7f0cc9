// SPDX-License-Identifier: EUPL-1.2
/**
 * Raising a safety matter: one page for somebody outside, made here and nowhere else.
 *
 * The page can be printed or read over the telephone at any time, whether or not the relay, the
 * manager or the directory can be reached; the register follows when it can.
 */
import type { Review } from "../../../relay/desk.ts"
import { RULES, type Rule } from "../../../review/escalation.ts"
import { pointsOf } from "../../../review/passages.ts"
import { Field } from "../../elements/field/field.tsx"
import { MarkNotes } from "../../elements/marking/notes.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Select } from "../../elements/select/select.tsx"
import { say } from "../../language.ts"
import { DisclosurePage } from "./disclosure-page.tsx"
import { DecisionFrame, type FormPart, NoteField } from "./form.tsx"
import { type Disclosure, noteOf, type Working } from "./work.ts"

export type EscalateProperties = FormPart & { readonly review: Review; readonly working: Working }

function problem(found: boolean, words: string): string | undefined {
  return found ? words : undefined
}

type RuleProperties = {
  readonly disclosure: Disclosure
  readonly missing: FormPart["missing"]
  readonly onChange: (part: Partial<Disclosure>) => void
}

function RuleFields({ disclosure, missing, onChange }: RuleProperties) {
  const options = [
    { value: "", label: say("escalate-rule-choose") },
    ...RULES.map((value) => ({ value, label: say(`rule-${value}`) })),
  ] as const
  return (
    <>
      {missing === "rule" && <p class="field-problem">{say("escalate-rule-missing")}</p>}
      <Select
        label={say("escalate-rule")}
        value={disclosure.rule ?? ""}
        options={options}
        onChoose={(rule) => onChange({ rule: rule === "" ? null : (rule satisfies Rule) })}
      />
      <Field
        label={say("escalate-rule-words")}
        hint={say("escalate-rule-words-hint")}
        value={disclosure.ruleWords}
        onWrite={(ruleWords) => onChange({ ruleWords })}
        problem={problem(missing === "rule-words", say("escalate-rule-words-missing"))}
      />
    </>
  )
}

export function EscalateForm({ review, working, ...part }: EscalateProperties) {
  const { work, change, write } = working
  const { disclosure } = work
  const { missing } = part
  /** Another page than the one that the register has is another entry. */
  const onChange = (changed: Partial<Disclosure>) =>
    change({ disclosure: { ...disclosure, ...changed, registered: false } })
  return (
    <>
      <DecisionFrame
        {...part}
        title={say("decide-escalate")}
        text={say("escalate-text")}
        go={say("escalate-yes")}
      >
        <Field
          label={say("escalate-to")}
          hint={say("escalate-to-hint")}
          value={disclosure.to}
          onWrite={(to) => onChange({ to })}
          problem={problem(missing === "to", say("escalate-to-missing"))}
        />
        <RuleFields disclosure={disclosure} missing={missing} onChange={onChange} />
        <Field
          label={say("escalate-day")}
          type="date"
          value={disclosure.day}
          onWrite={(day) => onChange({ day })}
          problem={problem(missing === "day", say("escalate-day-missing"))}
        />
        <NoteField
          label={say("escalate-note")}
          value={noteOf(work, "escalate")}
          onWrite={(note) => {
            write("escalate", note)
            onChange({})
          }}
          missing={missing}
        />
        <p>{say("escalate-passages")}</p>
        <MarkNotes
          all={pointsOf(review.text)}
          marks={disclosure.passages}
          onMark={(passages) => onChange({ passages })}
          words={false}
          language={review.language}
        />
        {missing === "too-long" && <p class="field-problem">{say("escalate-too-long")}</p>}
      </DecisionFrame>
      {disclosure.registered && <Notice title={say("register-done")} />}
      <DisclosurePage review={review} disclosure={disclosure} words={noteOf(work, "escalate")} />
    </>
  )
}
