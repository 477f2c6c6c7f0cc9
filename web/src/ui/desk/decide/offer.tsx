// SPDX-License-Identifier: EUPL-1.2
/** Offering a letter: words that the addressee reads before they choose, and how it is to be read. */
import type { DeskItem } from "../../../relay/desk.ts"
import { say } from "../../language.ts"
import { addresseeSide, sideWithin } from "../naming.ts"
import { DecisionFrame, type FormPart, NoteField } from "./form.tsx"
import { noteOf, type Working } from "./work.ts"

export type OfferProperties = FormPart & { readonly item: DeskItem; readonly working: Working }

export function OfferForm({ item, working, ...part }: OfferProperties) {
  const { work, write } = working
  const side = sideWithin(addresseeSide(item))
  return (
    <DecisionFrame {...part} title={say("decide-offer")} text={say("offer-text")} go={say("offer-yes")}>
      <NoteField
        label={say("offer-note", { side })}
        hint={say("offer-example")}
        value={noteOf(work, "offer")}
        onWrite={(note) => write("offer", note)}
        missing={part.missing}
      />
    </DecisionFrame>
  )
}
