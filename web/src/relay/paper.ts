// SPDX-License-Identifier: EUPL-1.2
/**
 * A released message on paper: printed by the mediator and brought, with a record that it was.
 *
 * Nothing is opened for printing that its reader did not say they are ready for and that was not released
 * to them, by signatures that this device verified, whatever state the server names; nor through a
 * gate that has shut since.
 */
import type { Statement } from "../crypto/signing.ts"
import { countApprovals, verifyOffer } from "../protocol/approval.ts"
import { hear, insist } from "../protocol/heard.ts"
import { checkAssigned, madeUnder, type VerifiedPolicy } from "../protocol/policy.ts"
import { requireReady } from "../protocol/readiness.ts"
import { RELEASE, refuseWithdrawn } from "../protocol/release.ts"
import { textIn } from "../review/contents.ts"
import { paragraphsOf } from "../review/release.ts"
import { requireGates } from "./case_gates.ts"
import { type DeskItem, queuePage } from "./desk.ts"
import {
  believable,
  certificatesOf,
  type FetchedMessage,
  fetchMessage,
  nowOrThen,
  openAs,
  statementsOf,
} from "./message.ts"
import { readNoteIfAny } from "./notes.ts"
import { certificateOf } from "./picture.ts"
import type { ReadLetter } from "./read.ts"
import type { Session } from "./session.ts"

/** The released messages of a case, as the server names them: what could be brought on paper. */
export async function releasedIn(session: Session, caseId: string): Promise<readonly DeskItem[]> {
  return (await queuePage(session, { case: caseId, state: "released,opened" })).items
}

export type Paper = {
  readonly day: string
  readonly paragraphs: readonly string[]
  readonly language: string
  readonly addressee: string
  readonly kind: ReadLetter["kind"]
  readonly channel: ReadLetter["channel"]
  /** False where its offer said that it is not for paper. */
  readonly forPaper: boolean
}

/**
 * Open a released message to print it.
 *
 * Throws `not-approved`, `not-ready`, `not-released`, `withdrawn`, a shut gate, or the first check of
 * its words that fails.
 */
export async function openForPaper(session: Session, id: string): Promise<Paper> {
  const fetched = await fetchMessage(session, id)
  const { manifest, place } = fetched
  const [addressee = "", ...more] = manifest.body.addressees
  insist(more.length === 0, "unsupported", "one addressee at a time")
  const { identity } = certificateOf(place, addressee).body
  const claim = { manifest, participant: addressee, identity }
  const ready = await requireReady(statementsOf(fetched, "readiness"), claim)
  const certificates = await certificatesOf(place, manifest.body.sender)
  await refuseWithdrawn(statementsOf(fetched, "withdrawal"), { manifest, policy: place.policy, certificates })
  const releases = statementsOf(fetched, "release").map((one) =>
    released(one, fetched, { addressee, readiness: ready.hash }),
  )
  const [then] = await believable(releases)
  insist(then !== undefined, "not-released", "no release that verifies")
  await countApprovals(statementsOf(fetched, "approval", "decision"), { manifest, policy: then })
  await requireGates(session, fetched)
  const opened = await openAs(session, fetched, "review")
  await session.trust.remember(id, manifest.hash)
  return {
    day: manifest.body.day,
    paragraphs: paragraphsOf(textIn(opened)),
    language: opened.sender.language,
    addressee,
    kind: manifest.body.class,
    channel: manifest.body.channel,
    forPaper: await isForPaper(session, fetched),
  }
}

/** What the last offer said; nothing said is nothing against it. */
async function isForPaper({ keyring }: Session, fetched: FetchedMessage): Promise<boolean> {
  const { detail, manifest, place, note } = fetched
  const offers = statementsOf(fetched, "offer").map((statement) =>
    nowOrThen(place, (policy) => verifyOffer(statement, { manifest, policy })),
  )
  const named = (await believable(offers)).at(-1)?.body.note ?? null
  const said = await readNoteIfAny(keyring, { notes: detail.notes, named, place: note })
  return said?.kind !== "offer" || said.conditions.print
}

type Expected = { readonly addressee: string; readonly readiness: string }

/** Believe that somebody of the case released it to this person, on this very answer; return under which policy. */
async function released(
  statement: Statement,
  { manifest, place }: FetchedMessage,
  { addressee, readiness }: Expected,
): Promise<VerifiedPolicy> {
  const heard = await hear(RELEASE, statement)
  const { body } = heard
  const here = body.message === manifest.body.message && body.manifest === manifest.hash
  insist(here && body.case === manifest.body.case, "not-released", "a release of another manifest")
  insist(body.addressee === addressee, "not-released", "released to somebody else")
  insist(body.readiness === readiness, "not-released", "released on another answer")
  const then = madeUnder(place.policy, body.policy)
  await checkAssigned(heard, then, body.directory_epoch)
  return then
}
