// SPDX-License-Identifier: EUPL-1.2
/**
 * The managers' inbox: requests to take part, opened with the intake key; screened, passed on, ended.
 *
 * A request that does not open, or that holds what nobody would see, is listed with its code and can be
 * ended; nothing of it is shown.
 */
import { SALT_BYTES } from "../crypto/box.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { toEnvelope } from "../crypto/signing.ts"
import { WRAPPED_KEY_BYTES, wrap } from "../crypto/wrapping.ts"
import { type ErrorCode, RelayError } from "../errors.ts"
import { insist, signStatement } from "../protocol/heard.ts"
import { openIntakeWith } from "../protocol/intake.ts"
import { ASSIGNMENT, intakeRecipient, intakeSubject } from "../protocol/intake_key.ts"
import {
  type Asking,
  buildSheet,
  openSheetWith,
  parseAsking,
  parseSheet,
  receiptNumber,
  type Sheet,
  sealSheet,
  wrapSheet,
} from "../protocol/intake_words.ts"
import { normaliseLetter } from "../protocol/letter.ts"
import type { Wrap } from "../protocol/wire.ts"
import type { IntakeStateName, IntakeView } from "../protocol/wire_office.ts"
import { today } from "./clock.ts"
import { type Office, policyOf } from "./managing.ts"
import type { Desk, OfficeKeys } from "./office.ts"

export type { Asking, Sheet } from "../protocol/intake_words.ts"

/** A request as a manager sees it. */
export type Request = {
  readonly id: string
  readonly version: number
  readonly state: IntakeStateName
  /** Seconds since 1970. */
  readonly at: number
  readonly receipt: string
  /** Null where it was erased, or does not open: see `trouble`. */
  readonly asking: Asking | null
  readonly sheet: Sheet | null
  /** Why it does not open. */
  readonly trouble: ErrorCode | null
  readonly case: string | null
  readonly view: IntakeView
}

export type RequestPage = { readonly requests: readonly Request[]; readonly next: string | null }

/** One page of the inbox, longest waiting first. Throws `forbidden`: this key file does not hold the intake key. */
export async function inboxPage(
  { session, keys }: Desk,
  state: IntakeStateName,
  after?: string,
): Promise<RequestPage> {
  insist(keys.intake !== null, "forbidden", "this key file does not hold the intake key")
  const asked = after === undefined ? { state } : { state, after }
  const { intakes, next } = await session.ports.client.intakes(asked)
  const requests = await Promise.all(intakes.map((view) => opened(view, session.programme, keys)))
  return { requests, next }
}

async function opened(view: IntakeView, programme: string, keys: OfficeKeys): Promise<Request> {
  const { intake, version, state, at, case: place } = view
  const plain = { id: intake, version, state, at, receipt: receiptNumber(intake), case: place, view }
  try {
    const [asking, sheet] = await Promise.all([
      askingIn(view, programme, keys),
      sheetIn(view, programme, keys),
    ])
    return { ...plain, asking, sheet, trouble: null }
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
    return { ...plain, asking: null, sheet: null, trouble: error.code }
  }
}

async function askingIn(
  { intake, box, wrap: wrapped }: IntakeView,
  programme: string,
  keys: OfficeKeys,
): Promise<Asking | null> {
  if (box === null || wrapped === null || keys.intake === null) return null
  const at = { wrapped: unb64u(wrapped), place: { programme, intake } }
  return parseAsking(await openIntakeWith(keys.intake.unwrap, unb64u(box), at))
}

async function sheetIn(
  { intake, sheet }: IntakeView,
  programme: string,
  keys: OfficeKeys,
): Promise<Sheet | null> {
  if (sheet === null || keys.intake === null) return null
  const at = { wrapped: unb64u(sheet.wrap), place: { programme, intake } }
  return parseSheet(await openSheetWith(keys.intake.unwrap, unb64u(sheet.box), at))
}

/** Keep a screening sheet, sealed to the intake key. Throws `stale-version`, `hidden-text`, `too-large`. */
export async function screen({ session, keys }: Desk, request: Request, sheet: Sheet): Promise<void> {
  insist(keys.intake !== null, "forbidden", "this key file does not hold the intake key")
  const { random, client } = session.ports
  const { kem } = keys.intake
  const ordered = { ...sheet, words: normaliseLetter(sheet.words) }
  const key = random(WRAPPED_KEY_BYTES)
  const at = { place: { programme: session.programme, intake: request.id }, salt: random(SALT_BYTES) }
  const box = await sealSheet(key, buildSheet(ordered), at)
  const wrapped = await wrapSheet(kem, key, box)
  key.fill(0)
  await client.screenIntake(request.id, {
    version: request.version,
    box: b64u(box),
    wrap: { purpose: "intake", recipient: await intakeRecipient(kem), wrap: b64u(wrapped) },
  })
}

/**
 * Pass a request on to the mediators of a case, by a signature that says which case it belongs to.
 *
 * Throws `not-found` (no such case), `stale-version`, `not-allowed` (it belongs to another case).
 */
export async function passOn(
  { session, keys }: Desk,
  office: Office,
  request: Request,
  caseId: string,
): Promise<void> {
  const { box, wrap: wrapped } = request.view
  insist(box !== null && wrapped !== null && keys.intake !== null, "not-allowed", "its words were erased")
  const sealed = unb64u(box)
  const subject = await intakeSubject(sealed)
  const key = await keys.intake.unwrap(unb64u(wrapped), { purpose: "intake", subject })
  const wraps = await Promise.all(
    mediatorsOf(office, caseId).map(async ({ keyId, kem }): Promise<Wrap> => {
      const made = await wrap(unb64u(kem), key, { purpose: "intake", subject })
      return { purpose: "intake", recipient: keyId, wrap: b64u(made) }
    }),
  )
  key.fill(0)
  const statement = await signStatement(ASSIGNMENT, keys.sign, {
    programme: session.programme,
    case: caseId,
    intake: request.id,
    box: b64u(subject),
    day: today(session.ports.clock),
  })
  await session.ports.client.assignIntake(request.id, {
    version: request.version,
    statement: toEnvelope(statement),
    wraps,
  })
}

function mediatorsOf(office: Office, caseId: string) {
  return policyOf(office, caseId).body.mediators.flatMap((keyId) => {
    const mediator = office.directory.mediators.get(keyId)
    return mediator?.status === "active" ? [{ keyId, kem: mediator.kem }] : []
  })
}

/** End a request; with `erase` its words, the sheet and every wrap go for good. Throws `stale-version`. */
export async function endRequest({ session }: Desk, request: Request, erase: boolean): Promise<void> {
  await session.ports.client.closeIntake(request.id, { version: request.version, erase })
}
