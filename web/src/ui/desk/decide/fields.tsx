// SPDX-License-Identifier: EUPL-1.2
/** The form of the chosen decision. */
import type { DeskItem, Review } from "../../../relay/desk.ts"
import { ApproveForm } from "./approve.tsx"
import { EscalateForm } from "./escalate.tsx"
import type { FormPart } from "./form.tsx"
import { GiveBackForm } from "./give-back.tsx"
import { HoldForm } from "./hold.tsx"
import { OfferForm } from "./offer.tsx"
import { PlainForm } from "./plain.tsx"
import { ReleaseForm } from "./release.tsx"
import type { Decision, Working } from "./work.ts"

export type DecisionFieldsProperties = FormPart & {
  readonly decision: Decision
  readonly review: Review
  readonly item: DeskItem
  readonly working: Working
}

export function DecisionFields({ decision, review, item, ...part }: DecisionFieldsProperties) {
  switch (decision) {
    case "approve":
      return <ApproveForm {...part} review={review} item={item} />
    case "hold":
      return <HoldForm {...part} />
    case "return":
      return <GiveBackForm {...part} review={review} />
    case "escalate":
      return <EscalateForm {...part} review={review} />
    case "offer":
      return <OfferForm {...part} item={item} />
    case "release":
      return <ReleaseForm {...part} item={item} />
    default:
      return <PlainForm {...part} decision={decision} />
  }
}
