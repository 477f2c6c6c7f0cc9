// SPDX-License-Identifier: EUPL-1.2
/** After a letter was closed: how it was, if one wants to say. For the reviewer's own log alone. */
import { useState } from "preact/hooks"
import { Button } from "../../elements/button/button.tsx"
import { Field } from "../../elements/field/field.tsx"
import { say } from "../../language.ts"
import { go } from "../../place.ts"
import { NOTHING_SAID, type Said } from "./reading.ts"

export function HowHeavy({ onSay }: { readonly onSay: (said: Said) => void }) {
  const [words, setWords] = useState("")
  return (
    <section class="stack near" aria-labelledby="weight-title">
      <h2 id="weight-title" class="card-title">
        {say("weight-title")}
      </h2>
      <p class="small soft">{say("weight-text")}</p>
      <Field label={say("weight-words")} value={words} onWrite={setWords} />
      <div class="answers">
        <Button onPress={() => onSay({ heavy: true, words })}>{say("weight-heavy")}</Button>
        <Button onPress={() => onSay({ heavy: false, words })}>{say("weight-light")}</Button>
      </div>
      <div class="row">
        <Button kind="quiet" onPress={() => onSay(NOTHING_SAID)}>
          {say("weight-none")}
        </Button>
        <Button kind="quiet" onPress={() => go({ at: "reading-log" })}>
          {say("log-title")}
        </Button>
      </div>
    </section>
  )
}
