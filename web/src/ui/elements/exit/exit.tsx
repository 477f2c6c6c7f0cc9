// SPDX-License-Identifier: EUPL-1.2
/** Quick exit: in one place on every page, first after the skip link. On a phone, short words in a bar of its own. */
import { say } from "../../language.ts"
import "./exit.css"

export function ExitButton({ onLeave }: { readonly onLeave: () => void }) {
  return (
    <div class="exit">
      <button type="button" class="exit-button" onClick={onLeave}>
        <span class="exit-long">{say("exit-long")}</span>
        <span class="exit-short">{say("exit-short")}</span>
      </button>
    </div>
  )
}
