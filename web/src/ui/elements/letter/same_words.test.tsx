// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
/** Claim P28: from one validated text, the mediator's pages and the addressee's draw the same words. */
import fc from "fast-check"
import type { VNode } from "preact"
import { expect, test } from "vitest"
import { RelayError } from "../../../errors.ts"
import { checkLetter, normaliseLetter } from "../../../protocol/letter.ts"
import { highlight } from "../../../review/highlights/highlight.ts"
import { paragraphsOf } from "../../../review/release.ts"
import { draw } from "../../testing.tsx"
import { Hinted } from "../hints/hints.tsx"
import { Marked } from "../marked/marked.tsx"
import { Letter } from "./letter.tsx"

const TEXTS = fc
  .string({
    unit: fc.constantFrom(
      ..."aeÉç .,!?\n",
      "\n\n",
      "«\u00A0oui\u00A0»",
      "613-555-0199 ",
      "Ada ",
      "ада ",
      "ᐃᓄᒃ ",
      "❤️",
      "👨‍👩‍👧",
      "<b>",
      "&amp;",
      "e\u0301",
    ),
    minLength: 1,
    maxLength: 40,
  })
  .map(normaliseLetter)
  .filter(isLetter)

function isLetter(text: string): boolean {
  try {
    checkLetter(text)
    return true
  } catch (error) {
    if (error instanceof RelayError) return false
    throw error
  }
}

/** What a page shows of each paragraph: reasons that wait for a pointer and the numbers of marks are not its words. */
function shown(page: VNode): readonly string[] {
  const words = draw(page).querySelector(".letter-words")
  for (const beside of words?.querySelectorAll("[hidden], sup") ?? []) beside.remove()
  return [...(words?.children ?? [])].map((paragraph) => paragraph.textContent ?? "")
}

test("p28 the mediator's pages and the addressee's show the same words", () => {
  fc.assert(
    fc.property(TEXTS, fc.nat(30), fc.nat(30), (text, first, second) => {
      const paragraphs = paragraphsOf(text)
      const hints = highlight(text, { names: ["Ada"], phonesFrom: "CA" }).map((one) => ({
        ...one,
        title: one.kind,
        why: one.why,
      }))
      const [from, to] = [Math.min(first, second), Math.max(first, second)]
      const marks = from < to && to <= Array.from(text).length ? [{ from, to, words: "Why?" }] : []
      const page = { text, language: "en", label: "Letter" }
      expect(shown(<Letter paragraphs={paragraphs} language="en" label="Letter" />)).toEqual(paragraphs)
      expect(shown(<Hinted {...page} hints={hints} />)).toEqual(paragraphs)
      expect(shown(<Marked {...page} marks={marks} />)).toEqual(paragraphs)
      expect(paragraphs.join("\n\n")).toBe(text)
    }),
    { numRuns: 150 },
  )
})
