// SPDX-License-Identifier: EUPL-1.2
/** A decision that was refused: why, what was kept, and where to go from here. */
import { useEffect } from "preact/hooks"
import type { ErrorCode } from "../../../errors.ts"
import type { DeskItem } from "../../../relay/desk.ts"
import { passRefusal } from "../../../relay/refusals.ts"
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say } from "../../language.ts"
import { go } from "../../place.ts"
import { settle, signedIn, standing } from "../../session.ts"

/** Refusals after which the letter has to be looked at once more. */
const MOVED: readonly ErrorCode[] = ["stale-version", "claimed", "not-allowed"]

/** Refusals whose reason stands on the case board. */
const ON_BOARD: readonly ErrorCode[] = [
  "consent-missing",
  "no-contact",
  "assessment-due",
  "overlap",
  "pace",
  "gate-shut",
]

export type RefusedProperties = {
  readonly code: ErrorCode | null
  readonly item: DeskItem
  readonly again: () => void
}

/** Only the relay knows of a pause, and says no more than that something is shut: ask it why. */
function Pause({ caseId }: { readonly caseId: string }) {
  useEffect(() => {
    void settle(signedIn()).catch(passRefusal)
  }, [])
  return standing.value?.paused.includes(caseId) ? <p>{say("people-paused")}</p> : null
}

export function Refused({ code, item, again }: RefusedProperties) {
  if (code === null) return null
  return (
    <>
      <Trouble code={code} />
      <Notice tone="care" title={say("refused-kept")}>
        <p>{say(code === "offline" ? "refused-offline" : "refused-nothing-signed")}</p>
        {code === "gate-shut" && <Pause caseId={item.case} />}
        <div class="row">
          {MOVED.includes(code) && <Button onPress={again}>{say("refused-look-again")}</Button>}
          {ON_BOARD.includes(code) && (
            <Button onPress={() => go({ at: "case", case: item.case })}>{say("refused-board")}</Button>
          )}
        </div>
      </Notice>
    </>
  )
}
