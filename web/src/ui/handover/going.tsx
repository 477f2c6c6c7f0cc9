// SPDX-License-Identifier: EUPL-1.2
/** How far a hand-over has come, and how it ended. */
import { useId } from "preact/hooks"
import type { HandedOver } from "../../relay/handover.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import type { Going } from "./plans.ts"

export function GoingOver({ going }: { readonly going: Going }) {
  const id = useId()
  const { progress, outcome, trouble } = going
  return (
    <>
      {progress !== null && (
        <div class="stack near">
          <p id={id}>{say("handover-working")}</p>
          <progress class="progress-bar" aria-labelledby={id} max={progress.of} value={progress.done} />
          <p class="small soft" role="status">
            {say("handover-progress", progress)}
          </p>
          <div class="row">
            <Button kind="quiet" onPress={going.stop}>
              {say("handover-stop")}
            </Button>
          </div>
        </div>
      )}
      <Trouble code={trouble} />
      {outcome !== null && <LeftOut outcome={outcome} />}
    </>
  )
}

function LeftOut({ outcome }: { readonly outcome: HandedOver }) {
  const { stopped, passedOver } = outcome
  return (
    <>
      {stopped && <Notice live="polite" title={say("handover-stopped")} />}
      {passedOver > 0 && <Notice title={say("handover-passed-over", { count: passedOver })} />}
    </>
  )
}
