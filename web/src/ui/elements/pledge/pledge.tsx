// SPDX-License-Identifier: EUPL-1.2
/** What both sides are told, everywhere: it is a choice, it can stop, and it counts nowhere else. */
import { say } from "../../language.ts"

export function Pledge() {
  return (
    <div class="stack near">
      <p>{say("pledge")}</p>
      <p>{say("pledge-stop")}</p>
    </div>
  )
}
