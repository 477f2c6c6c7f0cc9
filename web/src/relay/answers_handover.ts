// SPDX-License-Identifier: EUPL-1.2
/** What the server may answer about hand-overs and who looks after a case: read as `answers.ts` reads. */
import {
  boolean,
  hashed,
  ident,
  integer,
  listOf,
  oneOf,
  optional,
  type Reader,
  recordOf,
} from "../protocol/shape.ts"
import type * as wire from "../protocol/wire_handover.ts"
import { envelope, word } from "./answers.ts"

const MOST_SHOWN = 65_536
const count = integer(0)

export const unhandedPage: Reader<wire.UnhandedPage> = recordOf({
  items: listOf(
    recordOf({
      kind: oneOf("message", "note", "record"),
      of: ident,
      subject: hashed,
      version: optional(count),
    }),
    { most: MOST_SHOWN },
  ),
  next: optional(word),
})

export const handovers: Reader<wire.Handovers> = recordOf({
  handovers: listOf(envelope, { most: MOST_SHOWN }),
})

export const policyHistory: Reader<wire.PolicyHistory> = recordOf({
  policies: listOf(recordOf({ statement: envelope, at: count }), { most: 1_000 }),
  more: boolean,
})
