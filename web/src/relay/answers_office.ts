// SPDX-License-Identifier: EUPL-1.2
/** What the server may answer to managers, and to whoever asks to take part: read as `answers.ts` reads. */
import { ident, integer, listOf, oneOf, optional, type Reader, recordOf } from "../protocol/shape.ts"
import type * as wire from "../protocol/wire_office.ts"
import { blob, envelope, word } from "./answers.ts"

const MOST_SHOWN = 1_000
const MOST_ROWS = 16
const count = integer(0)

export const intakeKeyView: Reader<wire.IntakeKeyView> = recordOf({ root: envelope, intake: envelope })

const intakeView: Reader<wire.IntakeView> = recordOf({
  intake: ident,
  version: count,
  state: oneOf("new", "screening", "assigned", "closed"),
  at: count,
  box: optional(blob),
  wrap: optional(blob),
  sheet: optional(recordOf({ box: blob, wrap: blob })),
  case: optional(ident),
  assignment: optional(envelope),
})

const shownCount: Reader<wire.ShownCount> = recordOf({
  how: oneOf("few", "some", "withheld"),
  least: count,
})

export const supervisionView: Reader<wire.SupervisionView> = recordOf({
  at: count,
  ages: listOf(count, { most: MOST_ROWS }),
  waiting: listOf(
    recordOf({
      state: oneOf("in_review", "held", "approved"),
      by_age: listOf(shownCount, { most: MOST_ROWS }),
      total: shownCount,
    }),
    { most: MOST_ROWS },
  ),
  on_their_way: listOf(
    recordOf({ state: oneOf("submitted", "offered", "released", "opened"), count: shownCount }),
    { most: MOST_ROWS },
  ),
  workloads: listOf(recordOf({ mediator: ident, cases: shownCount, in_hand: shownCount }), {
    most: MOST_SHOWN,
  }),
})

export const closings: Reader<wire.Closings> = recordOf({
  closings: listOf(recordOf({ case: ident, mediator: ident, at: count }), { most: MOST_SHOWN }),
})

export const intakePage: Reader<wire.IntakePage> = recordOf({
  intakes: listOf(intakeView, { most: MOST_SHOWN }),
  next: optional(word),
})
