// SPDX-License-Identifier: EUPL-1.2
/** What a writer may not have meant to give away: each with its words, its reason, and no order to change it. */
import type { Finding } from "../../../relay/self_check.ts"
import { say } from "../../language.ts"
import "./findings.css"

export type FindingsProperties = {
  readonly text: string
  readonly findings: readonly Finding[]
}

const AROUND = 24

/** Controls, zero-width and bidi characters: around a finding they would turn the words about. */
function seen(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, " ")
}

/** The passage with a little before and after, so that a person finds it again. */
export function passage(text: string, { start, end }: Finding): readonly [string, string, string] {
  const before = seen(text.slice(Math.max(0, start - AROUND), start))
  const after = seen(text.slice(end, end + AROUND))
  return [start > AROUND ? `…${before}` : before, text.slice(start, end), after && `${after}…`]
}

function Found({ text, finding }: { readonly text: string; readonly finding: Finding }) {
  const [before, found, after] = passage(text, finding)
  return (
    <li class={finding.blocks ? "finding finding-blocks" : "finding"}>
      <p class="finding-title">{say(`found-${finding.rule}`)}</p>
      <p class="finding-words" translate={false}>
        {before}
        <mark>{finding.rule === "hidden-character" ? hidden(found) : found}</mark>
        {after}
      </p>
      <p class="small">{say(`found-${finding.rule}-why`)}</p>
    </li>
  )
}

/** Name what cannot be seen by its number. */
function hidden(found: string): string {
  return [...found]
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`)
    .join(" ")
}

export function Findings({ text, findings }: FindingsProperties) {
  if (findings.length === 0) return <p>{say("found-nothing")}</p>
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <Found key={`${finding.rule}-${finding.start}`} text={text} finding={finding} />
      ))}
    </ul>
  )
}
