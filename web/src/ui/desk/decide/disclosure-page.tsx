// SPDX-License-Identifier: EUPL-1.2
/** The one page of a safety matter: as it is printed, or read over the telephone. Nothing else goes on paper with it. */
import { useEffect } from "preact/hooks"
import type { Review } from "../../../relay/desk.ts"
import { pointsOf, wordsIn } from "../../../review/passages.ts"
import { Button } from "../../elements/button/button.tsx"
import { type Fact, Facts } from "../../elements/facts/facts.tsx"
import { say, writtenDate } from "../../language.ts"
import { signedIn } from "../../session.ts"
import { setting } from "../../settings.ts"
import { shortId } from "../../short-id.ts"
import { sideWords } from "../naming.ts"
import type { Disclosure } from "./work.ts"

export type DisclosurePageProperties = {
  readonly review: Review
  readonly disclosure: Disclosure
  /** What happened. */
  readonly words: string
}

/** The passages that the page quotes, word for word. */
export function quotedIn({ text }: Pick<Review, "text">, { passages }: Disclosure): readonly string[] {
  const all = pointsOf(text)
  return passages.map((passage) => wordsIn(all, passage))
}

/** The rule as the page names it. */
export function ruleInWords({ rule, ruleWords: own }: Disclosure): string {
  if (rule === null || rule === "other") return own
  return own.trim() === "" ? say(`rule-${rule}`) : `${say(`rule-${rule}`)} (${own})`
}

/** What the page says beside the mediator's words and the passages. */
function linesOf({ author, item }: Review, disclosure: Disclosure): readonly Fact[] {
  const phone = setting("phone")
  return [
    { name: say("page-day"), value: disclosure.day === "" ? "" : writtenDate(disclosure.day) },
    { name: say("page-to"), value: disclosure.to },
    { name: say("page-rule"), value: ruleInWords(disclosure) },
    {
      name: say("page-about"),
      value: say("page-about-whom", {
        side: sideWords(author.side),
        person: shortId(author.person),
        day: writtenDate(item.day),
      }),
    },
    { name: say("page-from"), value: say("page-from-whom", { person: shortId(signedIn().person) }) },
    ...(phone === "" ? [] : [{ name: say("page-phone"), value: phone }]),
  ]
}

/** The whole page as text, for the sealed register. */
export function pageText(review: Review, disclosure: Disclosure, words: string): string {
  const lines = linesOf(review, disclosure).map(({ name, value }) => `${name} – ${String(value)}`)
  return [lines.join("\n"), words, ...quotedIn(review, disclosure)].join("\n\n")
}

/** While this page is drawn, printing prints it alone. */
function usePrintedAlone(): void {
  useEffect(() => {
    document.documentElement.classList.add("printing-disclosure")
    return () => document.documentElement.classList.remove("printing-disclosure")
  }, [])
}

export function DisclosurePage({ review, disclosure, words }: DisclosurePageProperties) {
  usePrintedAlone()
  return (
    <section class="stack" aria-labelledby="disclosure-preview">
      <h3 id="disclosure-preview" class="no-print">
        {say("page-preview")}
      </h3>
      <p class="small soft no-print">{say("page-preview-hint")}</p>
      <article class="disclosure stack near" aria-label={say("page-title")}>
        <h4 class="disclosure-title">{say("page-title")}</h4>
        <Facts facts={linesOf(review, disclosure)} />
        <p class="note-words">{words}</p>
        {quotedIn(review, disclosure).map((passage, at) => (
          <blockquote key={at} class="disclosure-quote" lang={review.language} translate={false} dir="auto">
            {passage}
          </blockquote>
        ))}
        <p class="small">{say("page-only")}</p>
      </article>
      <div class="row no-print">
        <Button onPress={() => globalThis.print()}>{say("page-print")}</Button>
      </div>
    </section>
  )
}
