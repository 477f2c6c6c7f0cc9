// SPDX-License-Identifier: EUPL-1.2
/**
 * Reading what was released: all checks of the format in their order, and nothing shown otherwise.
 *
 * Content stays in memory; the screen drops it when it is closed.
 */
import { unb64u } from "../crypto/encoding.ts"
import { fromEnvelope, type Statement } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import { insist } from "../protocol/heard.ts"
import { type Delivery, type Memory, RELEASE, type ReleaseClaim, wrapHash } from "../protocol/release.ts"
import { readStatement } from "../protocol/shape.ts"
import type { Bundle } from "../protocol/unlocking.ts"
import type { MessageDetail, MessageView } from "../protocol/wire.ts"
import { type Contents, type Shown, show } from "../review/release.ts"
import { today } from "./clock.ts"
import { listLetters } from "./letters.ts"
import { fetchPartWith, statementsOf } from "./message.ts"
import { type CasePicture, caseOf } from "./picture.ts"
import type { Session } from "./session.ts"

export type ReadLetter = Pick<
  Shown,
  | "text"
  | "paragraphs"
  | "media"
  | "language"
  | "contentNote"
  | "kind"
  | "channel"
  | "author"
  | "maker"
  | "day"
> & {
  readonly id: string
  readonly case: string
}

/**
 * Verify, open and return the words; then tell the server it was opened.
 *
 * Throws the first check that fails, in the order of docs/format.md §6.
 */
export async function readLetter(session: Session, id: string): Promise<ReadLetter> {
  const { client, clock } = session.ports
  const detail = await client.message(id)
  const { view } = detail
  insist(view.message === id, "wrong-context", "another message than was asked for")
  insist(view.state !== "withdrawn", "withdrawn", "the message was taken back")
  const memory = session.trust.memory.read()
  await session.trust.refresh()
  const place = caseOf(await session.trust.picture(), view.case)
  const claim: ReleaseClaim = {
    fingerprint: memory.fingerprint,
    case: view.case,
    memory: memoryOf(memory, view.case),
    today: today(clock),
    me: session.trust.me(place),
    seenManifest: session.trust.seenManifest(id),
  }
  const beside = view.kind === "rendition" ? await besideOf(session, { place, view, claim }) : null
  const { header, confirmation } = detail
  const fetchPart = fetchPartWith(session)
  insist(header !== null, "not-released", "no header was shown")
  const shown = await show(await deliveryOf(place, detail), claim, {
    unwrap: session.keyring.unwrap,
    header: unb64u(header),
    confirmation: confirmation === null ? null : unb64u(confirmation),
    grants: statementsOf({ detail }, "grant"),
    beside,
    fetchPart: (message, part) => {
      insist(message.manifest.body.message === id, "wrong-context", "another message than was asked for")
      return fetchPart(message, part)
    },
  })
  await session.trust.remember(id, shown.manifest)
  if (view.state === "released") await tellOpened(session, id, view.version)
  return { ...shown, id, case: view.case }
}

type Rendition = {
  readonly place: CasePicture
  readonly view: MessageView
  readonly claim: ReleaseClaim
}

/** What a rendition renders, as it was released to this person. Throws `not-confirmed`: it was not. */
async function besideOf(session: Session, { place, view, claim }: Rendition): Promise<Contents["beside"]> {
  const letters = await listLetters(session, view.case)
  const found = letters.find(({ mine, manifest }) => !mine && manifest === view.derived_from)
  insist(found !== undefined, "not-confirmed", "a rendition is shown beside its original only")
  const original = await deliveryOf(place, await session.ports.client.message(found.id))
  return { original, claim: { ...claim, seenManifest: session.trust.seenManifest(found.id) } }
}

function memoryOf(bundle: Bundle, caseId: string): Memory {
  const policy = bundle.policies.find((known) => known.case === caseId)
  return {
    rootEpoch: bundle.root_epoch,
    directory: bundle.directory === null ? null : { number: bundle.directory_epoch, hash: bundle.directory },
    policy: policy === undefined ? null : { number: policy.version, hash: policy.policy },
  }
}

async function deliveryOf({ statements, offered }: CasePicture, detail: MessageDetail): Promise<Delivery> {
  insist(detail.manifest !== null, "not-found", "no manifest was shown")
  const released = statementsOf({ detail }, "release")
  const wrap = detail.purpose === "release" ? detail.wrap : null
  insist(wrap !== null && released.length > 0, "not-released", "no release or no wrap was shown")
  return {
    ...statements,
    past: detail.policies.map((envelope) => fromEnvelope(envelope)),
    certificates: offered,
    manifest: fromEnvelope(detail.manifest),
    approvals: statementsOf({ detail }, "approval", "decision"),
    readiness: statementsOf({ detail }, "readiness"),
    release: await releaseOf(released, unb64u(wrap)),
    wrap: unb64u(wrap),
    withdrawals: statementsOf({ detail }, "withdrawal"),
  }
}

/** Of several releases (a new key, a new offer) the one that names this wrap. */
async function releaseOf(released: readonly Statement[], wrap: Uint8Array): Promise<Statement> {
  const named = await wrapHash(wrap)
  const found = released.find((statement) => readStatement(RELEASE, statement.body).wrap === named)
  if (found === undefined) throw new RelayError("not-released", "no release names this wrap")
  return found
}

/** The words are already shown: a link that is down, or another tab that was first, changes nothing. */
async function tellOpened(session: Session, id: string, version: number): Promise<void> {
  try {
    await session.ports.client.opened(id, { version })
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
  }
}
