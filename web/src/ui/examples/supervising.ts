// SPDX-License-Identifier: EUPL-1.2
/** The counts of an invented programme. */
import type { ShownCount } from "../../protocol/wire_office.ts"
import type { Supervised } from "../../relay/supervision.ts"
import { CASE, DAY, MED, NOON, OTHER_MED } from "./records.ts"

const FEW: ShownCount = { how: "few", least: 0 }
const WITHHELD: ShownCount = { how: "withheld", least: 0 }

function some(least: number): ShownCount {
  return { how: "some", least }
}

const CLOSED_CASE = "Qv5tYx2LkN0pR8sW3mZaBg"

/** A larger programme, or a new one where every count is small. */
export function supervised(empty: boolean): Supervised {
  const count = (least: number) => (empty ? FEW : some(least))
  return {
    counts: {
      at: NOON,
      ages: [7, 14, 30],
      waiting: [
        {
          state: "in_review",
          by_age: [count(25), count(10), count(5), count(5)],
          total: empty ? WITHHELD : some(55),
        },
        { state: "held", by_age: [count(5), count(5), FEW, FEW], total: WITHHELD },
        { state: "approved", by_age: [count(10), FEW, FEW, FEW], total: WITHHELD },
      ],
      on_their_way: [
        { state: "submitted", count: count(5) },
        { state: "offered", count: count(15) },
        { state: "released", count: FEW },
        { state: "opened", count: count(80) },
      ],
      workloads: [
        { mediator: MED, cases: count(10), in_hand: FEW },
        { mediator: OTHER_MED, cases: count(5), in_hand: FEW },
      ],
    },
    closings: empty
      ? []
      : [
          { case: CASE, mediator: MED, at: NOON - 3 * DAY, closed: false },
          { case: CLOSED_CASE, mediator: OTHER_MED, at: NOON - 12 * DAY, closed: true },
        ],
  }
}
