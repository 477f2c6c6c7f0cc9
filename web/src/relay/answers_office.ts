// SPDX-License-Identifier: EUPL-1.2
/** What the server may answer to managers, and to whoever asks to take part: read as `answers.ts` reads. */
import { ident, integer, listOf, oneOf, optional, type Reader, recordOf } from "../protocol/shape.ts"
import type * as wire from "../protocol/wire_office.ts"
import { blob, envelope, word } from "./answers.ts"

const MOST_SHOWN = 1_000
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

export const intakePage: Reader<wire.IntakePage> = recordOf({
  intakes: listOf(intakeView, { most: MOST_SHOWN }),
  next: optional(word),
})
