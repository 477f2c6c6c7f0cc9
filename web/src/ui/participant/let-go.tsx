// SPDX-License-Identifier: EUPL-1.2
/** Letting go of a film or a recording on this device: asked first, for nobody could bring it back. */
import { useState } from "preact/hooks"
import { Button } from "../elements/button/button.tsx"
import { Dialog } from "../elements/dialog/dialog.tsx"
import { say } from "../language.ts"

export type LetGoProperties = {
  readonly label: string
  readonly busy: boolean
  readonly onLetGo: () => void
}

export function LetGo({ label, busy, onLetGo }: LetGoProperties) {
  const [asking, setAsking] = useState(false)
  const yes = () => {
    setAsking(false)
    onLetGo()
  }
  return (
    <>
      <Button kind="quiet" busy={busy} onPress={() => setAsking(true)}>
        {label}
      </Button>
      {asking && (
        <Dialog title={say("home-let-go-ask")} onCancel={() => setAsking(false)}>
          <p>{say("home-let-go-text")}</p>
          <div class="answers">
            <Button onPress={() => setAsking(false)}>{say("home-draft-drop-no")}</Button>
            <Button onPress={yes}>{say("home-let-go-yes")}</Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
