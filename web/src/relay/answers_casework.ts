// SPDX-License-Identifier: EUPL-1.2
/** What the server may answer about casework: read as `answers.ts` reads. */
import { RECORD_TYPES } from "../protocol/record.ts"
import { ident, integer, listOf, oneOf, optional, type Reader, recordOf } from "../protocol/shape.ts"
import type * as wire from "../protocol/wire_casework.ts"
import { blob, envelope, word } from "./answers.ts"

const MOST_ON_A_PAGE = 1_000

const recordView: Reader<wire.RecordView> = recordOf({
  record: ident,
  case: ident,
  version: integer(1),
  type: oneOf(...RECORD_TYPES),
  statement: envelope,
  box: blob,
  wrap: optional(blob),
  purpose: optional(oneOf("record", "handover")),
})

export const recordsPage: Reader<wire.RecordsPage> = recordOf({
  records: listOf(recordView, { most: MOST_ON_A_PAGE }),
  next: optional(word),
})

export const recordHistory: Reader<wire.RecordHistory> = recordOf({
  versions: listOf(recordView, { most: MOST_ON_A_PAGE }),
})

export const consentText: Reader<wire.ConsentText> = recordOf({ statement: envelope })

export const consents: Reader<wire.Consents> = recordOf({
  consents: listOf(envelope, { most: MOST_ON_A_PAGE }),
})

export const shutGates: Reader<wire.ShutGates> = recordOf({
  gates: listOf(
    recordOf({
      code: oneOf("consent-missing", "no-contact", "assessment-due", "overlap", "pace"),
      participant: ident,
      channel: optional(oneOf("letter", "video", "relayed", "meeting")),
    }),
    { most: MOST_ON_A_PAGE },
  ),
})
