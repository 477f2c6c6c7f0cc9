// SPDX-License-Identifier: EUPL-1.2
/** Cases whose mediators ask for them to be closed: what closing means, and the signature that closes one. */
import { useState } from "preact/hooks"
import { dayOf } from "../../relay/clock.ts"
import type { ClosingAsked } from "../../relay/supervision.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../language.ts"
import { go } from "../place.ts"
import { shortId } from "../short-id.ts"
import { officeActions } from "./actions.ts"
import { useHeldStill } from "./fresh.ts"
import { heldDesk } from "./held.ts"

type OneProperties = { readonly asked: ClosingAsked; readonly again: () => void }

/** The question before the signature: it changes nothing that was given or written. */
function Sure({ asked, again, onCancel }: OneProperties & { readonly onCancel: () => void }) {
  const doing = useDoing()
  useHeldStill()
  const close = () =>
    doing.run(async () => {
      await (await officeActions().supervision()).closeCase(heldDesk(), asked.case)
      again()
    })
  return (
    <div class="stack near">
      <ul>
        <li>{say("closings-means-new")}</li>
        <li>{say("closings-means-waiting")}</li>
        <li>{say("closings-means-kept")}</li>
        <li>{say("closings-means-undone")}</li>
      </ul>
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button kind="main" busy={doing.busy} onPress={close}>
          {say("closings-sign")}
        </Button>
        <Button onPress={onCancel}>{say("cancel")}</Button>
      </div>
    </div>
  )
}

function One({ asked, again }: OneProperties) {
  const [sure, setSure] = useState(false)
  const name = shortId(asked.case)
  return (
    <li class="card stack near">
      <p class="card-title">{say("closings-case", { case: name })}</p>
      <p>{say("closings-asked", { person: shortId(asked.mediator), day: writtenDate(dayOf(asked.at)) })}</p>
      {asked.closed && (
        <>
          <p>{say("closings-closed")}</p>
          <div class="row">
            <Button kind="quiet" onPress={() => go({ at: "office-cases" })}>
              {say("closings-reopen")}
            </Button>
          </div>
        </>
      )}
      {!asked.closed && !sure && (
        <div class="row">
          <Button onPress={() => setSure(true)}>{say("closings-close", { case: name })}</Button>
        </div>
      )}
      {!asked.closed && sure && <Sure {...{ asked, again }} onCancel={() => setSure(false)} />}
    </li>
  )
}

export function Closings({
  closings,
  again,
}: {
  readonly closings: readonly ClosingAsked[]
  readonly again: () => void
}) {
  return (
    <section class="stack" aria-labelledby="closings">
      <h2 id="closings">{say("closings-title")}</h2>
      {closings.length === 0 ? (
        <p class="soft">{say("closings-none")}</p>
      ) : (
        <>
          <p class="small soft">{say("closings-lead")}</p>
          <ul class="cards">
            {closings.map((asked) => (
              <One key={asked.case} {...{ asked, again }} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
