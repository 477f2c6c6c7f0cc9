// SPDX-License-Identifier: EUPL-1.2
/** What spares the mediator: one button that hides everything, and the calm page that then stands in front. */
import { Button } from "../../elements/button/button.tsx"
import { Calm } from "../../elements/calm/calm.tsx"
import { say } from "../../language.ts"
import { hideAll, hiding, useHidingKey } from "./hiding.ts"

/** Stays in view while one reads. */
export function HideButton() {
  return (
    <div class="hide-all no-print">
      <Button onPress={hideAll}>{say("calm-hide")}</Button>
    </div>
  )
}

/** Stands in front of the whole desk while everything is hidden. */
export function Hiding() {
  useHidingKey()
  if (!hiding.value) return null
  return (
    <Calm
      onBack={() => {
        hiding.value = false
      }}
    />
  )
}
