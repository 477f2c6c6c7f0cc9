// SPDX-License-Identifier: EUPL-1.2
/** What is with the mediator, longest waiting first, and what of it is asked for. */
import { useState } from "preact/hooks"
import { Button } from "../../elements/button/button.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say } from "../../language.ts"
import { Page } from "../../page.tsx"
import { go } from "../../place.ts"
import { signedIn } from "../../session.ts"
import { KeysHelp } from "../keys/keys-help.tsx"
import { useMoving } from "../keys/moving.ts"
import { DeskNotices } from "../notices.tsx"
import { Entries } from "./entries.tsx"
import { Filters } from "./filters.tsx"
import { EVERYTHING, type Listed, usePages } from "./pages.ts"
import { isWithMe } from "./with-me.ts"
import "../desk.css"

/** What waits for a mediator stands apart from what does not. */
function TwoParts({ queue }: { readonly queue: Listed }) {
  const [mine, others] = [queue.items.filter(isWithMe), queue.items.filter((item) => !isWithMe(item))]
  return (
    <>
      {queue.known && mine.length === 0 && <p>{say("queue-empty")}</p>}
      <Entries items={mine} />
      {others.length > 0 && <h2 class="part">{say("queue-elsewhere")}</h2>}
      <Entries items={others} />
    </>
  )
}

/** What somebody asked for stands as it comes. */
function OnePart({ queue }: { readonly queue: Listed }) {
  return (
    <>
      {queue.known && queue.items.length === 0 && (
        <p>{say(queue.more === null ? "queue-none-such" : "queue-none-yet")}</p>
      )}
      <Entries items={queue.items} />
    </>
  )
}

export function Queue() {
  const [asked, setAsked] = useState(EVERYTHING)
  const queue = usePages(asked)
  useMoving()
  return (
    <Page title={say("queue-title")} wide>
      <p class="soft">{say("queue-lead")}</p>
      <DeskNotices notices={signedIn().trust.notices()} />
      <Filters asked={asked} onAsk={setAsked} />
      <Trouble code={queue.trouble} again={queue.again} />
      {!queue.known && queue.trouble === null && <p role="status">{say("loading")}</p>}
      {asked.state === null ? <TwoParts queue={queue} /> : <OnePart queue={queue} />}
      {queue.more && (
        <div class="row">
          <Button busy={queue.busy} onPress={queue.more}>
            {say("queue-more")}
          </Button>
        </div>
      )}
      <div class="row ways no-print">
        <Button kind="quiet" onPress={() => go({ at: "reading-log" })}>
          {say("log-title")}
        </Button>
        <KeysHelp />
      </div>
    </Page>
  )
}
