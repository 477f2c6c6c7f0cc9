// SPDX-License-Identifier: EUPL-1.2
/**
 * A record's versions, their keys wrapped for another mediator of the case.
 *
 * Each opens here first, as the version of this case that the relay listed: only so is it known that no
 * other case's key goes over. Twin: `_records` in `relay/station/handing_over.py`.
 */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { fromEnvelope } from "../crypto/signing.ts"
import { wrap } from "../crypto/wrapping.ts"
import { insist } from "../protocol/heard.ts"
import { openRecord, RECORD, recordBoxHash } from "../protocol/record.ts"
import { readStatement } from "../protocol/shape.ts"
import type { RecordView } from "../protocol/wire_casework.ts"
import type { HandedWrap, Unhanded } from "../protocol/wire_handover.ts"
import type { Recipient } from "./picture.ts"
import type { Session } from "./session.ts"

export type RecordReceiver = { readonly case: string; readonly to: Recipient }

/**
 * Wrap the key of one version.
 *
 * Returns null where it is not this person's to open. Throws `wrong-context` when it is another version,
 * record or case than listed, and what `keyring.unwrap` and `openRecord` throw.
 */
async function wrapVersion(
  { keyring }: Session,
  view: RecordView | undefined,
  thing: Unhanded,
  receiver: RecordReceiver,
): Promise<HandedWrap | null> {
  if (!view?.wrap) return null
  const [body, box] = [readStatement(RECORD, fromEnvelope(view.statement).body), unb64u(view.box)]
  const here = body.case === receiver.case && body.record === thing.of && body.version === thing.version
  const same = body.box === thing.subject && (await recordBoxHash(box)) === thing.subject
  insist(here && same, "wrong-context", "a record of another case, or another one than listed")
  const subject = unb64u(thing.subject)
  const key = await keyring.unwrap(unb64u(view.wrap), { purpose: view.purpose ?? "record", subject })
  await openRecord(key, box, body)
  const wrapped = await wrap(unb64u(receiver.to.kem), key, { purpose: "handover", subject })
  key.fill(0)
  return { ...thing, wrap: b64u(wrapped) }
}

/** Wrap what is listed of one record. `passOver` answers null for what says nothing about the others. */
export async function wrapRecord(
  session: Session,
  things: readonly Unhanded[],
  receiver: RecordReceiver,
  passOver: (one: Promise<HandedWrap | null>) => Promise<HandedWrap | null>,
): Promise<readonly HandedWrap[]> {
  const [first] = things
  if (first === undefined) return []
  const { versions } = await session.ports.client.record(receiver.case, first.of)
  const found: HandedWrap[] = []
  for (const thing of things) {
    const view = versions.find(({ version }) => version === thing.version)
    const wrapped = await passOver(wrapVersion(session, view, thing, receiver))
    if (wrapped !== null) found.push(wrapped)
  }
  return found
}
