// SPDX-License-Identifier: EUPL-1.2
/** One request: what was asked, the screening sheet, and what becomes of it. */
import type { Request } from "../../relay/inbox.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDay } from "../language.ts"
import { Page } from "../page.tsx"
import { Asked } from "./asked.tsx"
import { Ending } from "./ending.tsx"
import { nameOf } from "./name-of.ts"
import { PassingOn } from "./passing-on.tsx"
import { Screening, SheetKept } from "./screening.tsx"

export type RequestProperties = {
  readonly request: Request
  /** Back to the list; with words where something was done. */
  readonly onBack: (done: string | null) => void
  /** Fetch this request as it stands now; what is typed stays. */
  readonly again: () => void
}

export function RequestPageOf(properties: RequestProperties) {
  const { request, onBack } = properties
  const { asking, trouble, at, receipt, state } = request
  const living = state === "new" || state === "screening"
  return (
    <Page title={nameOf(request)} wide>
      <p class="soft">{say("request-since", { day: writtenDay(at), receipt })}</p>
      <div class="row">
        <Button kind="quiet" onPress={() => onBack(null)}>
          {say("request-back")}
        </Button>
      </div>
      <div class="review">
        <div class="stack">
          {asking === null && trouble === null && <p>{say("request-erased")}</p>}
          {trouble !== null && (
            <Notice tone="care" title={say("request-closed")}>
              <p>{say("request-closed-text")}</p>
            </Notice>
          )}
          <Trouble code={trouble} />
          {asking && <Asked asking={asking} />}
        </div>
        <div class="stack review-side">
          {asking && living && <Screening {...properties} />}
          {!living && request.sheet && <SheetKept sheet={request.sheet} />}
          {asking && living && <PassingOn {...properties} />}
          {state !== "closed" && <Ending {...properties} />}
        </div>
      </div>
    </Page>
  )
}
