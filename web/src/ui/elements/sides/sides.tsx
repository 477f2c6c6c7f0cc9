// SPDX-License-Identifier: EUPL-1.2
/** Two versions beside each other; on a narrow page one under the other, with a switch to see only one. */
import type { ComponentChildren } from "preact"
import { useId, useState } from "preact/hooks"
import { Button } from "../button/button.tsx"
import "./sides.css"

export type Side = {
  readonly title: string
  /** What the switch says to show this one alone. */
  readonly only: string
  readonly children: ComponentChildren
}

export type SidesProperties = {
  readonly first: Side
  readonly second: Side
  /** What the switch says to show both again. */
  readonly both: string
}

type Shown = "both" | "first" | "second"

export function Sides({ first, second, both }: SidesProperties) {
  const [shown, setShown] = useState<Shown>("both")
  const choices: readonly (readonly [Shown, string])[] = [
    ["both", both],
    ["first", first.only],
    ["second", second.only],
  ]
  return (
    <div class={`sides sides-${shown}`}>
      <div class="sides-switch row no-print">
        {choices
          .filter(([choice]) => choice !== shown)
          .map(([choice, words]) => (
            <Button key={choice} kind="quiet" onPress={() => setShown(choice)}>
              {words}
            </Button>
          ))}
      </div>
      <div class="sides-pair">
        <One side={first} place="first" />
        <One side={second} place="second" />
      </div>
    </div>
  )
}

function One({ side, place }: { readonly side: Side; readonly place: "first" | "second" }) {
  const id = useId()
  return (
    <section class={`sides-one sides-is-${place} stack near`} aria-labelledby={id}>
      <h2 id={id} class="sides-title">
        {side.title}
      </h2>
      {side.children}
    </section>
  )
}
