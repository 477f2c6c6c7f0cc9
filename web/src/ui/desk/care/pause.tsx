// SPDX-License-Identifier: EUPL-1.2
/** A quiet suggestion to pause, from the reviewer's own log, that can be switched off. */
import { today } from "../../../relay/clock.ts"
import { pauseReason } from "../../../review/exposure.ts"
import { useLoaded } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { say } from "../../language.ts"
import { signedIn } from "../../session.ts"
import { deskActions } from "../actions.ts"
import { deskSettings, setOnDesk } from "../settings.ts"

export function PauseSuggestion() {
  const log = useLoaded(async () => (await deskActions().exposure()).readingLog(signedIn()))
  if (!deskSettings.value.pauses || log.value === null) return null
  const reason = pauseReason(log.value, today(signedIn().ports.clock))
  if (reason === null) return null
  return (
    <Notice title={say("pause-title")}>
      <p>{say(`pause-${reason}`)}</p>
      <div class="row">
        <Button kind="quiet" onPress={() => void setOnDesk({ pauses: false })}>
          {say("pause-off")}
        </Button>
      </div>
    </Notice>
  )
}
