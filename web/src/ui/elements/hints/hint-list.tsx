// SPDX-License-Identifier: EUPL-1.2
/** Every hint of a letter, beside it: what it may be, in which words, why; and the way to the place. */
import { pointsOf, wordsIn } from "../../../review/passages.ts"
import { say } from "../../language.ts"
import { Button } from "../button/button.tsx"
import { More } from "../more/more.tsx"
import type { Hint } from "./hints.tsx"

/** Take the focus to where a hint's words stand. */
function goTo(from: number): void {
  const stretches = [...document.querySelectorAll<HTMLElement>("[data-hint]")]
  const before = stretches.filter((one) => globalThis.Number(one.dataset["hint"]) <= from)
  before.at(-1)?.focus()
}

/** What cannot be seen is named by its number. */
function seen(words: string): string {
  return words.replace(/[\p{Cc}\p{Cf}]/gu, (one) => {
    const number = (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")
    return `U+${number} `
  })
}

export type HintListProperties = {
  readonly text: string
  readonly hints: readonly Hint[]
  /** False where the letter is closed, so that there is no place to go to. */
  readonly open: boolean
}

export function HintList({ text, hints, open }: HintListProperties) {
  if (hints.length === 0) return <p class="soft">{say("hint-none")}</p>
  const all = pointsOf(text)
  return (
    <More title={say("hint-list")} open>
      <p class="small soft">{say("hint-list-lead")}</p>
      <ul class="hint-list">
        {hints.map((hint) => (
          <li key={`${hint.from}-${hint.title}-${hint.why}`}>
            <strong>{hint.title}</strong> <span translate={false}>{seen(wordsIn(all, hint))}</span>
            <p class="small">{hint.why}</p>
            {open && (
              <Button kind="quiet" onPress={() => goTo(hint.from)}>
                {say("hint-go")} <span class="unseen">{hint.title}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </More>
  )
}
