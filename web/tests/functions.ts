// SPDX-License-Identifier: EUPL-1.2
/** The functions of `src/protocol` as vectors and the differential test call them. Twin: `tests/vectors/functions.py`. */
import type { Json } from "../src/crypto/canonical.ts"
import { b64u, unb64u } from "../src/crypto/encoding.ts"
import { statementHash } from "../src/crypto/signing.ts"
import { unwrapperOf } from "../src/crypto/wrapping.ts"
import { RelayError } from "../src/errors.ts"
import * as approval from "../src/protocol/approval.ts"
import { CERTIFICATE } from "../src/protocol/certificate.ts"
import { CONFIRMATION, checkConfirmation } from "../src/protocol/confirmation.ts"
import { CONSENT } from "../src/protocol/consent.ts"
import * as directory from "../src/protocol/directory.ts"
import * as grant from "../src/protocol/grant.ts"
import { checkHanded, HANDOVER, verifyHandover } from "../src/protocol/handover.ts"
import { openHeader, SENDER } from "../src/protocol/header.ts"
import { insist } from "../src/protocol/heard.ts"
import { ASSIGNMENT, INTAKE_KEY } from "../src/protocol/intake_key.ts"
import { checkLetter, normaliseLetter } from "../src/protocol/letter.ts"
import { LOGIN, verifyLogin } from "../src/protocol/login.ts"
import { coreHash, MANIFEST } from "../src/protocol/manifest.ts"
import { buildNote, parseNote } from "../src/protocol/note_words.ts"
import { type OpenMessage, openReleased, type StoredPart } from "../src/protocol/opening.ts"
import { parsePath } from "../src/protocol/paths.ts"
import { POLICY } from "../src/protocol/policy.ts"
import { READINESS, verifyReadiness } from "../src/protocol/readiness.ts"
import { CHECKPOINT, RECEIPT } from "../src/protocol/receipt.ts"
import * as record from "../src/protocol/record.ts"
import { RELEASE, type VerifiedRelease, verifyRelease } from "../src/protocol/release.ts"
import { ROOT } from "../src/protocol/root.ts"
import { readStatement } from "../src/protocol/shape.ts"
import { buildBundle, openBundle, openSlot } from "../src/protocol/unlocking.ts"
import { VOUCHING } from "../src/protocol/vouching.ts"
import { verifyWithdrawal, WITHDRAWAL } from "../src/protocol/withdrawal.ts"
import { CASEWORK } from "./functions_casework.ts"
import { CRYPTO, type Given, statementOf, type TestFunction } from "./functions_crypto.ts"
import { OFFICE } from "./functions_office.ts"
import { certificateOf, directoryOf, manifestOf, policyOf, rootOf, seen } from "./functions_trust.ts"
import { MAKERS } from "./makers.ts"

const PARSERS: Readonly<Record<string, (body: Uint8Array) => unknown>> = {
  root: (body) => readStatement(ROOT, body),
  mediator: (body) => readStatement(directory.MEDIATOR, body),
  directory: (body) => readStatement(directory.DIRECTORY, body),
  policy: (body) => readStatement(POLICY, body),
  certificate: (body) => readStatement(CERTIFICATE, body),
  manifest: (body) => readStatement(MANIFEST, body),
  sender: (body) => readStatement(SENDER, body),
  approval: (body) => readStatement(approval.APPROVAL, body),
  decision: (body) => readStatement(approval.DECISION, body),
  offer: (body) => readStatement(approval.OFFER, body),
  readiness: (body) => readStatement(READINESS, body),
  release: (body) => readStatement(RELEASE, body),
  confirmation: (body) => readStatement(CONFIRMATION, body),
  withdrawal: (body) => readStatement(WITHDRAWAL, body),
  record: (body) => readStatement(record.RECORD, body),
  handover: (body) => readStatement(HANDOVER, body),
  grant: (body) => readStatement(grant.GRANT, body),
  consent: (body) => readStatement(CONSENT, body),
  "intake-key": (body) => readStatement(INTAKE_KEY, body),
  vouching: (body) => readStatement(VOUCHING, body),
  assignment: (body) => readStatement(ASSIGNMENT, body),
  login: (body) => readStatement(LOGIN, body),
  receipt: (body) => readStatement(RECEIPT, body),
  checkpoint: (body) => readStatement(CHECKPOINT, body),
}

async function parse(given: Given): Promise<Json> {
  const body = unb64u(given["body"])
  PARSERS[given["kind"]]?.(body)
  return { hash: b64u(await statementHash(given["kind"], body)) }
}

