// SPDX-License-Identifier: EUPL-1.2
/**
 * What would refuse the offer of a message if it were made now: for whoever is about to approve it.
 *
 * It forbids nothing. An offer is judged anew when it is made (`decide.ts`), and by the server.
 */
import { type ErrorCode, RelayError } from "../errors.ts"
import type { Shut } from "../protocol/gates.ts"
import { shutFor } from "./case_gates.ts"
import type { DeskItem } from "./desk.ts"
import { type FetchedMessage, fetchMessage } from "./message.ts"
import type { Session } from "./session.ts"

export type Ahead = {
  readonly shut: readonly Shut[]
  /** What the server calls shut, and this device does not. */
  readonly onlyServer: readonly Shut[]
  /** A film that not every browser plays, without an approved form that does. */
  readonly needsForm: boolean
  /** Why the gates cannot be judged: then nothing can be offered. Null: they were. */
  readonly doubt: ErrorCode | null
}

/** Judge as an offer would be judged. Throws as `fetchMessage`. */
export async function gatesAhead(session: Session, item: DeskItem): Promise<Ahead> {
  const fetched = await fetchMessage(session, item.id)
  const [shut, needsForm, { gates }] = await Promise.all([
    orCode(shutFor(session, fetched)),
    orCode(isFormMissing(session, fetched)),
    session.ports.client.shutGates(item.case),
  ])
  const own = typeof shut === "string" ? [] : shut
  return {
    shut: own,
    onlyServer: gates.filter((one) => concerns(one, item) && !own.some((mine) => isSame(mine, one))),
    needsForm: needsForm === true,
    doubt: typeof shut === "string" ? shut : typeof needsForm === "string" ? needsForm : null,
  }
}

async function orCode<T>(judged: Promise<T>): Promise<T | ErrorCode> {
  return judged.catch((error: unknown) => {
    if (error instanceof RelayError && error.code !== "offline") return error.code
    throw error
  })
}

async function isFormMissing(session: Session, fetched: FetchedMessage): Promise<boolean> {
  if (fetched.manifest.body.channel !== "video") return false
  const { requirePlays } = await import("./plays.ts")
  return requirePlays(session, fetched).then(
    () => false,
    (error: unknown) => {
      if (error instanceof RelayError && error.code === "film-needs-form") return true
      throw error
    },
  )
}

/** The server tells of a whole case: only what stands between this sender and this addressee concerns it. */
function concerns({ code, participant, channel }: Shut, item: DeskItem): boolean {
  const people = code === "pace" ? [item.sender] : [item.sender, item.addressee]
  return people.includes(participant) && (channel === null || channel === item.channel)
}

function isSame(one: Shut, other: Shut): boolean {
  return one.code === other.code && one.participant === other.participant && one.channel === other.channel
}
