// SPDX-License-Identifier: EUPL-1.2
/** What I gave: each letter's state in words, what happens next, and the way to take it back. */
import type { Letter } from "../../relay/letters.ts"
import { Button } from "../elements/button/button.tsx"
import { StateTag } from "../elements/state/state.tsx"
import { say, writtenMoment } from "../language.ts"
import { go } from "../place.ts"
import { madeWords, titleOf } from "./made-words.ts"

/** Say what happens next to one's own letter. */
export function nextWords(letter: Letter, at: number): string {
  if (letter.state === "submitted" && letter.coolingUntil !== null && letter.coolingUntil > at) {
    return say("next-submitted-cooling", { moment: writtenMoment(letter.coolingUntil) })
  }
  if (letter.kind !== "original" && letter.state === "returned") return say("made-returned")
  return say(`next-${letter.state}`)
}

function SentCard({ letter }: { readonly letter: Letter }) {
  const how = madeWords(letter)
  const over = letter.state === "withdrawn" || letter.state === "expired"
  return (
    <li class={over ? "card card-over" : "card"}>
      <div class="card-head">
        <h3>{titleOf(letter)}</h3>
        <StateTag state={letter.state} mine />
      </div>
      {how !== "" && <p class="soft">{how}</p>}
      <p>{nextWords(letter, Date.now() / 1000)}</p>
      {!over && (
        <div class="row">
          <Button kind="quiet" onPress={() => go({ at: "sent", message: letter.id })}>
            {say("home-sent-open")}
          </Button>
          {letter.may.includes("withdraw") && (
            <Button kind="quiet" onPress={() => go({ at: "take-back", message: letter.id })}>
              {say("home-sent-take-back")}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

export function SentLetters({ letters }: { readonly letters: readonly Letter[] }) {
  return (
    <section class="stack" aria-labelledby="sent-title">
      <h2 id="sent-title">{say("home-sent-title")}</h2>
      {letters.length === 0 ? (
        <p class="soft">{say("home-sent-none")}</p>
      ) : (
        <ul class="cards">
          {letters.map((letter) => (
            <SentCard key={letter.id} letter={letter} />
          ))}
        </ul>
      )}
    </section>
  )
}
