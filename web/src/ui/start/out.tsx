// SPDX-License-Identifier: EUPL-1.2
/** After the session: nothing is open, and how to come back. */
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { say } from "../language.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { recordingWaits, waits } from "../session.ts"

export function SignedOut({ idle }: { readonly idle: boolean }) {
  return (
    <Page title={say("out-title")}>
      {waits.value ? (
        <Notice tone="care" title={say("out-waits-title")}>
          <p>{say("out-waits")}</p>
        </Notice>
      ) : (
        <p>{say(idle ? "out-idle" : "out-text")}</p>
      )}
      {recordingWaits.value && (
        <Notice tone="care" title={say("out-recording-title")}>
          <p>{say("out-recording")}</p>
        </Notice>
      )}
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
