// SPDX-License-Identifier: EUPL-1.2
/** One version of a record as the server shows it: verified, then opened with the one wrap that is for this reader. */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { keyId } from "../crypto/keys.ts"
import { fromEnvelope } from "../crypto/signing.ts"
import { type ErrorCode, RelayError } from "../errors.ts"
import type { VerifiedCertificate } from "../protocol/certificate.ts"
import { insist } from "../protocol/heard.ts"
import {
  openRecord,
  type RecordType,
  type Typed,
  type VerifiedRecord,
  verifyRecord,
} from "../protocol/record.ts"
import type { RecordView } from "../protocol/wire_casework.ts"
import type { Keyring } from "./keyring.ts"
import { certificatesOf } from "./message.ts"
import { type CasePicture, personOf } from "./picture.ts"
import { parseWords, type RecordWords } from "./record_words.ts"

/** A version of a record that verified. */
export type OpenedRecord<T extends RecordType = RecordType> = T extends RecordType
  ? Typed<T> & {
      readonly case: string
      readonly record: string
      readonly version: number
      /** Of its statement. */
      readonly hash: string
      /** Of the version before it; null for the first. */
      readonly previous: string | null
      /** Id of who signed it. */
      readonly by: string
      readonly day: string
      /** The sealed words; null where they are not for this reader, or do not open. */
      readonly words: RecordWords[T] | null
      /** Why the words do not open, where they should. */
      readonly trouble: ErrorCode | null
    }
  : never

/** The certificates of a case's people, current and former, by key id: who may have said a need. */
export type Authors = ReadonlyMap<string, VerifiedCertificate>

/** Return whose keys a case knows. */
export async function authorsOf(place: CasePicture): Promise<Authors> {
  const found = new Map<string, VerifiedCertificate>()
  for (const { participant } of place.policy.body.participants) {
    for (const certificate of await certificatesOf(place, participant)) {
      found.set(b64u(await keyId(unb64u(certificate.body.identity))), certificate)
    }
  }
  return found
}

export type ViewAt = { readonly place: CasePicture; readonly authors: Authors }
type Mine = Pick<Keyring, "keyId" | "unwrap">

/**
 * Verify one version of a record, then open its words.
 *
 * Throws as `verifyRecord`, and `wrong-context` for another record than the view says. Words that do
 * not open are no reason to doubt what was signed in the clear: they come back as `trouble`.
 */
export async function openView(
  { keyring }: { readonly keyring: Mine },
  view: RecordView,
  { place, authors }: ViewAt,
): Promise<OpenedRecord> {
  const statement = fromEnvelope(view.statement)
  const certificate = authors.get(b64u(statement.key)) ?? null
  const verified = await verifyRecord(statement, {
    policy: place.policy,
    box: unb64u(view.box),
    // A wrap that was handed over is not among those that the author named.
    ownWrap:
      view.wrap === null || view.purpose !== "record"
        ? null
        : { recipient: keyring.keyId, wrap: unb64u(view.wrap) },
    certificate: view.type === "need" ? certificate : null,
    seen: null,
  })
  const { body, hash, signer } = verified
  const same = body.record === view.record && body.version === view.version && body.type === view.type
  insist(same, "wrong-context", "another record than the view says")
  const author = body.type === "need" ? certificate?.body.participant : undefined
  const opened = {
    ...{ type: body.type, clear: body.clear, case: body.case, record: body.record },
    ...{ version: body.version, hash, previous: body.previous, day: body.day },
    by: author ?? personOf(signer),
    ...(await wordsIn(keyring, view, verified)),
  }
  return opened as OpenedRecord
}

type Words = Pick<OpenedRecord, "words" | "trouble">

async function wordsIn(keyring: Mine, view: RecordView, record: VerifiedRecord): Promise<Words> {
  if (view.wrap === null) return { words: null, trouble: null }
  const { body } = record
  try {
    const at = { purpose: view.purpose ?? "record", subject: unb64u(body.box) }
    const key = await keyring.unwrap(unb64u(view.wrap), at)
    const content = await openRecord(key, unb64u(view.box), body)
    key.fill(0)
    return { words: parseWords(body, content), trouble: null }
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
    return { words: null, trouble: error.code }
  }
}
