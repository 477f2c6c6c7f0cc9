// SPDX-License-Identifier: EUPL-1.2
/** A few facts: what it is, and how it stands. */
import type { ComponentChildren } from "preact"
import "./facts.css"

export type Fact = { readonly name: string; readonly value: ComponentChildren }

export function Facts({ facts }: { readonly facts: readonly (Fact | null)[] }) {
  return (
    <dl class="facts">
      {facts.map(
        (fact) =>
          fact && (
            <div key={fact.name} class="fact">
              <dt>{fact.name}</dt>
              <dd>{fact.value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
