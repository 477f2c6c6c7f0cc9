// SPDX-License-Identifier: EUPL-1.2
/** One's own approval: where it stands already or could never be enough, who must approve instead. */
import type { DeskItem, EarlierStatement, Review } from "../../../relay/desk.ts"
import { say } from "../../language.ts"
import { signedIn } from "../../session.ts"

/** Why an approval is not to be given; null where it can change something. */
export type NoUse = "given" | "own-words" | "not-confirmed"

/** Say whether this mediator's approval would change anything. */
export function noUseIn(review: Review, item: DeskItem): NoUse | null {
  const { person } = signedIn()
  if (!review.confirmed) return "not-confirmed"
  if (review.maker?.person === person && (item.quorum ?? 1) < 2) return "own-words"
  return stands(review.earlier, item, person) ? "given" : null
}

/**
 * Whether one's own approval stands. Which of two mediators spoke later cannot be told from what they
 * signed; only where every last word that is a yes was counted, one's own was. Otherwise it can be given again.
 */
function stands(earlier: readonly EarlierStatement[], { approvals }: DeskItem, person: string): boolean {
  const last = new Map<string, EarlierStatement>()
  for (const one of earlier) {
    const judged = one.kind === "approval" || one.kind === "decision"
    if (judged && one.number > (last.get(one.by)?.number ?? 0)) last.set(one.by, one)
  }
  const yes = [...last.values()].filter(({ kind }) => kind === "approval")
  return yes.length === approvals && yes.some(({ by }) => by === person)
}

/** What is still needed where this mediator's approval is not it. */
export function OthersYes({ review, item }: { readonly review: Review; readonly item: DeskItem }) {
  const noUse = noUseIn(review, item)
  const judged = item.state === "in_review" || item.state === "held"
  if (!judged || noUse === null) return null
  const { person, trust } = signedIn()
  const others = trust.members(item.case).some((one) => one.role === "mediator" && one.person !== person)
  return (
    <>
      <p>{say(`approve-no-${noUse}`)}</p>
      {noUse !== "not-confirmed" && !others && <p>{say("approve-nobody")}</p>}
    </>
  )
}
