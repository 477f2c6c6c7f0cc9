// SPDX-License-Identifier: EUPL-1.2
/** In which language something is written or spoken: named in itself. */
import { say } from "../language.ts"

const WRITTEN_IN: readonly (readonly [string, string])[] = [
  ["en", "English"],
  ["fr", "Français"],
]

export type WrittenInProperties = {
  readonly label: string
  readonly language: string
  readonly onChoose: (language: string) => void
}

export function WrittenIn({ label, language, onChoose }: WrittenInProperties) {
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <select class="select" value={language} onChange={(event) => onChoose(event.currentTarget.value)}>
        {WRITTEN_IN.map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
        <option value="und">{say("write-language-other")}</option>
      </select>
    </label>
  )
}
