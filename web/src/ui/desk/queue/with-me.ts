// SPDX-License-Identifier: EUPL-1.2
/** What of the queue waits for a mediator, and not for its author, its reader or nobody. */
import { today } from "../../../relay/clock.ts"
import type { DeskItem } from "../../../relay/desk.ts"
import { signedIn } from "../../session.ts"
import { isCooling, nowSeconds } from "../naming.ts"

const WITH_MEDIATOR: readonly DeskItem["state"][] = ["submitted", "in_review", "held", "approved", "kept"]

/** Put aside until a day that has not come: it comes back by itself. What was escalated has no such day. */
function isPutAside({ state, holdUntil }: DeskItem): boolean {
  return state === "held" && holdUntil !== null && holdUntil > today(signedIn().ports.clock)
}

/** True when a mediator is the one to do something now. */
export function isWithMe(item: DeskItem): boolean {
  if (item.state === "offered") return item.answer === "ready"
  if (isPutAside(item)) return false
  return WITH_MEDIATOR.includes(item.state) && !isCooling(item, nowSeconds())
}
