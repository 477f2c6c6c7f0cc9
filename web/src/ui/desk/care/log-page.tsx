// SPDX-License-Identifier: EUPL-1.2
/** What one has read oneself, seen by nobody else: when, how long, how heavy by one's own word. */
import type { Reading } from "../../../review/exposure.ts"
import { useDoing, useLoaded } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Tick } from "../../elements/choice/choice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../../language.ts"
import { Page } from "../../page.tsx"
import { go } from "../../place.ts"
import { signedIn } from "../../session.ts"
import { deskActions } from "../actions.ts"
import { deskSettings, setOnDesk } from "../settings.ts"

function Entry({ reading }: { readonly reading: Reading }) {
  const { day, minutes, heavy, words } = reading
  return (
    <li>
      {say("log-entry", { day: writtenDate(day), minutes })}
      {heavy && <strong> {say("weight-heavy")}</strong>}
      {words !== "" && (
        <p class="note-words" translate={false} dir="auto">
          {words}
        </p>
      )}
    </li>
  )
}

export function LogPage() {
  const log = useLoaded(async () => (await deskActions().exposure()).readingLog(signedIn()))
  const doing = useDoing()
  const forget = () =>
    doing.run(async () => {
      await (await deskActions().exposure()).forgetReadings(signedIn())
      log.again()
    })
  const { value } = log
  return (
    <Page title={say("log-title")}>
      <p>{say("log-text")}</p>
      <Tick
        label={say("log-pauses")}
        ticked={deskSettings.value.pauses}
        onTick={(pauses) => void setOnDesk({ pauses })}
      />
      <Trouble code={log.trouble ?? doing.trouble} again={log.again} />
      {value?.length === 0 && <p class="soft">{say("log-none")}</p>}
      {value !== null && value.length > 0 && (
        <>
          <ul>
            {value.map((reading, at) => (
              <Entry key={`${reading.day}-${at}`} reading={reading} />
            ))}
          </ul>
          <div class="row">
            <Button busy={doing.busy} onPress={forget}>
              {say("log-forget")}
            </Button>
          </div>
          <p class="small soft">{say("log-forget-hint")}</p>
        </>
      )}
      <div class="row">
        <Button kind="quiet" onPress={() => go({ at: "queue" })}>
          {say("desk-back")}
        </Button>
      </div>
    </Page>
  )
}
