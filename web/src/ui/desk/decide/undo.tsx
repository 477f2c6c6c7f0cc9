// SPDX-License-Identifier: EUPL-1.2
/** Taking an approval back before anything is offered. A time is named; nothing counts down. */
import type { DeskItem, Review } from "../../../relay/desk.ts"
import { useDoing } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { clockTime, say } from "../../language.ts"
import { signedIn } from "../../session.ts"
import { deskActions } from "../actions.ts"
import { nowSeconds } from "../naming.ts"

export type UndoProperties = {
  readonly review: Review
  readonly item: DeskItem
  readonly onDone: (now: DeskItem) => void
}

/** True while an approval can still be taken back, and nothing can be offered. */
export function canUndo(item: DeskItem, at: number): boolean {
  return item.state === "approved" && item.undoUntil !== null && item.undoUntil > at
}

export function Undo({ review, item, onDone }: UndoProperties) {
  const doing = useDoing()
  if (!canUndo(item, nowSeconds())) return null
  const undo = () =>
    doing.run(async () => {
      const { undoApproval } = await deskActions().decide()
      onDone(await undoApproval(signedIn(), { ...review, item }))
    })
  return (
    <Notice title={say("undo-until", { time: clockTime(item.undoUntil ?? 0) })}>
      <p>{say("undo-text")}</p>
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button busy={doing.busy} onPress={undo}>
          {say("undo-go")}
        </Button>
      </div>
    </Notice>
  )
}
