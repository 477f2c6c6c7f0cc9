// SPDX-License-Identifier: EUPL-1.2
/** Quick exit: in one place on every page, first after the skip link. On a phone, short words in a bar of its own. */
import type { Language } from "../../../locales/catalogue.ts"
import { language, sayIn } from "../../language.ts"
import "./exit.css"

export type ExitButtonProperties = {
  readonly onLeave: () => void
  /** On the first page, which has no language yet: both, one size. */
  readonly both?: boolean
}

function Words({ tongue }: { readonly tongue: Language }) {
  return (
    <span lang={tongue} class="exit-words">
      <span class="exit-long">{sayIn(tongue, "exit-long")}</span>
      <span class="exit-short">{sayIn(tongue, "exit-short")}</span>
    </span>
  )
}

export function ExitButton({ onLeave, both = false }: ExitButtonProperties) {
  const tongues: readonly Language[] = both ? ["en", "fr"] : [language.value]
  return (
    <div class="exit">
      <button type="button" class="exit-button" onClick={onLeave}>
        {tongues.map((tongue) => (
          <Words key={tongue} tongue={tongue} />
        ))}
      </button>
    </div>
  )
}
