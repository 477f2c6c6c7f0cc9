// SPDX-License-Identifier: EUPL-1.2
/**
 * The newest of a case's gates and consents that this device has seen, so that no older one passes for current.
 *
 * Kept by the device like what it knows of keys: on a shared one for this visit only. A device that
 * saw nothing yet can be shown an older gate, as it can an older policy (docs/adr/0015).
 */
import { decode, encode, isObject, type Json } from "../crypto/canonical.ts"
import { RelayError } from "../errors.ts"
import { insist } from "../protocol/heard.ts"
import { refuseOlder, type Seen } from "../protocol/root.ts"
import type { Session } from "./session.ts"

/** By record id, or by person, channel and key for a consent. */
export type SeenInCase = ReadonlyMap<string, Seen>

const MAX_BYTES = 1_048_576
const nameOf = (caseId: string) => `casework/${caseId}`

/** Return what was seen of a case before now. */
export async function seenInCase({ device }: Pick<Session, "device">, caseId: string): Promise<SeenInCase> {
  const bytes = await device.get(nameOf(caseId))
  return bytes === null ? new Map() : read(decode(bytes, MAX_BYTES))
}

/** What is being remembered by each device: one after the other, so that none of it is lost. */
const remembering = new WeakMap<Session["device"], Promise<void>>()

/** Remember what is newer than what was seen. A device that keeps nothing forgets it with the tab. */
export async function rememberInCase(
  session: Pick<Session, "device">,
  caseId: string,
  found: SeenInCase,
): Promise<void> {
  const last = remembering.get(session.device) ?? Promise.resolve()
  const work = last.then(() => remember(session, caseId, found))
  remembering.set(
    session.device,
    work.catch(() => undefined),
  )
  return work
}

async function remember(session: Pick<Session, "device">, caseId: string, found: SeenInCase): Promise<void> {
  const before = await seenInCase(session, caseId)
  const newer = [...found].filter(([name, { number }]) => number > (before.get(name)?.number ?? 0))
  if (newer.length === 0) return
  const all = [...new Map([...before, ...newer])].map(
    ([name, { number, hash }]): Json => [name, number, hash],
  )
  try {
    await session.device.put(nameOf(caseId), encode(all))
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
  }
}

/** Refuse what is older than what was seen, and a list that leaves it out. Throws `rollback` or `fork`. */
export function refuseOlderInCase(seen: SeenInCase, shown: SeenInCase): void {
  for (const [name, before] of seen) {
    const now = shown.get(name)
    insist(now !== undefined, "rollback", `${name} was left out`)
    refuseOlder("record", now, before)
  }
}

function read(value: Json): SeenInCase {
  const entries = Array.isArray(value) ? value : []
  return new Map(entries.flatMap((entry: Json) => readEntry(entry)))
}

function readEntry(entry: Json): readonly (readonly [string, Seen])[] {
  if (!Array.isArray(entry) || isObject(entry)) return []
  const [name, number, hash] = entry as readonly Json[]
  const fits = typeof name === "string" && typeof number === "number" && typeof hash === "string"
  return fits ? [[name, { number, hash }]] : []
}
