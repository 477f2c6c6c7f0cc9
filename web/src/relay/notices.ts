// SPDX-License-Identifier: EUPL-1.2
/** What a person is told about trust: somebody's key changed, a mediator came or went, a case closed, the directory ends. */
import { decode, encode, isObject, type Json } from "../crypto/canonical.ts"
import { RelayError } from "../errors.ts"
import type { Bundle } from "../protocol/unlocking.ts"
import type { Device } from "./device.ts"
import { type Comings, changesSince, comings, isChange, type Since } from "./mediators.ts"
import type { CasePicture, Picture } from "./picture.ts"
import type { Ports } from "./ports.ts"

export type Notice =
  /** Somebody enrolled anew: their key is another one than at the last visit. */
  | { readonly kind: "key-changed"; readonly case: string; readonly person: string }
  /** Mediators came or went, by id. */
  | ({ readonly kind: "mediators-changed"; readonly case: string } & Comings)
  /** The case's policy is another one than at the last visit, and the relay does not show how it came to that. */
  | { readonly kind: "changes-withheld"; readonly case: string }
  /** Nothing new can be sent in the case: told for as long as that is so. */
  | { readonly kind: "case-closed"; readonly case: string }
  /** It was closed at the last visit, and is open. */
  | { readonly kind: "case-reopened"; readonly case: string }
  /** The directory ends soon, or has ended: new enrolments and releases stop. */
  | { readonly kind: "directory-ends"; readonly days: number }

/** The policies as they stood at the last visit: kept on this device only. */
export type KnownCases = Pick<Device, "get" | "put" | "durable">

const WARNING_DAYS = 14

type Known = {
  readonly keys: ReadonlyMap<string, string | null>
  readonly mediators: readonly string[]
  readonly closed: boolean
}

/** Whom to compare for, and what was seen before: on this device, or under this person's own key anywhere. */
export type Seen = {
  readonly known: KnownCases
  readonly person: string
  readonly ports: Pick<Ports, "client">
  /** The policies that the person's sealed bundle knew before this picture. */
  readonly policies: Bundle["policies"]
}

/** Compare with the last visit, and remember this one. */
export async function noticesOf(picture: Picture, seen: Seen): Promise<readonly Notice[]> {
  const found: Notice[] = []
  for (const [id, place] of picture.cases) {
    const before = await recall(seen.known, id)
    found.push(...keyChanges(place, before, seen.person), ...(await changesOf(place, before, seen)))
    await keep(seen.known, id, place)
  }
  if (picture.daysLeft <= WARNING_DAYS) found.push({ kind: "directory-ends", days: picture.daysLeft })
  return found
}

/**
 * What was told on this visit stays told, whatever is fetched later; told anew are how long the directory
 * lasts and which cases are closed.
 */
export function stillTold(before: readonly Notice[], now: readonly Notice[]): readonly Notice[] {
  const told = new Set(now.map((notice) => JSON.stringify(notice)))
  const closed = new Set(now.flatMap((notice) => (notice.kind === "case-closed" ? [notice.case] : [])))
  const lasting = before.filter(
    (notice) =>
      notice.kind !== "directory-ends" &&
      notice.kind !== "case-closed" &&
      !(notice.kind === "case-reopened" && closed.has(notice.case)),
  )
  return [...lasting.filter((notice) => !told.has(JSON.stringify(notice))), ...now]
}

function keyChanges({ policy }: CasePicture, before: Known | null, person: string): readonly Notice[] {
  const { case: id, participants } = policy.body
  const others = participants.filter((entry) => entry.participant !== person)
  const changed = others.filter(({ participant, certificate, former }) => {
    // A device that never saw this case goes by what the policy says of former keys.
    if (before === null) return former.length > 0
    const last = before.keys.get(participant)
    return last !== undefined && last !== null && last !== certificate
  })
  return changed.map(({ participant }) => ({ kind: "key-changed", case: id, person: participant }))
}

/** A device that never saw this case goes back to the policy that the person saw last, wherever they were. */
async function changesOf(
  { policy }: CasePicture,
  before: Known | null,
  { ports, policies }: Seen,
): Promise<readonly Notice[]> {
  const { case: id, mediators } = policy.body
  const shut = isShut(policy)
  const closed: readonly Notice[] = shut ? [{ kind: "case-closed", case: id }] : []
  if (before !== null) {
    const since = { moved: comings(before.mediators, mediators), reopened: before.closed && !shut }
    return [...told(id, since), ...closed]
  }
  const last = policies.find((entry) => entry.case === id)
  if (last === undefined || last.policy === policy.hash) return closed
  const since = await changesSince(ports, policy, last.policy)
  return [
    ...(since === null ? [{ kind: "changes-withheld", case: id } as const] : told(id, since)),
    ...closed,
  ]
}

function isShut({ body }: CasePicture["policy"]): boolean {
  return body.channels.length === 0
}

function told(id: string, { moved, reopened }: Since): readonly Notice[] {
  return [
    ...(isChange(moved) ? [{ kind: "mediators-changed", case: id, ...moved } as const] : []),
    ...(reopened ? [{ kind: "case-reopened", case: id } as const] : []),
  ]
}

const nameOf = (id: string) => `known/${id}`

async function keep(known: KnownCases, id: string, { policy }: CasePicture): Promise<void> {
  const { participants, mediators } = policy.body
  const keys = participants.map(({ participant, certificate }): Json => [participant, certificate])
  try {
    await known.put(nameOf(id), encode({ keys, mediators: [...mediators], closed: isShut(policy) }))
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
  if (!isObject(value) || !Array.isArray(value["keys"]) || !Array.isArray(value["mediators"])) return null
  return {
    keys: new Map(value["keys"] as readonly [string, string | null][]),
    mediators: value["mediators"] as readonly string[],
    closed: value["closed"] === true,
  }
}
