// SPDX-License-Identifier: EUPL-1.2
/** A mediator's own reading log: one sealed record a case, for themselves alone. */
import { RelayError } from "../errors.ts"
import { insist } from "../protocol/heard.ts"
import { merged, type Reading, withReading } from "../review/exposure.ts"
import { MAX_ENTRIES } from "./record_words.ts"
import { type OpenedRecord, recordsOf, writeRecord } from "./records.ts"
import type { Session } from "./session.ts"

type Kept = { readonly record: OpenedRecord<"exposure"> | null; readonly log: readonly Reading[] }

/** Throws why what is shown is not believed, and `wrong-context` for anybody else's log. */
async function logOf(session: Session, caseId: string): Promise<Kept> {
  const { records, refused } = await recordsOf(session, caseId, "exposure")
  const [doubted] = refused
  if (doubted !== undefined) throw new RelayError(doubted.code, "a reading log that does not verify")
  const others = records.filter(({ by }) => by !== session.person)
  insist(others.length === 0, "wrong-context", "a colleague's reading log")
  const [own] = records
  return { record: own ?? null, log: own?.words?.entries ?? [] }
}

async function casesOf({ ports }: Session): Promise<readonly string[]> {
  return (await ports.client.cases()).cases.map((one) => one.case)
}

/** Everything in one's own log, newest first. Throws why a part of it is not believed. */
export async function readingLog(session: Session): Promise<readonly Reading[]> {
  const logs = await Promise.all((await casesOf(session)).map((caseId) => logOf(session, caseId)))
  return merged(logs.map(({ log }) => log))
}

async function keep(
  session: Session,
  caseId: string,
  change: (log: readonly Reading[]) => readonly Reading[],
): Promise<void> {
  let { record, log } = await logOf(session, caseId)
  // One's own other tab may be faster; then its entries stay and this one follows.
  for (let tries = 0; tries < 3; tries++) {
    const draft = { type: "exposure", clear: {}, words: { entries: change(log) } } as const
    const written = await writeRecord<"exposure">(session, caseId, draft, record)
    if (written.kind === "written") return
    record = written.now
    log = record.words?.entries ?? []
  }
}

/** Put a reading into one's own log of a case. */
export async function addReading(session: Session, caseId: string, reading: Reading): Promise<void> {
  await keep(session, caseId, (log) => withReading(log, reading, MAX_ENTRIES))
}

/** Empty one's own log in every case. */
export async function forgetReadings(session: Session): Promise<void> {
  for (const caseId of await casesOf(session)) {
    const { log } = await logOf(session, caseId)
    if (log.length > 0) await keep(session, caseId, () => [])
  }
}
