// SPDX-License-Identifier: EUPL-1.2
/** The way back to the list. */
import { Button } from "../../elements/button/button.tsx"
import { say } from "../../language.ts"
import { go } from "../../place.ts"

export function BackButton() {
  return (
    <Button kind="quiet" onPress={() => go({ at: "queue" })}>
      {say("desk-back")}
    </Button>
  )
}
