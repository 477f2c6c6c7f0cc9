// SPDX-License-Identifier: EUPL-1.2
/** What a person is told about trust: somebody's key changed, a mediator came or went, the directory ends. */
import { decode, encode, isObject, type Json } from "../crypto/canonical.ts"
import { RelayError } from "../errors.ts"
import type { Device } from "./device.ts"
import type { CasePicture, Picture } from "./picture.ts"

export type Notice =
  /** Somebody enrolled anew: their key is another one than at the last visit. */
  | { readonly kind: "key-changed"; readonly case: string; readonly person: string }
  /** A mediator came or went. */
  | { readonly kind: "mediators-changed"; readonly case: string }
  /** The directory ends soon, or has ended: new enrolments and releases stop. */
  | { readonly kind: "directory-ends"; readonly days: number }

/** The policies as they stood at the last visit: kept on this device only. */
export type KnownCases = Pick<Device, "get" | "put" | "durable">

const WARNING_DAYS = 14

type Known = { readonly keys: ReadonlyMap<string, string | null>; readonly mediators: string }

/** Compare with the last visit, and remember this one. */
export async function noticesOf(
  picture: Picture,
  { known, person }: { readonly known: KnownCases; readonly person: string },
): Promise<readonly Notice[]> {
  const found: Notice[] = []
  for (const [id, place] of picture.cases) {
    const before = await recall(known, id)
    found.push(...changes(place, before, person))
    // An unchanged case is not written again, and a change stays shown for this visit.
    await keep(known, id, place)
  }
  if (picture.daysLeft <= WARNING_DAYS) found.push({ kind: "directory-ends", days: picture.daysLeft })
  return found
}

function changes({ policy }: CasePicture, before: Known | null, person: string): readonly Notice[] {
  const { case: id, participants, mediators } = policy.body
  const others = participants.filter((entry) => entry.participant !== person)
  const changed = others.filter(({ participant, certificate, former }) => {
    // A device that never saw this case goes by what the policy says of former keys.
    if (before === null) return former.length > 0
    const last = before.keys.get(participant)
    return last !== undefined && last !== null && last !== certificate
  })
  const notices: Notice[] = changed.map(({ participant }) => ({
    kind: "key-changed",
    case: id,
    person: participant,
  }))
  if (before !== null && before.mediators !== mediators.join())
    notices.push({ kind: "mediators-changed", case: id })
  return notices
}

const nameOf = (id: string) => `known/${id}`

async function keep(known: KnownCases, id: string, { policy }: CasePicture): Promise<void> {
  const { participants, mediators } = policy.body
  const keys = participants.map(({ participant, certificate }): Json => [participant, certificate])
  try {
    await known.put(nameOf(id), encode({ keys, mediators: mediators.join() }))
  } catch (error) {
    // A device that keeps nothing shows a notice once more.
    if (!(error instanceof RelayError)) throw error
  }
}

async function recall(known: KnownCases, id: string): Promise<Known | null> {
  const bytes = await known.get(nameOf(id))
  return bytes === null ? null : read(decode(bytes))
}

function read(value: Json): Known | null {
  if (!isObject(value) || !Array.isArray(value["keys"]) || typeof value["mediators"] !== "string") return null
  return { keys: new Map(value["keys"] as readonly [string, string | null][]), mediators: value["mediators"] }
}
