// SPDX-License-Identifier: EUPL-1.2
/** One of a list that is too long to lay out: the browser's own. */
import { useId } from "preact/hooks"
import "./select.css"

export type SelectProperties<V extends string> = {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onChoose: (value: V) => void
}

export function Select<V extends string>({ label, value, options, onChoose }: SelectProperties<V>) {
  const id = useId()
  return (
    <div class="select-field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="select-input"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value)
          if (chosen !== undefined) onChoose(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
