// SPDX-License-Identifier: EUPL-1.2
/** What of the queue waits for a mediator, and not for its author, its reader or nobody. */
import type { DeskItem } from "../../../relay/desk.ts"
import { isCooling, nowSeconds } from "../naming.ts"

const WITH_MEDIATOR: readonly DeskItem["state"][] = ["submitted", "in_review", "held", "approved", "kept"]

/** True when a mediator is the one to do something. */
export function isWithMe(item: DeskItem): boolean {
  if (item.state === "offered") return item.answer === "ready"
  return WITH_MEDIATOR.includes(item.state) && !isCooling(item, nowSeconds())
}