type Judge = (
  statement: ReturnType<typeof statementOf>,
  claim: approval.AboutClaim,
) => Promise<{ readonly hash: string }>

function judging(check: Judge): TestFunction {
  return async (given) => {
    const statement = statementOf(given["statement"])
    const manifest = await manifestOf(given)
    const { hash } = await check(statement, { manifest, policy: await policyOf(given) })
    return { hash }
  }
}

async function countApprovals(given: Given): Promise<Json> {
  const statements = given["statements"].map((envelope: Given) => statementOf(envelope as never))
  const manifest = await manifestOf(given)
  const counted = await approval.countApprovals(statements, { manifest, policy: await policyOf(given) })
  return { approvals: counted.map(({ hash }) => hash) }
}

async function requireGranted(given: Given): Promise<Json> {
  const statements = given["statements"].map((envelope: Given) => statementOf(envelope as never))
  const claim = { manifest: await manifestOf(given), policy: await policyOf(given) }
  const grants = await grant.believedGrants(statements, { ...claim, interpreter: given["interpreter"] })
  const found =
    given["made_on"] === null
      ? grant.requireGranted(grants, given["today"])
      : grant.requireMadeUnder(grants, given["made_on"])
  return { hash: found.hash }
}

async function verifyReadinessOf(given: Given): Promise<Json> {
  const statement = statementOf(given["statement"])
  const manifest = await manifestOf(given)
  const { participant } = given
  const identity = b64u(unb64u(given["identity"]))
  const { hash, body } = await verifyReadiness(statement, { manifest, participant, identity })
  return { hash, answer: body.answer, number: body.number }
}

async function verifyWithdrawalOf(given: Given): Promise<Json> {
  const policy = await policyOf(given)
  const statement = statementOf(given["statement"])
  const manifest = given["manifest"] === null ? null : await manifestOf(given)
  const certificate = given["certificate"] === null ? null : await certificateOf(given, policy)
  const seenNumber = given["seen_number"]
  const { hash, body } = await verifyWithdrawal(statement, { policy, manifest, certificate, seenNumber })
  return { hash, scope: body.scope }
}

async function verifyHandoverOf(given: Given): Promise<Json> {
  const policy = await policyOf(given)
  const certificate = given["certificate"] === null ? null : await certificateOf(given, policy)
  const claim = { policy, certificate, seenNumber: given["seen_number"] }
  const { hash, body } = await verifyHandover(statementOf(given["statement"]), claim)
  const came = Object.entries<string>(given["wraps"]).map(
    ([subject, wrap]) => [subject, unb64u(wrap)] as const,
  )
  await checkHanded(body, { wraps: new Map(came), theirs: new Set<string>(given["theirs"]) })
  return { hash }
}

async function verifyLoginOf(given: Given): Promise<Json> {
  const { programme, account, slot, origin, nonce, now } = given
  const expected = { programme, account, slot, origin, nonce }
  const statement = statementOf(given["statement"])
  await verifyLogin(statement, { loginKey: unb64u(given["login_key"]), expected, now })
  return {}
}

async function openNote(given: Given): Promise<Json> {
  const { programme, message } = given
  const note = { programme, case: given["case"], message }
  const at = { note, named: given["hash"] }
  return { content: b64u(await record.openNote(unb64u(given["key"]), unb64u(given["box"]), at)) }
}

async function openHeaderOf(given: Given): Promise<Json> {
  const [contentKey, box] = [unb64u(given["content_key"]), unb64u(given["box"])]
  const { body: manifest } = await manifestOf(given)
  const sender = readStatement(SENDER, (await openHeader(contentKey, box, { manifest })).body)
  const { language, content_note, parts } = sender
  return { language, content_note, lengths: parts.map(({ length }) => length) }
}

async function checkConfirmationOf(given: Given): Promise<Json> {
  const statement = statementOf(given["statement"])
  const manifest = await manifestOf(given)
  return { hash: await checkConfirmation(statement, { manifest, identity: unb64u(given["identity"]) }) }
}

