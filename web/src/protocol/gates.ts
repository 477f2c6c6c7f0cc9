// SPDX-License-Identifier: EUPL-1.2
/**
 * Which gates stand open before something is offered or released: one pure judgement.
 *
 * Closed by default: no consent, no cleared order or no current assessment means shut, so hiding a
 * record opens nothing. The server judges its own records, and the mediator's client judges the signed
 * ones again. Twin: `relay/protocol/gates.py`. Source: docs/format.md §2.
 */
import { RelayError } from "../errors.ts"
import { dayNumber } from "./day.ts"
import type { GateClear, PaceClear } from "./record.ts"

/** What a verified consent says. */
export type GivenConsent = {
  readonly participant: string
  readonly channel: string
  readonly given: boolean
  readonly text: string
  readonly number: number
}

/** On which day a message of a side was first offered to the other. */
export type FirstOffer = { readonly message: string; readonly side: string; readonly day: string }

/** What is known of a case: current versions only, each believed before. */
export type Known = {
  readonly consent_text: string
  readonly consents: readonly GivenConsent[]
  readonly gates: readonly GateClear[]
  readonly paces: readonly PaceClear[]
  readonly offers: readonly FirstOffer[]
}

/** Which message is to be offered or released, between whom, on which day. */
export type Asked = {
  readonly message: string
  readonly channel: string
  readonly sender: string
  readonly side: string
  readonly addressee: string
  readonly day: string
}

/** A participant and the side on which they stand. */
export type Placed = { readonly participant: string; readonly side: string }

export type GateCode = "consent-missing" | "no-contact" | "assessment-due" | "overlap" | "pace"

/** A shut gate: why, whose, and for which channel where it is one channel's. */
export type Shut = {
  readonly code: GateCode
  readonly participant: string
  readonly channel: string | null
}

/** Return every gate that is shut for a message, in the order in which they are told. */
export function shutGates(known: Known, asked: Asked): readonly Shut[] {
  const { sender, side, message, day } = asked
  const people = [sender, asked.addressee]
  return [
    ...notAgreed(known, people, asked.channel),
    ...shut(known, people, day),
    ...tooMany(known, { participant: sender, side }, { message, day }),
  ]
}

/** Return every gate of a case that is shut for whatever message, for its board. */
export function shutInCase(
  known: Known,
  people: readonly Placed[],
  { channels, day }: { readonly channels: readonly string[]; readonly day: string },
): readonly Shut[] {
  const persons = people.map(({ participant }) => participant)
  return [
    ...channels.flatMap((channel) => notAgreed(known, persons, channel)),
    ...shut(known, persons, day),
    ...people.flatMap((placed) => tooMany(known, placed, { message: null, day })),
  ]
}

/** Refuse when a gate is shut: throws the code of the first that is. */
export function requireOpen(known: Known, asked: Asked): void {
  const [first] = shutGates(known, asked)
  if (first !== undefined) throw new RelayError(first.code, `${first.code} of ${first.participant} is shut`)
}

function notAgreed(known: Known, people: readonly string[], channel: string): readonly Shut[] {
  return people
    .filter((participant) => !consents(known, participant, channel))
    .map((participant) => ({ code: "consent-missing", participant, channel }))
}

/** Whether the person's latest word for the channel is a yes over the current text. */
function consents({ consents: all, consent_text }: Known, person: string, channel: string): boolean {
  const own = all.filter((one) => one.participant === person && one.channel === channel)
  const last = Math.max(0, ...own.map(({ number }) => number))
  const said = own.filter(({ number }) => number === last)
  return said.length > 0 && said.every(({ given, text }) => given && text === consent_text)
}

type Opens = (own: readonly GateClear[], day: string) => boolean

/** No contact order and assessment: somebody said that it is open, and that still holds. */
const cleared: Opens = (own, day) => own.length > 0 && own.every((one) => !one.shut && holds(one, day))

/** Overlap: shut only while somebody says so. */
const noOverlap: Opens = (own, day) => !own.some((one) => one.shut && holds(one, day))

function holds({ until }: GateClear, day: string): boolean {
  return until === null || until >= day
}

const GATES: readonly (readonly [GateClear["gate"], GateCode, Opens])[] = [
  ["no-contact", "no-contact", cleared],
  ["assessment", "assessment-due", cleared],
  ["overlap", "overlap", noOverlap],
]

function shut({ gates }: Known, people: readonly string[], day: string): readonly Shut[] {
  return GATES.flatMap(([gate, code, opens]) =>
    people
      .filter((person) => {
        const own = gates.filter((one) => one.gate === gate && one.participant === person)
        return !opens(own, day)
      })
      .map((participant) => ({ code, participant, channel: null })),
  )
}

function tooMany(
  { offers, paces }: Known,
  { participant, side }: Placed,
  { message, day }: { readonly message: string | null; readonly day: string },
): readonly Shut[] {
  const first = new Map<string, string>()
  for (const offer of offers) {
    if (offer.side !== side || offer.message === message) continue
    const known = first.get(offer.message)
    if (known === undefined || offer.day < known) first.set(offer.message, offer.day)
  }
  const ages = [...first.values()].map((offered) => dayNumber(day) - dayNumber(offered))
  const reached = paces.some(
    (pace) => pace.side === side && ages.filter((age) => age < pace.days).length >= pace.most,
  )
  return reached ? [{ code: "pace", participant, channel: null }] : []
}
