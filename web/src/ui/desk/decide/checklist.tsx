// SPDX-License-Identifier: EUPL-1.2
/** What is looked at before a letter is approved: each question by itself, none ticked beforehand. */
import { CHECKS, type Check, leftToCheck } from "../../../review/checklist.ts"
import { Tick } from "../../elements/choice/choice.tsx"
import { say } from "../../language.ts"

export type ChecklistProperties = {
  readonly looked: readonly Check[]
  readonly onLook: (looked: readonly Check[]) => void
  /** Somebody tried to approve before all of it was looked at. */
  readonly asked: boolean
}

export function Checklist({ looked, onLook, asked }: ChecklistProperties) {
  const left = leftToCheck(looked)
  const tick = (check: Check, on: boolean) =>
    onLook(on ? [...looked, check] : looked.filter((one) => one !== check))
  return (
    <fieldset class={asked && left.length > 0 ? "choice choice-troubled" : "choice"}>
      <legend class="choice-question">{say("checks-title")}</legend>
      <p class="small soft">{say("checks-lead")}</p>
      {asked && left.length > 0 && <p class="field-problem">{say("checks-missing")}</p>}
      {CHECKS.map((check) => (
        <Tick
          key={check}
          label={say(`check-${check}`)}
          ticked={looked.includes(check)}
          onTick={(on) => tick(check, on)}
        />
      ))}
    </fieldset>
  )
}
