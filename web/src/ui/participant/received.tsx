// SPDX-License-Identifier: EUPL-1.2
/** What may be read: what a mediator offered, and what was opened or kept. Never a word of it here. */
import type { Letter } from "../../relay/letters.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { StateTag } from "../elements/state/state.tsx"
import { say } from "../language.ts"
import { go } from "../place.ts"
import { titleOf } from "./made-words.ts"

/** Offered and not put off, or ready to be read: this stands first. Everything else stands further down. */
export function isOpenOffer(letter: Letter): boolean {
  if (letter.state === "released") return true
  return letter.state === "offered" && letter.answer !== "never" && letter.answer !== "not-now"
}

function OfferCard({ letter }: { readonly letter: Letter }) {
  if (letter.state === "released") {
    return (
      <Notice title={say("home-released-title")}>
        <p>{say("home-released-text")}</p>
        <div class="row">
          <Button onPress={() => go({ at: "read", message: letter.id })}>{say("home-received-open")}</Button>
        </div>
      </Notice>
    )
  }
  return (
    <Notice title={say("home-offered-title")}>
      <p>{say(letter.answer === "ready" ? "offered-is-ready" : "home-offered-text")}</p>
      <div class="row">
        <Button onPress={() => go({ at: "offered", message: letter.id })}>{say("home-offered-open")}</Button>
      </div>
    </Notice>
  )
}

export function Offers({ letters }: { readonly letters: readonly Letter[] }) {
  return letters.filter(isOpenOffer).map((letter) => <OfferCard key={letter.id} letter={letter} />)
}

function ReceivedCard({ letter }: { readonly letter: Letter }) {
  const over = letter.state === "withdrawn" || letter.state === "expired"
  const readable = letter.state === "opened"
  return (
    <li class={over ? "card card-over" : "card"}>
      <div class="card-head">
        <h3>{titleOf(letter)}</h3>
        <StateTag state={letter.state} mine={false} />
      </div>
      {!over && (
        <div class="row">
          <Button kind="quiet" onPress={() => go({ at: readable ? "read" : "offered", message: letter.id })}>
            {say("home-received-open")}
          </Button>
        </div>
      )}
    </li>
  )
}

export function Received({ letters }: { readonly letters: readonly Letter[] }) {
  const rest = letters.filter((letter) => !isOpenOffer(letter))
  if (rest.length === 0) return null
  return (
    <section class="stack" aria-labelledby="received-title">
      <h2 id="received-title">{say("home-received-title")}</h2>
      <ul class="cards">
        {rest.map((letter) => (
          <ReceivedCard key={letter.id} letter={letter} />
        ))}
      </ul>
    </section>
  )
}
