// SPDX-License-Identifier: EUPL-1.2
/** After the session: nothing is open, and how to come back. */
import { Button } from "../elements/button/button.tsx"
import { say } from "../language.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"

export function SignedOut({ idle }: { readonly idle: boolean }) {
  return (
    <Page title={say("out-title")}>
      <p>{say(idle ? "out-idle" : "out-text")}</p>
      <div class="row">
        <Button kind="main" onPress={() => go({ at: "sign-in" })}>
          {say("out-again")}
        </Button>
        <Button kind="quiet" onPress={() => go({ at: "start" })}>
          {say("title")}
        </Button>
      </div>
    </Page>
  )
}
