// SPDX-License-Identifier: EUPL-1.2
/** The end of either form: in which language to answer, the one button, and what is said while and after it. */

import type { ErrorCode } from "../../errors.ts"
import { LANGUAGES, type Language } from "../../locales/catalogue.ts"
import type { Doing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Choice } from "../elements/choice/choice.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"

export type SentLanguage = Language

export function SentLanguageChoice({
  value,
  onChoose,
}: {
  readonly value: SentLanguage
  readonly onChoose: (tongue: SentLanguage) => void
}) {
  return (
    <Choice<SentLanguage>
      question={say("ask-language")}
      value={value}
      onChoose={onChoose}
      options={[
        { value: "en", label: LANGUAGES.en },
        { value: "fr", label: LANGUAGES.fr },
      ]}
    />
  )
}

/** Said in words of this page: whoever asks has no mediator yet whom the usual words could name. */
const OWN: Partial<Record<ErrorCode, "ask-trouble-hidden" | "ask-trouble-long" | "ask-trouble-many">> = {
  "hidden-text": "ask-trouble-hidden",
  "too-large": "ask-trouble-long",
  "too-many-tries": "ask-trouble-many",
  "storage-full": "ask-trouble-many",
  "too-busy": "ask-trouble-many",
}

function AskTrouble({ code }: { readonly code: ErrorCode | null }) {
  const own = code === null ? undefined : OWN[code]
  if (own === undefined) return <Trouble code={code} />
  return (
    <Notice tone="trouble" live="now" title={say("error-title")}>
      <p>{say(own)}</p>
    </Notice>
  )
}

export function Sending({ doing, ready }: { readonly doing: Doing; readonly ready: boolean }) {
  return (
    <div class="stack near">
      <p>{say("ask-nothing-kept")}</p>
      <AskTrouble code={doing.trouble} />
      {doing.trouble !== null && <p>{say("ask-again")}</p>}
      <div class="row">
        <Button kind="main" ends busy={doing.busy || !ready}>
          {say("ask-go")}
        </Button>
      </div>
      <p role="status">{doing.busy && say("ask-busy")}</p>
    </div>
  )
}
