// SPDX-License-Identifier: EUPL-1.2
/** Opening a letter for its ready addressee; everything is checked once more, and a shut gate says why. */
import type { DeskItem } from "../../../relay/desk.ts"
import { say } from "../../language.ts"
import { addresseeSide, sideWithin } from "../naming.ts"
import { DecisionFrame, type FormPart } from "./form.tsx"

export function ReleaseForm({ item, ...part }: FormPart & { readonly item: DeskItem }) {
  const side = sideWithin(addresseeSide(item))
  return (
    <DecisionFrame
      {...part}
      title={say("decide-release")}
      text={say("release-text", { side })}
      go={say("release-yes")}
    >
      {null}
    </DecisionFrame>
  )
}
