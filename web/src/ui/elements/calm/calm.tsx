// SPDX-License-Identifier: EUPL-1.2
/**
 * A calm page in front of everything: the way back, somebody to talk to, and no question.
 *
 * A modal dialog as large as the window, so that what lies behind it is neither seen nor read out,
 * and stays as it was.
 */
import { useId } from "preact/hooks"
import { language, say } from "../../language.ts"
import { quickExit } from "../../session.ts"
import { setting } from "../../settings.ts"
import { Button } from "../button/button.tsx"
import { useModal } from "../dialog/modal.ts"
import { ExitButton } from "../exit/exit.tsx"
import { Telephone } from "../support/support.tsx"
import "./calm.css"

export function Calm({ onBack }: { readonly onBack: () => void }) {
  const id = useId()
  const modal = useModal(onBack)
  const support = setting("support-phone", language.value)
  return (
    <dialog {...modal} class="calm" aria-labelledby={id}>
      <div class="calm-words stack">
        <h2 id={id}>{say("calm-title")}</h2>
        <p>{say("calm-text")}</p>
        {support !== "" && (
          <p>
            {say("help-support")}
            <br />
            <Telephone number={support} />
          </p>
        )}
        <div class="row">
          <Button onPress={onBack}>{say("calm-back")}</Button>
        </div>
      </div>
      <ExitButton onLeave={quickExit} />
    </dialog>
  )
}
