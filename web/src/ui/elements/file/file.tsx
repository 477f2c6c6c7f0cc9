// SPDX-License-Identifier: EUPL-1.2
/** One file of the person's own machine: read by this page, never sent by it. The browser's own chooser. */
import { useId } from "preact/hooks"
import "../field/field.css"

export type FileChoiceProperties = {
  readonly label: string
  readonly hint?: string
  readonly problem?: string | undefined
  readonly onChoose: (file: File | null) => void
}

export function FileChoice({ label, hint, problem, onChoose }: FileChoiceProperties) {
  const id = useId()
  const by = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ")
  return (
    <div class={problem ? "field field-troubled" : "field"}>
      <label class="field-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <input
        id={id}
        type="file"
        class="field-input"
        {...(by ? { "aria-describedby": by } : {})}
        {...(problem ? { "aria-invalid": true } : {})}
        onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
      />
    </div>
  )
}
