// SPDX-License-Identifier: EUPL-1.2
/** One's own say is said case by case; hardly anybody has more than one. */
import type { ComponentChildren } from "preact"
import { Button } from "../../elements/button/button.tsx"
import { say } from "../../language.ts"
import { go } from "../../place.ts"
import { caseIds } from "../../session.ts"
import { shortId } from "../../short-id.ts"

/** Draw something for each case, named where there are several. */
export function EachCase({ draw }: { readonly draw: (caseId: string) => ComponentChildren }) {
  const cases = caseIds()
  return (
    <>
      {cases.map((caseId) => (
        <div key={caseId} class="stack">
          {cases.length > 1 && <p class="lead">{say("agree-case", { case: shortId(caseId) })}</p>}
          {draw(caseId)}
        </div>
      ))}
    </>
  )
}

/** The way back to one's first page. */
export function Home() {
  return (
    <div class="row">
      <Button kind="quiet" onPress={() => go({ at: "home" })}>
        {say("receipt-home")}
      </Button>
    </div>
  )
}
