// SPDX-License-Identifier: EUPL-1.2
/** Requests to take part that a manager passed on to this mediator: first words, closed until somebody opens them. */
import type { PassedOn } from "../../relay/passed_on.ts"
import { deskActions } from "../desk/actions.ts"
import { useLoaded } from "../doing.ts"
import { More } from "../elements/more/more.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDay } from "../language.ts"
import { useLive } from "../live.ts"
import { signedIn } from "../session.ts"
import { shortId } from "../short-id.ts"
import { Asked } from "./asked.tsx"

function One({ one: { asking, trouble, receipt, at, case: place } }: { readonly one: PassedOn }) {
  return (
    <li class="card">
      <h3>{say("request-no-name", { receipt })}</h3>
      <p class="soft">
        {say("queue-case", { case: shortId(place) })}.{" "}
        {say("request-since", { day: writtenDay(at), receipt })}
      </p>
      {trouble !== null && <Notice tone="care" title={say("request-closed")} />}
      {asking && (
        <More title={say("passed-on-open")}>
          <Asked asking={asking} />
        </More>
      )}
    </li>
  )
}

export function PassedOnPart() {
  const requests = useLoaded(async () => (await deskActions().passedOn()).passedOn(signedIn()))
  useLive(requests.again)
  const all = requests.value ?? []
  if (all.length === 0) return <Trouble code={requests.trouble} again={requests.again} />
  return (
    <section class="stack" aria-labelledby="passed-on">
      <h2 id="passed-on">{say("passed-on-title")}</h2>
      <p class="soft">{say("passed-on-lead")}</p>
      <ul class="cards">
        {all.map((one) => (
          <One key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}
