// SPDX-License-Identifier: EUPL-1.2
/**
 * What the server may answer, read field by field before anything believes a type.
 *
 * A hostile server can send any JSON: what does not fit is `wrong-shape` here, once, and nowhere a
 * crash. The types are those that the server is made from (`protocol/wire.ts`).
 */
import { isObject, type Json } from "../crypto/canonical.ts"
import {
  binary,
  boolean,
  day,
  freeText,
  hashed,
  ident,
  integer,
  listOf,
  oneOf,
  optional,
  type Reader,
  recordOf,
  text,
} from "../protocol/shape.ts"
import type * as wire from "../protocol/wire.ts"

const MAX_ITEMS = 65_536
export const blob = text(/^[A-Za-z0-9_-]{0,1500000}$/)
export const word = freeText(200)
const count = integer(0)
const account = text(/^[0-9A-HJKMNP-TV-Z]{8}$/)
const many = { most: MAX_ITEMS }

export const envelope: Reader<wire.Envelope> = recordOf({
  body: text(/^[A-Za-z0-9_-]{1,1400000}$/),
  key: hashed,
  sig: binary(64),
})
const slotType = oneOf("passphrase", "kit", "link")
const role = oneOf("participant", "mediator", "interpreter", "manager")
const side = oneOf("harmed", "responsible")

export const challenge: Reader<wire.Challenge> = recordOf({
  nonce: hashed,
  slots: listOf(recordOf({ type: slotType, salt: ident, passes: count, memory_kib: count }), { most: 8 }),
  time: count,
})

export const signedIn: Reader<wire.SignedIn> = recordOf({
  token: hashed,
  idle_seconds: count,
  role,
  person: ident,
  account,
  slot: blob,
  bundle: blob,
  bundle_version: count,
})

export const sessionView: Reader<wire.SessionView> = recordOf({
  role,
  person: ident,
  account,
  idle_seconds: count,
  cases: listOf(ident, many),
})

export const bundlePut: Reader<wire.BundlePut> = recordOf({ bundle: blob, version: count })

export const version: Reader<wire.Version> = recordOf({ version: count })

const ticketAnswer: Reader<wire.TicketAnswer> = recordOf({
  mac2: hashed,
  certificate: optional(envelope),
  root: envelope,
  directory: envelope,
  policy: optional(envelope),
})

export const ticketView: Reader<wire.TicketView> = recordOf({
  lookup: ident,
  state: oneOf("open", "used", "certified", "answered", "expired"),
  role,
  programme: ident,
  case: optional(ident),
  person: optional(ident),
  side: optional(side),
  expires_at: count,
  account: optional(account),
  request: optional(blob),
  mac1: optional(hashed),
  answer: optional(ticketAnswer),
})

export const pendingView: Reader<wire.PendingView> = recordOf({
  tickets: listOf(ticketView, many),
  certificates: listOf(envelope, many),
})

export const trustView: Reader<wire.TrustView> = recordOf({
  root: envelope,
  directory: envelope,
  policies: listOf(envelope, many),
  certificates: listOf(envelope, many),
  checkpoint: optional(envelope),
})

export const cases: Reader<wire.Cases> = recordOf({
  cases: listOf(
    recordOf({
      case: ident,
      version: count,
      paused: optional(boolean),
      paused_by_me: boolean,
      last_number: count,
    }),
    many,
  ),
})

export const messageView: Reader<wire.MessageView> = recordOf({
  message: ident,
  case: ident,
  version: count,
  state: oneOf(
    "uploading",
    "proposed",
    "submitted",
    "in_review",
    "held",
    "returned",
    "declined",
    "approved",
    "offered",
    "released",
    "opened",
    "kept",
    "withdrawn",
    "expired",
  ),
  channel: oneOf("letter", "video", "relayed"),
  kind: oneOf("original", "relayed", "redaction", "excerpt", "rendition"),
  mine: boolean,
  sender: ident,
  addressee: ident,
  day,
  manifest: hashed,
  supersedes: optional(hashed),
  derived_from: optional(hashed),
  maker: optional(ident),
  cooling_until: optional(count),
  hold_until: optional(day),
  approvals: optional(count),
  quorum: optional(count),
  answer: optional(oneOf("ready", "not-now", "never", "keep")),
  waiting_since: optional(count),
  claimed_by: optional(ident),
  claimed_until: optional(count),
  undo_until: optional(count),
})

export const messagePage: Reader<wire.MessagePage> = recordOf({
  messages: listOf(messageView, many),
  next: optional(word),
})

export const messageDetail: Reader<wire.MessageDetail> = recordOf({
  view: messageView,
  manifest: optional(envelope),
  policies: listOf(envelope, many),
  header: optional(blob),
  wrap: optional(blob),
  purpose: optional(oneOf("review", "handover", "self", "release", "grant")),
  statements: listOf(envelope, many),
  notes: listOf(recordOf({ hash: hashed, box: blob, wrap: blob }), many),
  uploads: listOf(
    recordOf({ part: count, length: count, offset: count, url: optional(freeText(2000)) }),
    many,
  ),
  confirmation: optional(blob),
})

export const receipt: Reader<wire.Receipt> = recordOf({ receipt: envelope, view: optional(messageView) })

export const draftView: Reader<wire.DraftView> = recordOf({
  message: ident,
  case: ident,
  version: count,
  updated_at: count,
  box: blob,
})

export const drafts: Reader<wire.Drafts> = recordOf({ drafts: listOf(draftView, many) })

export const programme: Reader<wire.Programme> = recordOf({
  programme: optional(ident),
  demo: boolean,
  time: count,
  retention: listOf(word, { most: 64 }),
})

export const change: Reader<wire.Change> = recordOf({
  kind: oneOf("message", "case", "trust", "ticket", "intake"),
  id: word,
})

/** A refusal's code, or null where the answer holds none. */
export const refusal: Reader<string | null> = (value: Json) => {
  const code = isObject(value) ? value["code"] : null
  return typeof code === "string" ? code : null
}
