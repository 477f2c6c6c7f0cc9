// SPDX-License-Identifier: EUPL-1.2
/** How the desk names what it shows: sides in words, states with their days. */
import type { DeskItem } from "../../relay/desk.ts"
import { say, writtenDate, writtenMoment } from "../language.ts"
import { caseIds, signedIn } from "../session.ts"
import { shortId } from "../short-id.ts"
import { sortOf } from "../sort.ts"

export type SideName = "harmed" | "responsible"

/** A side at the head of a line. */
export function sideWords(side: SideName | null): string {
  return say(`side-${side ?? "unknown"}`)
}

/** A side inside a sentence. */
export function sideWithin(side: SideName | null): string {
  return say(`side-within-${side ?? "unknown"}`)
}

type Who = "mediator" | "interpreter" | "harmed" | "responsible" | "unknown"

/** What somebody is in the cases that are known here; `otherwise`, where nobody names them any more. */
function whoIs(person: string, otherwise: Who): Who {
  const { trust } = signedIn()
  const member = caseIds()
    .flatMap((caseId) => trust.members(caseId))
    .find((one) => one.person === person)
  if (member === undefined) return otherwise
  if (member.role === "mediator" || member.role === "interpreter") return member.role
  return member.side ?? otherwise
}

/** Somebody at the head of a line: what they are, and a short pseudonym that tells two of them apart. */
export function whoWords(person: string, otherwise: Who = "unknown"): string {
  return say(`who-${whoIs(person, otherwise)}`, { id: shortId(person) })
}

/** The same inside a sentence. */
export function whoWithin(person: string, otherwise: Who = "unknown"): string {
  return say(`who-within-${whoIs(person, otherwise)}`, { id: shortId(person) })
}

/** The side of the person whom an item is for. */
export function addresseeSide(item: DeskItem): SideName | null {
  const member = signedIn()
    .trust.members(item.case)
    .find((one) => one.person === item.addressee)
  return member?.side ?? null
}

/** True while only the author can still do something with it. */
export function isCooling(item: DeskItem, at: number): boolean {
  return item.state === "submitted" && item.coolingUntil !== null && item.coolingUntil > at
}

/** Where an item is, in the desk's words. */
export function stateWords(item: DeskItem, at: number): string {
  if (isCooling(item, at)) {
    return say("desk-state-submitted-cooling", { moment: writtenMoment(item.coolingUntil ?? at) })
  }
  if (item.state === "held" && item.holdUntil !== null) {
    return say("desk-state-held-until", { day: writtenDate(item.holdUntil) })
  }
  if (item.state === "in_review" && !item.claimedByMe) return claimWords(item)
  if (item.state === "offered" && item.answer !== null) return say(`desk-state-offered-${item.answer}`)
  return say(`desk-state-${item.state}`)
}

/** A letter or a film, or what somebody made of its author's words. */
export function kindWords(item: DeskItem): string {
  if (item.kind === "original") return say("desk-kind-original", { what: sortOf(item) })
  return say(`desk-kind-${item.kind}`)
}

/** Who has it, where it is not this mediator. */
function claimWords({ claimedBy }: DeskItem): string {
  return claimedBy === null
    ? say("queue-open-again")
    : say("queue-claimed", { person: whoWords(claimedBy, "mediator") })
}

/** The first day that can be waited for, UTC. */
export function tomorrow(): string {
  return new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
}

/** Seconds since 1970, now. */
export function nowSeconds(): number {
  return Date.now() / 1000
}
