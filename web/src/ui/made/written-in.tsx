// SPDX-License-Identifier: EUPL-1.2
/** The language of words that were made; each named in itself. */
import { Select } from "../elements/select/select.tsx"
import { say } from "../language.ts"

const TONGUES: readonly (readonly [string, string])[] = [
  ["en", "English"],
  ["fr", "Français"],
  ["iu", "ᐃᓄᒃᑎᑐᑦ"],
  ["cr", "ᓀᐦᐃᔭᐍᐏᐣ"],
  ["ar", "العربية"],
  ["es", "Español"],
  ["pa", "ਪੰਜਾਬੀ"],
  ["tl", "Tagalog"],
  ["zh", "中文"],
]

export type WrittenInProperties = {
  readonly value: string
  readonly onChoose: (language: string) => void
}

export function WrittenIn({ value, onChoose }: WrittenInProperties) {
  const options = [
    ...TONGUES.map(([code, name]) => ({ value: code, label: name })),
    { value: "und", label: say("making-language-other") },
  ]
  return <Select<string> label={say("making-language")} value={value} options={options} onChoose={onChoose} />
}
