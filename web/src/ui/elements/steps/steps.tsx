// SPDX-License-Identifier: EUPL-1.2
/** Where one is in a few steps: said in words, and listed for who wants to see what is left. */
import { say } from "../../language.ts"
import "./steps.css"

export type StepsProperties = {
  readonly names: readonly string[]
  /** From 1. */
  readonly now: number
}

export function Steps({ names, now }: StepsProperties) {
  return (
    <div class="steps no-print">
      <p class="steps-words">{say("enrol-step", { now, of: names.length })}</p>
      <ol class="steps-list">
        {names.map((name, index) => (
          <li
            key={name}
            class={index + 1 < now ? "step step-done" : "step"}
            aria-current={index + 1 === now ? "step" : undefined}
          >
            <span>{name}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
