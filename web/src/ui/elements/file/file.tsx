// SPDX-License-Identifier: EUPL-1.2
/** One file of the person's own machine: read by this page, never sent by it. The browser's own chooser. */
import { useId } from "preact/hooks"
import { Around, described } from "../field/field.tsx"

export type FileChoiceProperties = {
  readonly label: string
  readonly hint?: string
  readonly problem?: string | undefined
  readonly onChoose: (file: File | null) => void
}

export function FileChoice({ label, hint, problem, onChoose }: FileChoiceProperties) {
  const id = useId()
  return (
    <Around id={id} label={label} hint={hint} problem={problem}>
      <input
        id={id}
        type="file"
        class="field-input"
        {...described(id, { hint, problem })}
        onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
      />
    </Around>
  )
}
