// SPDX-License-Identifier: EUPL-1.2
/**
 * What the service key signs: the proof of a destruction, and the head of the list.
 *
 * Twin: `relay/protocol/receipt.py`. Source: protocol.md §§6 and 8.
 */
import { type Bytes, concat } from "../crypto/bytes.ts"
import { taggedHash } from "../crypto/derive.ts"
import { unb64u } from "../crypto/encoding.ts"
import type { Statement } from "../crypto/signing.ts"
import type { VerifiedDirectory } from "./directory.ts"
import { believe, checkSigned, type Heard, hear, insist, type Verified } from "./heard.ts"
import { type Body, hashed, ident, integer, kindOf, oneOf, optional } from "./shape.ts"

export const CHAIN_START: Bytes = new Uint8Array(32)

export const RECEIPT = kindOf(
  "receipt",
  {
    case: ident,
    scope: oneOf("message", "pause", "resume", "leave"),
    message: optional(ident),
    manifest: optional(hashed),
    withdrawal: hashed,
    at: integer(),
  },
  {
    // Message and manifest belong to scope message, both or none.
    fits: ({ scope, message, manifest }) =>
      (message !== null) === (scope === "message") && (manifest !== null) === (scope === "message"),
  },
)
/** The service says what a withdrawal destroyed, and when (`at`: seconds since 1970). */
export type Receipt = Body<typeof RECEIPT>

/** The accountability list's size and chain head. */
export const CHECKPOINT = kindOf("checkpoint", { size: integer(), head: hashed, at: integer() })

export type ReceiptClaim = {
  readonly directory: VerifiedDirectory
  /** The hash of the withdrawal that was sent. */
  readonly withdrawal: string
}

/** Believe a receipt for one withdrawal, or refuse. Throws `wrong-context` or `signature-wrong`. */
export async function verifyReceipt(
  statement: Statement,
  claim: ReceiptClaim,
): Promise<Verified<Heard<Receipt>>> {
  const { directory, withdrawal } = claim
  const heard = await hear(RECEIPT, statement)
  const fits = heard.body.programme === directory.body.programme && heard.body.withdrawal === withdrawal
  insist(fits, "wrong-context", "a receipt for another withdrawal")
  await checkSigned(heard, unb64u(directory.body.service))
  return believe(heard)
}

/** Return the next head of the list: `H("chain", head ‖ statement hash)`, 32 bytes each. */
export async function chain(head: Uint8Array, statement: Uint8Array): Promise<Bytes> {
  return taggedHash("chain", concat(head, statement))
}
