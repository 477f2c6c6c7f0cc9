// SPDX-License-Identifier: EUPL-1.2
/** Which consent text a new case begins with: the one of this package, to be read here, or the programme's own files. */
import type { ConsentWords } from "../../relay/opening_case.ts"
import { Choice } from "../elements/choice/choice.tsx"
import { FileChoice } from "../elements/file/file.tsx"
import { More } from "../elements/more/more.tsx"
import { say } from "../language.ts"
import { OWN_CONSENT } from "./own-consent.ts"

export type ConsentTyped = {
  readonly from: "package" | "files"
  readonly en: File | null
  readonly fr: File | null
}

/** What the command line takes, too, where nobody names a text. */
export const FIRST_CONSENT: ConsentTyped = { from: "package", en: null, fr: null }

/** True once there is a text in both languages. */
export function isWhole({ from, en, fr }: ConsentTyped): boolean {
  return from === "package" || (en !== null && fr !== null)
}

export async function textsOf({ from, en, fr }: ConsentTyped): Promise<ConsentWords | null> {
  if (from === "package") return OWN_CONSENT
  if (en === null || fr === null) return null
  const [english, french] = await Promise.all([en.text(), fr.text()])
  return { en: english, fr: french }
}

/** What a signature says of it. */
export function saysConsent({ from, en, fr }: ConsentTyped): string {
  if (from === "package") return say("new-case-consent-is-package")
  return say("new-case-consent-is", { file: en?.name ?? "", french: fr?.name ?? "" })
}

export type ConsentChoiceProperties = {
  readonly typed: ConsentTyped
  readonly onType: (typed: ConsentTyped) => void
  readonly asked: boolean
}

export function ConsentChoice({ typed, onType, asked }: ConsentChoiceProperties) {
  const missing = (file: File | null) =>
    asked && file === null ? say("new-case-consent-missing") : undefined
  return (
    <>
      <Choice<ConsentTyped["from"]>
        question={say("new-case-consent-which")}
        value={typed.from}
        onChoose={(from) => onType({ ...typed, from })}
        options={[
          { value: "package", label: say("new-case-consent-package") },
          { value: "files", label: say("new-case-consent-files") },
        ]}
      />
      {typed.from === "package" ? (
        <More title={say("new-case-consent-read")}>
          <p class="note-words" lang="en">
            {OWN_CONSENT.en}
          </p>
          <p class="note-words" lang="fr">
            {OWN_CONSENT.fr}
          </p>
        </More>
      ) : (
        <>
          <FileChoice
            label={say("new-case-consent")}
            hint={say("new-case-consent-hint")}
            onChoose={(en) => onType({ ...typed, en })}
            problem={missing(typed.en)}
          />
          <FileChoice
            label={say("new-case-consent-fr")}
            hint={say("new-case-consent-hint")}
            onChoose={(fr) => onType({ ...typed, fr })}
            problem={missing(typed.fr)}
          />
        </>
      )}
    </>
  )
}
