// SPDX-License-Identifier: EUPL-1.2
/** A mediator hands a case over: what its other mediators cannot open yet, the keys for it, and what went over so far. */

import type { Counts, HandoverPlan } from "../../relay/handover.ts"
import type { PastHandover } from "../../relay/mediators.ts"
import { useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Facts } from "../elements/facts/facts.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../language.ts"
import { useLive } from "../live.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import { shortId } from "../short-id.ts"
import { handoverActions } from "./actions.ts"
import { GoingOver } from "./going.tsx"
import { History } from "./history.tsx"
import { fetchPlans, lacks, useGoing } from "./plans.ts"
import "../elements/progress/progress.css"
import "../desk/desk.css"

async function fetchAll(caseId: string) {
  const now = signedIn()
  const { mediatorsHistory, pastHandovers } = await handoverActions().mediators()
  const [plans, history, lines] = await Promise.all([
    fetchPlans(caseId),
    mediatorsHistory(now, caseId),
    pastHandovers(now, caseId),
  ])
  return { plans, history, lines }
}

function factsOf({ message, note, record }: Counts) {
  const all = [
    { name: say("handover-letters"), count: message },
    { name: say("handover-notes"), count: note },
    { name: say("handover-records"), count: record },
  ]
  return all.filter(({ count }) => count > 0).map(({ name, count }) => ({ name, value: String(count) }))
}

type ReceiverProperties = { readonly plan: HandoverPlan; readonly again: () => void }

function Receiver({ plan, again }: ReceiverProperties) {
  const going = useGoing(plan, again)
  const who = shortId(plan.to.person)
  const { outcome } = going
  const isDone = outcome !== null && !outcome.stopped && outcome.handed > 0 && outcome.passedOver === 0
  return (
    <section class="card stack" aria-labelledby={`to-${who}`}>
      <h2 id={`to-${who}`}>{say("handover-mediator", { who })}</h2>
      {isDone && (
        <Notice tone="done" live="polite" title={say("handover-done", { who })}>
          <p>{say("handover-done-text")}</p>
        </Notice>
      )}
      {lacks(plan) ? (
        <>
          <p>{say("handover-what", { who })}</p>
          <Facts facts={factsOf(plan.counts)} />
          <div class="row">
            <Button kind="main" busy={going.busy} onPress={going.start}>
              {say("handover-start", { who })}
            </Button>
          </div>
        </>
      ) : (
        !isDone && <p>{say("handover-nothing", { who })}</p>
      )}
      <GoingOver going={going} />
    </section>
  )
}

function Lines({ lines }: { readonly lines: readonly PastHandover[] }) {
  if (lines.length === 0) return null
  return (
    <section class="stack part" aria-labelledby="lines-title">
      <h2 id="lines-title">{say("handover-lines")}</h2>
      <ul>
        {lines.map(({ giver, to, day, keys }, at) => (
          <li key={`${at}${giver}${to}`}>
            {say("handover-line", { giver: shortId(giver), to: shortId(to), day: writtenDate(day), keys })}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Handover({ caseId }: { readonly caseId: string }) {
  const all = useLoaded(() => fetchAll(caseId))
  useLive(all.again)
  return (
    <Page title={say("handover-title", { case: shortId(caseId) })}>
      <p class="lead">{say("handover-lead")}</p>
      <Trouble code={all.trouble} again={all.again} />
      {all.value?.plans.length === 0 && <p>{say("handover-nobody")}</p>}
      {all.value?.plans.map((plan) => (
        <Receiver key={plan.to.keyId} plan={plan} again={all.again} />
      ))}
      {all.value !== null && <Lines lines={all.value.lines} />}
      {all.value !== null && <History history={all.value.history} />}
      <div class="row">
        <Button kind="quiet" onPress={() => go({ at: "queue" })}>
          {say("handover-back")}
        </Button>
      </div>
    </Page>
  )
}
