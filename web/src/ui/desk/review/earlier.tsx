// SPDX-License-Identifier: EUPL-1.2
/** What was decided about a letter before, by whom, with the notes that are sealed for this mediator too. */
import type { EarlierStatement } from "../../../relay/desk.ts"
import { say, type Word, writtenDate } from "../../language.ts"
import { whoWithin } from "../naming.ts"
import { NoteShown } from "./note-words.tsx"

const WHAT: ReadonlySet<string> = new Set([
  "decision-hold",
  "decision-return",
  "decision-decline",
  "decision-escalate",
  "decision-second",
  "decision-reopen",
  "answer-ready",
  "answer-not-now",
  "answer-never",
  "answer-keep",
])

/** What was said, in words. */
export function whatWords({ kind, what, until }: EarlierStatement): string {
  const name = `${kind === "readiness" ? "answer" : "decision"}-${what ?? ""}`
  if (what === "hold" && until !== null) return say("decision-hold-until", { day: writtenDate(until) })
  return WHAT.has(name) ? say(name as Extract<Word, "decision-hold">) : say(`statement-${kind}`)
}

/** Who said it, and when. */
export function saidBy({ by, day }: EarlierStatement): string {
  return say("statement-by", { person: whoWithin(by), day: writtenDate(day) })
}

export function EarlierList({ earlier }: { readonly earlier: readonly EarlierStatement[] }) {
  if (earlier.length === 0) return <p class="soft">{say("review-earlier-none")}</p>
  return (
    <ul class="earlier">
      {earlier.map((one) => (
        <li key={`${one.kind}-${one.by}-${one.number}`}>
          <strong>{whatWords(one)}</strong> <span class="soft">{saidBy(one)}</span>
          {one.note !== null && <NoteShown note={one.note} />}
        </li>
      ))}
    </ul>
  )
}

export function Earlier({ earlier }: { readonly earlier: readonly EarlierStatement[] }) {
  return (
    <section class="stack" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{say("review-earlier")}</h2>
      <EarlierList earlier={earlier} />
    </section>
  )
}
