// SPDX-License-Identifier: EUPL-1.2
/** What the server may answer to an interpreter: read as `answers.ts` reads. */
import { day, ident, listOf, type Reader, recordOf } from "../protocol/shape.ts"
import type * as wire from "../protocol/wire_made.ts"
import { envelope, messageView } from "./answers.ts"

const MOST_SHOWN = 1_000

export const grantsAnswer: Reader<wire.Grants> = recordOf({
  grants: listOf(recordOf({ message: ident, until: day, statement: envelope }), { most: MOST_SHOWN }),
  made: listOf(messageView, { most: MOST_SHOWN }),
})
