// SPDX-License-Identifier: EUPL-1.2
/** The text that a yes is over: in one's own language, with the other one a press away. */

import { LANGUAGES, type Language } from "../../../locales/catalogue.ts"
import { paragraphsOf } from "../../../review/release.ts"
import type { Loaded } from "../../doing.ts"
import { More } from "../../elements/more/more.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { language, otherLanguage, say } from "../../language.ts"

export type Text = { readonly [L in Language]: string }

/** Nothing of it is shown unless it is the one that the case's rules name. */
export function ConsentWords({ text }: { readonly text: Loaded<Text> }) {
  if (text.trouble === "not-found") {
    return <Notice tone="care" live="polite" title={say("agree-text-missing")} />
  }
  const [own, other] = [language.value, otherLanguage()]
  return (
    <section class="stack near" aria-labelledby="agree-text">
      <h2 id="agree-text">{say("agree-text-title")}</h2>
      <Trouble code={text.trouble} again={text.again} />
      {text.value === null && text.trouble === null && <p role="status">{say("loading")}</p>}
      {text.value !== null && (
        <>
          <More title={say("agree-text-read")}>
            <Words tongue={own} words={text.value[own]} />
          </More>
          <More title={LANGUAGES[other]}>
            <Words tongue={other} words={text.value[other]} />
          </More>
        </>
      )}
    </section>
  )
}

function Words({ tongue, words }: { readonly tongue: Language; readonly words: string }) {
  return (
    <div lang={tongue} class="stack near written">
      {paragraphsOf(words).map((paragraph, index) => (
        <p key={index} class="words">
          {paragraph}
        </p>
      ))}
    </div>
  )
}
