// SPDX-License-Identifier: EUPL-1.2
/** Offering a letter: words that the addressee reads before they choose, and how it is to be read. */
import type { DeskItem } from "../../../relay/desk.ts"
import { Field } from "../../elements/field/field.tsx"
import { More } from "../../elements/more/more.tsx"
import { say } from "../../language.ts"
import { sortOf } from "../../sort.ts"
import { addresseeSide, sideWithin } from "../naming.ts"
import { ConditionsFields } from "./conditions.tsx"
import { DecisionFrame, type FormPart, NoteField } from "./form.tsx"
import { noteOf, type Working } from "./work.ts"

export type OfferProperties = FormPart & { readonly item: DeskItem; readonly working: Working }

export function OfferForm({ item, working, ...part }: OfferProperties) {
  const { work, change, write } = working
  const side = sideWithin(addresseeSide(item))
  const what = sortOf(item)
  return (
    <DecisionFrame
      {...part}
      title={say("decide-offer")}
      text={say("offer-text", { what })}
      go={say("offer-yes")}
    >
      <NoteField
        label={say("offer-note", { side })}
        hint={say("offer-example", { what })}
        value={noteOf(work, "offer")}
        onWrite={(note) => write("offer", note)}
        missing={part.missing}
      />
      <Field
        label={say("approve-content-note")}
        hint={say("approve-content-note-hint")}
        lines={2}
        value={work.contentNote}
        onWrite={(contentNote) => change({ contentNote })}
      />
      <More title={say("reading-title")} open>
        <ConditionsFields
          conditions={work.conditions}
          what={what}
          onChange={(conditions) => change({ conditions })}
        />
      </More>
    </DecisionFrame>
  )
}
