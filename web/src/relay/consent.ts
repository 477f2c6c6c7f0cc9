// SPDX-License-Identifier: EUPL-1.2
/**
 * A person's yes or no to each way of exchanging words: given and taken back by them, read by their mediators.
 *
 * A yes is over the consent text that the case's policy names; a new text, or a new key of the person,
 * asks again. A server that shows an older yes in place of a newer no is refused by a device that saw
 * the no.
 */
import { b64u } from "../crypto/encoding.ts"
import { fromEnvelope, type Statement, toEnvelope } from "../crypto/signing.ts"
import { type ErrorCode, RelayError } from "../errors.ts"
import { CONSENT, type Consent, type VerifiedConsent, verifyConsent } from "../protocol/consent.ts"
import { insist, signStatement } from "../protocol/heard.ts"
import { today } from "./clock.ts"
import { withNumber } from "./numbers.ts"
import { type CasePicture, caseOf } from "./picture.ts"
import { authorsOf, type ViewAt } from "./record_opening.ts"
import { refuseOlderInCase, rememberInCase, seenInCase } from "./seen_records.ts"
import type { Session } from "./session.ts"

export type Channel = Consent["channel"]
export const CHANNELS: readonly Channel[] = ["letter", "video", "relayed", "meeting"]

/** What a person says to one channel. */
export type Said = {
  readonly channel: Channel
  readonly given: boolean
  /** The hash of the text that was shown to them; null where none was. */
  readonly text: string | null
}

/**
 * Say yes or no to a channel; it can be changed at any time.
 *
 * Throws `policy-mismatch`: a yes to another text than the case's is now, which they were not shown.
 */
export async function giveConsent(
  session: Session,
  caseId: string,
  { channel, given, text: shown }: Said,
): Promise<void> {
  const { policy } = caseOf(await session.trust.picture(), caseId)
  const { programme, consent_text: text } = policy.body
  insist(!given || shown === text, "policy-mismatch", "a yes to a text that was not shown")
  await withNumber(session, async (number) => {
    const statement = await signStatement(CONSENT, session.keyring.sign, {
      ...{ programme, case: caseId, participant: session.person, channel, given, text, number },
      day: today(session.ports.clock),
    })
    return session.ports.client.giveConsent(caseId, { statement: toEnvelope(statement) })
  })
}

/** How a person stands to one channel. */
export type ChannelConsent = {
  readonly channel: Channel
  /** `old-text`: a yes to a consent text that is no longer the case's. `nothing`: not asked yet. */
  readonly said: "yes" | "no" | "old-text" | "nothing"
  /** Since which day; null where nothing was said. */
  readonly day: string | null
}

export type Consents = {
  readonly believed: readonly VerifiedConsent[]
  /** Why something that was shown is not believed. */
  readonly refused: readonly ErrorCode[]
}

/** The latest believable words about each channel: one's own, or to a mediator everybody's. Throws `rollback`. */
export async function consentsOf(session: Session, caseId: string): Promise<Consents> {
  const seen = await seenInCase(session, caseId)
  const { consents } = await session.ports.client.consents(caseId)
  const place = caseOf(await session.trust.picture(), caseId)
  const authors = await authorsOf(place)
  const found = await believed(
    consents.map((envelope) => fromEnvelope(envelope)),
    { place, authors },
  )
  const shown = new Map(
    found.believed.map((one) => [nameOf(one), { number: one.body.number, hash: one.hash }]),
  )
  const current = new Set([...authors].filter(([, one]) => one.current).map(([key]) => key))
  const expected = [...seen].filter(([name]) => isExpected(name, session, current))
  refuseOlderInCase(new Map(expected), shown)
  await rememberInCase(session, caseId, shown)
  return found
}

async function believed(statements: readonly Statement[], at: ViewAt): Promise<Consents> {
  // What somebody said under a former key is over: they are asked again.
  const current = statements.filter(({ key }) => at.authors.get(b64u(key))?.current !== false)
  const checked = await Promise.all(current.map((statement) => consentOr(statement, at)))
  return {
    believed: checked.filter((one) => typeof one !== "string"),
    refused: checked.filter((one) => typeof one === "string"),
  }
}

async function consentOr(
  statement: Statement,
  { place, authors }: ViewAt,
): Promise<VerifiedConsent | ErrorCode> {
  const certificate = authors.get(b64u(statement.key))
  if (certificate === undefined) return "signer-not-allowed"
  try {
    return await verifyConsent(statement, { policy: place.policy, certificate })
  } catch (error) {
    if (error instanceof RelayError) return error.code
    throw error
  }
}

/** A consent is known by its key, so that a new key begins anew. */
function nameOf({ body, signer }: VerifiedConsent): string {
  return `consent/${body.channel}/${signer}`
}

function isExpected(name: string, { role, keyring }: Session, current: ReadonlySet<string>): boolean {
  const [kind, , key = ""] = name.split("/")
  if (kind !== "consent" || !current.has(key)) return false
  return role === "mediator" || key === keyring.keyId
}

/** How a person stands to every channel of the case. */
export function standingOf(
  { believed }: Consents,
  { policy }: CasePicture,
  person: string,
): readonly ChannelConsent[] {
  const { channels, consent_text: text } = policy.body
  return CHANNELS.filter((channel) => channels.includes(channel)).map((channel) => {
    const own = believed.filter(({ body }) => body.participant === person && body.channel === channel)
    const [latest] = [...own].sort((one, other) => other.body.number - one.body.number)
    if (latest === undefined) return { channel, said: "nothing", day: null }
    const { given, day, text: over } = latest.body
    return { channel, said: given ? (over === text ? "yes" : "old-text") : "no", day }
  })
}
