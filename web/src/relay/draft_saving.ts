// SPDX-License-Identifier: EUPL-1.2
/** Saving a draft once: sealed, kept here first, then put on the server; both versions kept where two meet. */
import { RelayError } from "../errors.ts"
import {
  type DraftContent,
  dropWaiting,
  keepWaiting,
  openContent,
  sealContent,
  type WaitingDraft,
} from "./draft_store.ts"
import { freshId } from "./random.ts"
import type { Session } from "./session.ts"

export type ToSave = {
  readonly id: string
  readonly content: DraftContent
  /** Seconds since 1970. */
  readonly updatedAt: number
  /** The server's version that this one follows; 0: not on the server yet. */
  readonly version: number
}

export type Saved = {
  readonly where: "server" | "device" | "tab" | "nowhere"
  readonly version: number
  /** True when another version came first and was kept as a draft of its own. */
  readonly conflict: boolean
}

/** Seal and save: here first, then on the server; what the server has does not wait here any more. */
export async function saveDraft(session: Session, draft: ToSave): Promise<Saved> {
  const { id, content, version, updatedAt } = draft
  let kept: Saved["where"] = "nowhere"
  try {
    const box = await sealContent(session, id, content)
    kept = await keepHere(session, id, { box, case: content.case, updatedAt, version })
    const put = await putOrSettle(session, draft, box)
    await dropWaiting(session, id)
    return { where: "server", ...put }
  } catch (error) {
    // No link, no session, no room; or words that are longer than a box.
    if (error instanceof RelayError || error instanceof TypeError)
      return { where: kept, version, conflict: false }
    throw error
  }
}

async function keepHere(session: Session, id: string, waiting: WaitingDraft): Promise<Saved["where"]> {
  try {
    await keepWaiting(session, id, waiting)
    return session.device.durable ? "device" : "tab"
  } catch (error) {
    if (error instanceof RelayError) return "nowhere"
    throw error
  }
}

type Put = Pick<Saved, "version" | "conflict">

/** Put a draft; where another version came first, that one is kept as a draft of its own. */
async function putOrSettle(session: Session, { id, content, version }: ToSave, box: string): Promise<Put> {
  const { client } = session.ports
  const put = { case: content.case, box }
  try {
    return { ...(await client.putDraft(id, { ...put, version })), conflict: false }
  } catch (error) {
    if (!(error instanceof RelayError) || error.code !== "stale-version") throw error
  }
  const theirs = await client.draft(id).catch(orGone)
  if (theirs === null) return { ...(await client.putDraft(id, { ...put, version: 0 })), conflict: false }
  await keepBeside(session, id, theirs.box)
  return { ...(await client.putDraft(id, { ...put, version: theirs.version })), conflict: true }
}

function orGone(error: unknown): null {
  if (error instanceof RelayError && error.code === "not-found") return null
  throw error
}

async function keepBeside(session: Session, id: string, box: string): Promise<void> {
  const content = await openContent(session, id, box)
  const beside = freshId(session.ports.random)
  const moved = await sealContent(session, beside, content)
  await session.ports.client.putDraft(beside, { case: content.case, box: moved, version: 0 })
}
