// SPDX-License-Identifier: EUPL-1.2
/** The first page: both languages side by side and of one size, and nothing that says what the place is for. */
import type { Language } from "../../locales/catalogue.ts"
import { Button } from "../elements/button/button.tsx"
import { Telephone } from "../elements/support/support.tsx"
import { sayIn, speak } from "../language.ts"
import { Page } from "../page.tsx"
import { go, type Place } from "../place.ts"
import { setting } from "../settings.ts"
import "./start.css"

async function enter(tongue: Language, there: Place): Promise<void> {
  await speak(tongue)
  go(there)
}

function Half({ tongue }: { readonly tongue: Language }) {
  const phone = setting("phone", tongue)
  return (
    <section class="start-half stack" lang={tongue} aria-labelledby={`lead-${tongue}`}>
      <p class="lead" id={`lead-${tongue}`}>
        {sayIn(tongue, "start-lead")}
      </p>
      <div class="stack near">
        <Button kind="main" onPress={() => void enter(tongue, { at: "sign-in" })}>
          {sayIn(tongue, "start-sign-in")}
        </Button>
        <Button onPress={() => void enter(tongue, { at: "enrol", fragment: "" })}>
          {sayIn(tongue, "start-code")}
        </Button>
        {setting("fingerprint") !== "" && (
          <Button kind="quiet" onPress={() => void enter(tongue, { at: "ask", staff: false })}>
            {sayIn(tongue, "start-ask")}
          </Button>
        )}
      </div>
      {phone ? (
        <p>
          {sayIn(tongue, "start-call")}
          <br />
          <Telephone number={phone} />
        </p>
      ) : (
        <p class="soft">{sayIn(tongue, "start-questions")}</p>
      )}
    </section>
  )
}

export function Landing() {
  return (
    <Page title={sayIn("en", "title")} wide>
      <div class="start-halves">
        <Half tongue="en" />
        <Half tongue="fr" />
      </div>
    </Page>
  )
}
