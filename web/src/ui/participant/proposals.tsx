// SPDX-License-Identifier: EUPL-1.2
/** What a mediator wrote down or cut and asks a person about. Never a word of it here. */
import type { Letter } from "../../relay/letters.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { say } from "../language.ts"
import { go } from "../place.ts"

/** A person's own words in another's version, which wait for their yes or no. */
export function isProposal({ mine, state }: Letter): boolean {
  return mine && state === "proposed"
}

export function Proposals({ letters }: { readonly letters: readonly Letter[] }) {
  return letters.filter(isProposal).map(({ id, kind }) => (
    <Notice key={id} title={say(kind === "relayed" ? "home-proposed-told" : "home-proposed-shorter")}>
      <p>{say("home-proposed-text")}</p>
      <div class="row">
        <Button onPress={() => go({ at: "proposed", message: id })}>{say("home-proposed-open")}</Button>
      </div>
    </Notice>
  ))
}
