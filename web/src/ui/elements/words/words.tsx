// SPDX-License-Identifier: EUPL-1.2
/** Words or codes to copy by hand: numbered, or in groups, in letters that cannot be mistaken. */
import { say } from "../../language.ts"
import "./words.css"

export function SixWords({ words, language }: { readonly words: string; readonly language: string }) {
  return (
    <ol class="six" lang={language} translate={false}>
      {words.split(" ").map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ol>
  )
}

export type GroupsProperties = {
  /** Groups with a space between them. */
  readonly code: string
  readonly label: string
}

/** A code, or a safety number. A screen reader says it group by group. */
export function Groups({ code, label }: GroupsProperties) {
  return (
    <figure class="groups">
      <figcaption class="groups-label">{label}</figcaption>
      <p class="groups-code" translate={false}>
        {code.split(/[\s-]+/u).map((group, index) => (
          <span key={index} class="groups-one">
            {group}{" "}
          </span>
        ))}
      </p>
    </figure>
  )
}

/** Six groups of five digits, the same on both sides if nobody is between. */
export function SafetyNumber({ number }: { readonly number: string }) {
  return <Groups code={number} label={say("safety-label")} />
}
