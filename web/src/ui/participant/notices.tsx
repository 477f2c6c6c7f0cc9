// SPDX-License-Identifier: EUPL-1.2
/** Changes of keys and mediators, which nobody may learn of by accident. */
import type { Notice as TrustNotice } from "../../relay/trust.ts"
import { useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { fetchPlans, lacks } from "../handover/plans.ts"
import { say } from "../language.ts"
import { go } from "../place.ts"
import { caseIds } from "../session.ts"
import { shortId } from "../short-id.ts"

function titleOf(notice: TrustNotice): string {
  return notice.kind === "directory-ends"
    ? say("notice-directory-ends", { days: notice.days })
    : say(`notice-${notice.kind}`)
}

/** The way to who looks after a case. */
function See({ caseId }: { readonly caseId: string }) {
  return (
    <div class="row">
      <Button kind="quiet" onPress={() => go({ at: "handover", case: caseId })}>
        {say("notice-mediators-see")}
      </Button>
    </div>
  )
}

type ComingsProperties = { readonly came: readonly string[]; readonly left: readonly string[] }

function Comings({ came, left }: ComingsProperties) {
  const all = (people: readonly string[]) => people.map(shortId).join(", ")
  return (
    <>
      {came.length > 0 && <p>{say("notice-mediators-came", { who: all(came) })}</p>}
      {left.length > 0 && <p>{say("notice-mediators-left", { who: all(left) })}</p>}
    </>
  )
}

export function KeyNotices({ notices }: { readonly notices: readonly TrustNotice[] }) {
  return notices.map((notice) => (
    <Notice key={JSON.stringify(notice)} tone="care" title={titleOf(notice)}>
      {notice.kind === "mediators-changed" && <Comings came={notice.came} left={notice.left} />}
      <p>{say(`notice-${notice.kind}-text`)}</p>
      {notice.kind === "mediators-changed" && <See caseId={notice.case} />}
    </Notice>
  ))
}

async function casesThatWant(): Promise<readonly string[]> {
  const plans = await Promise.all(caseIds().map((caseId) => fetchPlans(caseId)))
  return plans.flatMap((some) => (some[0] !== undefined && some.some(lacks) ? [some[0].case] : []))
}

/** Own words that no mediator of the case can open any more: asked, never done by itself. */
export function HandoverWanted() {
  const wanted = useLoaded(casesThatWant)
  return (wanted.value ?? []).map((caseId) => (
    <Notice key={caseId} tone="care" title={say("notice-handover-wanted")}>
      <p>{say("notice-handover-wanted-text")}</p>
      <See caseId={caseId} />
    </Notice>
  ))
}
