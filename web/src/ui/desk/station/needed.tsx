// SPDX-License-Identifier: EUPL-1.2
/**
 * A film that this browser cannot show: said as it is, with the way to a station and the claim kept for there.
 *
 * A claim belongs to a mediator, not to a browser: renewed here, it is theirs at the station.
 */
import { useState } from "preact/hooks"
import type { DeskItem } from "../../../relay/desk.ts"
import { useDoing } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { clockTime, say } from "../../language.ts"
import { signedIn } from "../../session.ts"
import { deskActions } from "../actions.ts"
import { stationHere } from "./here.ts"
import { AtStation, Stations } from "./ways.tsx"

export type NeededProperties = {
  readonly message: string
  /** Told when the claim is kept for a station. */
  readonly onClaimed?: ((now: DeskItem) => void) | undefined
}

export function Needed({ message, onClaimed }: NeededProperties) {
  return (
    <Notice tone="care" live="now" title={say("station-needed")}>
      <p>{say("station-needed-text")}</p>
      {stationHere() === "mine" ? (
        <div class="row">
          <AtStation message={message} />
        </div>
      ) : (
        <HandOver message={message} onClaimed={onClaimed} />
      )}
    </Notice>
  )
}

function HandOver({ message, onClaimed }: NeededProperties) {
  const doing = useDoing()
  const [kept, setKept] = useState<DeskItem | null>(null)
  const keep = () =>
    doing.run(async () => {
      const { claim, openForReview } = await deskActions().desk()
      const { item } = await openForReview(signedIn(), message)
      const now = await claim(signedIn(), item)
      setKept(now)
      onClaimed?.(now)
    })
  return (
    <>
      <p>{say("station-needed-where")}</p>
      <Stations />
      {kept === null ? (
        <div class="row">
          <Button busy={doing.busy} onPress={keep}>
            {say("station-hand-over")}
          </Button>
        </div>
      ) : (
        <div role="status">
          <p>
            <strong>{say("station-handed")}</strong>
          </p>
          <p>{say("station-handed-text", { time: clockTime(kept.claimedUntil ?? 0) })}</p>
        </div>
      )}
      <Trouble code={doing.trouble} />
    </>
  )
}
