// SPDX-License-Identifier: EUPL-1.2
/** On one's first page: that an answer is missing, or that a text changed. Said once, calmly; the page goes on without it. */
import type { ChannelConsent } from "../../../relay/consent.ts"
import { useLoaded } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { say } from "../../language.ts"
import { useLive } from "../../live.ts"
import { go } from "../../place.ts"
import { caseIds, signedIn } from "../../session.ts"
import { ownActions } from "./actions.ts"

type Asked = "new" | "again"

/** `again`: a yes to a text that is no longer the case's. `new`: nothing was said about any channel. */
function askedIn(consents: readonly ChannelConsent[]): Asked | null {
  if (consents.some(({ said }) => said === "old-text")) return "again"
  return consents.length > 0 && consents.every(({ said }) => said === "nothing") ? "new" : null
}

async function askedNow(): Promise<Asked | null> {
  const { ownConsents } = await ownActions().ownSay()
  const all = await Promise.all(caseIds().map((caseId) => ownConsents(signedIn(), caseId)))
  const asked = all.map(askedIn)
  return asked.find((one) => one === "again") ?? asked.find((one) => one === "new") ?? null
}

export function AskedToAgree() {
  const asked = useLoaded(askedNow)
  useLive(asked.again)
  if (asked.value === null) return null
  return (
    <Notice title={say(`home-agree-${asked.value}`)}>
      <p>{say(`home-agree-${asked.value}-text`)}</p>
      <div class="row">
        <Button onPress={() => go({ at: "agree" })}>{say("home-agree-see")}</Button>
      </div>
    </Notice>
  )
}
