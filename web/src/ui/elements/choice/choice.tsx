// SPDX-License-Identifier: EUPL-1.2
/** One answer of a few, or one thing to tick. Nothing is chosen beforehand where it matters. */
import { useId } from "preact/hooks"
import "./choice.css"

export type Option<V extends string> = { readonly value: V; readonly label: string; readonly hint?: string }

export type ChoiceProperties<V extends string> = {
  readonly question: string
  readonly options: readonly Option<V>[]
  readonly value: V | null
  readonly onChoose: (value: V) => void
  readonly problem?: string | undefined
}

export function Choice<V extends string>({
  question,
  options,
  value,
  onChoose,
  problem,
}: ChoiceProperties<V>) {
  const id = useId()
  return (
    <fieldset
      class={problem ? "choice choice-troubled" : "choice"}
      aria-describedby={problem && `${id}-problem`}
    >
      <legend class="choice-question">{question}</legend>
      {problem && (
        <p class="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} class="choice-option">
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={value === option.value}
            aria-describedby={option.hint && `${id}-${option.value}`}
            onChange={() => onChoose(option.value)}
          />
          <span>
            <span class="choice-label">{option.label}</span>
            {option.hint && (
              <span class="choice-hint" id={`${id}-${option.value}`}>
                {option.hint}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

export type TickProperties = {
  readonly label: string
  readonly ticked: boolean
  readonly onTick: (ticked: boolean) => void
}

export function Tick({ label, ticked, onTick }: TickProperties) {
  return (
    <label class="choice-option">
      <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} />
      <span class="choice-label">{label}</span>
    </label>
  )
}
