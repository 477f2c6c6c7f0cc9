// SPDX-License-Identifier: EUPL-1.2
/** How a letter is to be read: with whom, in parts, on paper, at the kiosk, until when. */

import type { Conditions } from "../../../protocol/note_words.ts"
import { Choice, Tick } from "../../elements/choice/choice.tsx"
import { Field } from "../../elements/field/field.tsx"
import { say } from "../../language.ts"
import type { Sort } from "../../sort.ts"
import { tomorrow } from "../naming.ts"

const COMPANIES: readonly Conditions["company"][] = ["any", "mediator", "support"]

export type ConditionsFieldsProperties = {
  readonly conditions: Conditions
  /** What is read: a film has no paragraphs. */
  readonly what: Sort
  readonly onChange: (conditions: Conditions) => void
}

export function ConditionsFields({ conditions, what, onChange }: ConditionsFieldsProperties) {
  const change = (part: Partial<Conditions>) => onChange({ ...conditions, ...part })
  return (
    <div class="stack near">
      <Choice
        question={say("reading-company")}
        options={COMPANIES.map((value) => ({ value, label: say(`reading-company-${value}`) }))}
        value={conditions.company}
        onChoose={(company) => change({ company })}
      />
      <fieldset class="choice">
        <legend class="choice-question">{say("reading-how")}</legend>
        {what === "letter" && (
          <Tick
            label={say("reading-parts")}
            ticked={conditions.parts}
            onTick={(parts) => change({ parts })}
          />
        )}
        <Tick label={say("reading-print")} ticked={conditions.print} onTick={(print) => change({ print })} />
        <Tick label={say("reading-kiosk")} ticked={conditions.kiosk} onTick={(kiosk) => change({ kiosk })} />
      </fieldset>
      <Field
        label={say("reading-expires")}
        hint={say("reading-expires-hint")}
        type="date"
        min={tomorrow()}
        value={conditions.expires ?? ""}
        onWrite={(day) => change({ expires: day === "" ? null : day })}
      />
    </div>
  )
}

/** The same in words, for a question before it is signed. */
export function conditionsInWords(
  conditions: Conditions,
  written: (day: string) => string,
): readonly string[] {
  const { company, parts, print, kiosk, expires } = conditions
  return [
    say(`reading-company-${company}`),
    ...(parts ? [say("reading-parts")] : []),
    say(print ? "reading-print" : "reading-no-print"),
    ...(kiosk ? [] : [say("reading-no-kiosk")]),
    ...(expires === null ? [] : [say("reading-until", { day: written(expires) })]),
  ]
}
