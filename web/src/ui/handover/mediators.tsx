// SPDX-License-Identifier: EUPL-1.2
/** Who looks after a person's case, who came and who left; and their own words let open to whoever came, if they agree. */

import type { HandoverPlan } from "../../relay/handover.ts"
import { useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
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
import "../participant/participant.css"

async function fetchAll(caseId: string) {
  const { mediatorsHistory } = await handoverActions().mediators()
  const [plans, history] = await Promise.all([fetchPlans(caseId), mediatorsHistory(signedIn(), caseId)])
  return { plans, history }
}

type MediatorProperties = { readonly plan: HandoverPlan; readonly again: () => void }

function Mediator({ plan, again }: MediatorProperties) {
  const going = useGoing(plan, again)
  const who = shortId(plan.to.person)
  const { outcome } = going
  const agreed = outcome !== null && !outcome.stopped && outcome.handed > 0
  return (
    <li class="card stack">
      <h3>{say("handover-mediator", { who })}</h3>
      {agreed && <Notice tone="done" live="polite" title={say("handover-agreed", { who })} />}
      {lacks(plan) ? <Ask plan={plan} who={who} busy={going.busy} onAgree={going.start} /> : null}
      {!lacks(plan) && !agreed && <p>{say("handover-can-all", { who })}</p>}
      <GoingOver going={going} />
    </li>
  )
}

type AskProperties = {
  readonly plan: HandoverPlan
  readonly who: string
  readonly busy: boolean
  readonly onAgree: () => void
}

/** Nothing goes over without this press. */
function Ask({ plan, who, busy, onAgree }: AskProperties) {
  return (
    <Notice tone="care" title={say("handover-cannot", { count: plan.counts.message })}>
      <p>{say("handover-agree-text", { who })}</p>
      <div class="row">
        <Button busy={busy} onPress={onAgree}>
          {say("handover-agree", { who })}
        </Button>
      </div>
    </Notice>
  )
}

export function Mediators({ caseId }: { readonly caseId: string }) {
  const all = useLoaded(() => fetchAll(caseId))
  useLive(all.again)
  return (
    <Page title={say("handover-who-title")}>
      <p class="lead">{say("handover-who-lead")}</p>
      <Trouble code={all.trouble} again={all.again} />
      {all.value !== null && (
        <>
          <h2>{say("handover-now")}</h2>
          <ul class="cards">
            {all.value.plans.map((plan) => (
              <Mediator key={plan.to.keyId} plan={plan} again={all.again} />
            ))}
          </ul>
          <History history={all.value.history} />
        </>
      )}
      <div class="row">
        <Button kind="quiet" onPress={() => go({ at: "home" })}>
          {say("handover-who-back")}
        </Button>
      </div>
    </Page>
  )
}
