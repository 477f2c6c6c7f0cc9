// SPDX-License-Identifier: EUPL-1.2
/**
 * What this mediator signed about messages from this device, so that none of it can be left out unnoticed:
 * a second mediator's yes that was asked for, a hold, an approval taken back.
 *
 * Kept by the device like the newest gates (`seen_records.ts`): on a shared one for this visit only.
 * A device that was not there knows of none of it (docs/threat-model.md).
 */
import { decode, encode, type Json } from "../crypto/canonical.ts"
import { RelayError } from "../errors.ts"
import { insist } from "../protocol/heard.ts"
import type { MessageDetail } from "../protocol/wire.ts"
import type { Session } from "./session.ts"

type At = { readonly case: string; readonly message: string }
type Said = readonly [message: string, signature: string]

const MAX_BYTES = 1_048_576
/** Of one case; the oldest go first. */
const MOST = 4_096
const nameOf = (caseId: string) => `own-said/${caseId}`

async function saidIn({ device }: Pick<Session, "device">, caseId: string): Promise<readonly Said[]> {
  const bytes = await device.get(nameOf(caseId))
  const kept = bytes === null ? [] : decode(bytes, MAX_BYTES)
  return Array.isArray(kept) ? kept.flatMap((entry: Json) => readEntry(entry)) : []
}

function readEntry(entry: Json): readonly Said[] {
  if (!Array.isArray(entry)) return []
  const [message, signature] = entry as readonly Json[]
  return typeof message === "string" && typeof signature === "string" ? [[message, signature]] : []
}

/** Remember a statement that the relay took. A device that keeps nothing forgets it with the tab. */
export async function rememberSaid(
  session: Pick<Session, "device">,
  { case: caseId, message }: At,
  signature: string,
): Promise<void> {
  const all: readonly Said[] = [...(await saidIn(session, caseId)), [message, signature]]
  try {
    await session.device.put(nameOf(caseId), encode(all.slice(-MOST).map((one): Json => [...one])))
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
  }
}

/** Refuse a message of which something is left out that was signed here. Throws `rollback`. */
export async function refuseLeftOut(
  session: Pick<Session, "device">,
  { case: caseId, message }: At,
  { statements }: Pick<MessageDetail, "statements">,
): Promise<void> {
  const shown = new Set(statements.map(({ sig }) => sig))
  for (const [of, signature] of await saidIn(session, caseId)) {
    insist(of !== message || shown.has(signature), "rollback", "something that was signed here was left out")
  }
}
