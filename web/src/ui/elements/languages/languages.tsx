// SPDX-License-Identifier: EUPL-1.2
/** The other language, named in full and in itself. Place and typed text stay. */
import { LANGUAGES } from "../../../locales/catalogue.ts"
import { otherLanguage, speak } from "../../language.ts"
import "./languages.css"

export function LanguageSwitch() {
  const other = otherLanguage()
  return (
    <button type="button" class="languages" lang={other} onClick={() => void speak(other)}>
      {LANGUAGES[other]}
    </button>
  )
}