async function releaseOf(given: Given): Promise<VerifiedRelease> {
  const many = (name: string) => given[name].map((envelope: Given) => statementOf(envelope as never))
  const delivery = {
    root: statementOf(given["root"]),
    directory: statementOf(given["directory"], directory.MAX_DIRECTORY_BYTES),
    policy: statementOf(given["policy"]),
    past: many("past"),
    certificates: many("certificates"),
    manifest: statementOf(given["manifest"]),
    approvals: many("approvals"),
    readiness: many("readiness"),
    release: statementOf(given["release"]),
    wrap: unb64u(given["wrap"]),
    withdrawals: many("withdrawals"),
  }
  const { fingerprint, me, today } = given
  return verifyRelease(delivery, {
    fingerprint,
    case: given["case"],
    me,
    memory: {
      rootEpoch: given["seen_epoch"],
      directory: seen(given["seen_directory"], "epoch"),
      policy: seen(given["seen_policy"], "version"),
    },
    seenManifest: given["seen_manifest"],
    today,
  })
}

async function openReleasedOf(given: Given): Promise<Json> {
  const verified = await releaseOf(given)
  const original = given["original"] === null ? null : await releaseOf(given["original"])
  const parts: readonly StoredPart[] = given["parts"].map(({ table, stored }: Given) => ({
    table: unb64u(table),
    stored: unb64u(stored),
  }))
  const confirmation = given["confirmation"] === null ? null : unb64u(given["confirmation"])
  const grants = given["grants"].map((envelope: Given) => statementOf(envelope as never))
  const fetchPart = async ({ sender }: Pick<OpenMessage, "sender">, part: number) => {
    insist(parts.length === sender.parts.length, "size-wrong", "another number of parts")
    return parts[part] ?? null
  }
  const stored = { header: unb64u(given["header"]), fetchPart, confirmation, grants }
  const unwrap = unwrapperOf(unb64u(given["kem_seed"]))
  const opened = await openReleased(verified, stored, { unwrap, original })
  return { texts: opened.parts.map((content) => content && b64u(content)) }
}

export const FUNCTIONS: Readonly<Record<string, TestFunction>> = {
  ...CRYPTO,
  ...CASEWORK,
  ...OFFICE,
  parse,
  "verify-root": async (given) => ({ hash: (await rootOf(given)).hash }),
  "verify-directory": async (given) => ({ hash: (await directoryOf(given)).hash }),
  "verify-policy": async (given) => ({ hash: (await policyOf(given)).hash }),
  "verify-certificate": async (given) => {
    const { hash, current } = await certificateOf(given, await policyOf(given))
    return { hash, current }
  },
  "verify-manifest": async (given) => {
    const { hash, body } = await manifestOf(given)
    return { hash, core: await coreHash(body) }
  },
  "verify-approval": judging(approval.verifyApproval),
  "verify-decision": judging(approval.verifyDecision),
  "verify-offer": judging(approval.verifyOffer),
  "verify-grant": judging(grant.verifyGrant),
  "require-granted": requireGranted,
  "count-approvals": countApprovals,
  "verify-readiness": verifyReadinessOf,
  "verify-withdrawal": verifyWithdrawalOf,
  "verify-past-policy": async (given) => ({ hash: (await policyOf(given)).past[0]?.hash ?? null }),
  "verify-handover": verifyHandoverOf,
  "verify-login": verifyLoginOf,
  "open-note": openNote,
  "open-header": openHeaderOf,
  "check-confirmation": checkConfirmationOf,
  "verify-release": async (given) => ({ hash: (await releaseOf(given)).hash }),
  "open-released": openReleasedOf,
  "parse-note": async (given) => ({ body: b64u(buildNote(parseNote(unb64u(given["body"])))) }),
  "check-letter": async (given) => {
    checkLetter(given["text"])
    return {}
  },
  "normalise-letter": async (given) => ({ text: normaliseLetter(given["text"]) }),
  "open-slot": async (given) => {
    const master = await openSlot(unb64u(given["kek"]), unb64u(given["box"]), given["slot"])
    return { master: b64u(master) }
  },
  "open-bundle": async (given) => {
    const { account, programme } = given
    const bundle = await openBundle(unb64u(given["master"]), unb64u(given["box"]), { account, programme })
    return { plaintext: b64u(buildBundle(bundle)) }
  },
  "parse-path": async (given) => parsePath(given["path"]),
}

export type Answer = { readonly ok: Json } | { readonly error: string }

/** Call a function as the line protocol does. */
export async function call(name: string, given: Given): Promise<Answer> {
  const wanted = FUNCTIONS[name] ?? MAKERS[name]
  if (wanted === undefined) return { error: "internal" }
  try {
    return { ok: await wanted(given) }
  } catch (error) {
    return { error: error instanceof RelayError ? error.code : "internal" }
  }
}
