// SPDX-License-Identifier: EUPL-1.2
/** The four numbers of a rectangle, in percent of the picture; the arrow keys change them a little. */
import { useId } from "preact/hooks"
import { say } from "../../language.ts"
import { Around } from "../field/field.tsx"
import { EDGES, type Edge, type WrittenArea } from "./area.ts"
import "./placing.css"

export type EdgesProperties = {
  readonly area: WrittenArea
  readonly onWrite: (area: WrittenArea) => void
  /** What is wrong with them, and what to do. */
  readonly problem?: string | undefined
}

export function Edges({ area, onWrite, problem }: EdgesProperties) {
  const id = useId()
  return (
    <fieldset
      class={problem ? "choice choice-troubled" : "choice"}
      aria-describedby={problem && `${id}-problem`}
    >
      <legend class="choice-question">{say("placing-title")}</legend>
      <p class="field-hint">{say("placing-hint")}</p>
      {problem && (
        <p class="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <div class="placing-edges">
        {EDGES.map((edge) => (
          <EdgeField
            key={edge}
            edge={edge}
            value={area[edge]}
            onWrite={(value) => onWrite({ ...area, [edge]: value })}
          />
        ))}
      </div>
    </fieldset>
  )
}

type EdgeFieldProperties = {
  readonly edge: Edge
  readonly value: string
  readonly onWrite: (value: string) => void
}

function EdgeField({ edge, value, onWrite }: EdgeFieldProperties) {
  const id = useId()
  return (
    <Around id={id} label={say(`placing-${edge}`)}>
      <input
        id={id}
        class="field-input"
        type="number"
        inputMode="decimal"
        min="0"
        max="100"
        step="0.5"
        autocomplete="off"
        value={value}
        onInput={(event) => onWrite(event.currentTarget.value)}
      />
    </Around>
  )
}
