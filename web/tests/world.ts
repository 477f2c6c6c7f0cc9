// SPDX-License-Identifier: EUPL-1.2
/**
 * A small invented programme with one letter on its whole way, made by this side's own functions.
 * `aStory` builds every statement in order; a test changes one fact before it is signed, and what
 * follows is made honestly from it, so that each test has one defect and no other.
 */
import { type Bytes, utf8 } from "../src/crypto/bytes.ts"
import { b64u } from "../src/crypto/encoding.ts"
import * as keys from "../src/crypto/keys.ts"
import { type Sign, type Statement, signerOf, statementHash } from "../src/crypto/signing.ts"
import { unwrapperOf } from "../src/crypto/wrapping.ts"
import { APPROVAL, type Approval, DECISION, type Decision } from "../src/protocol/approval.ts"
import { CERTIFICATE, type Certificate } from "../src/protocol/certificate.ts"
import { DIRECTORY, type Directory, vouch } from "../src/protocol/directory.ts"
import { signStatement } from "../src/protocol/heard.ts"
import { POLICY, type Policy, type References } from "../src/protocol/policy.ts"
import { READINESS, type Readiness } from "../src/protocol/readiness.ts"
import { type Delivery, RELEASE, type Release, type ReleaseClaim, wrapHash } from "../src/protocol/release.ts"
import { ROOT, type Root } from "../src/protocol/root.ts"
import { type Outline, sealMessage, sealParts, type Words, wrapContentKey } from "../src/protocol/sealing.ts"

export const DAY = "2026-11-22"
export const LETTER = "Bonjour,\n\nje vous écris pour la première fois.\n\nMerci de m'avoir lu."

/** Return 32 fixed bytes for a name. */
export function seed(name: string): Bytes {
  const bytes = utf8(`${name}/`)
  return new Uint8Array(32).map((_, at) => ((bytes[at % bytes.length] ?? 0) * (at + 7) + at) & 0xff)
}

/** Return a fixed id for a name. */
export function ident(name: string): string {
  return b64u(seed(`id ${name}`).subarray(0, 16))
}

/** A key holder: signing seed and X-Wing seed from their name. */
export type Person = {
  readonly name: string
  readonly sign: Sign
  readonly key: string
  readonly keyId: string
  readonly shortId: string
  readonly kem: string
  readonly kemSeed: Bytes
}

const people = new Map<string, Promise<Person>>()

/** Return the key holder of a name; the same one every time. */
export function person(name: string): Promise<Person> {
  const known = people.get(name) ?? makePerson(name)
  people.set(name, known)
  return known
}

async function makePerson(name: string): Promise<Person> {
  const [own, kemSeed] = [seed(`sign ${name}`), seed(`kem ${name}`)]
  const key = await keys.signingPublicKey(own)
  return {
    name,
    sign: signerOf(own),
    key: b64u(key),
    keyId: b64u(await keys.keyId(key)),
    shortId: await keys.shortId(key),
    kem: b64u(await keys.kemPublicKey(kemSeed)),
    kemSeed,
  }
}

type Change<T> = (made: T) => T | Promise<T>

/** What one test changes, each before signing. */
export type Changes = {
  readonly root?: Change<Root>
  readonly directory?: Change<Directory>
  readonly policy?: Change<Policy>
  readonly certificate?: Change<Certificate>
  readonly outline?: Change<Outline>
  readonly words?: Change<Words>
  readonly approval?: Change<Approval>
  readonly readiness?: Partial<Readiness>
  readonly release?: Change<Release>
  /** Other signers, by kind. */
  readonly signers?: Readonly<Record<string, string>>
  readonly letter?: string
}

export type Story = {
  readonly delivery: Delivery
  readonly claim: ReleaseClaim
  readonly sealed: Awaited<ReturnType<typeof sealStory>>
  readonly contentKey: Bytes
  readonly reader: Person
  readonly author: Person
  /** A mediator's decision about the message. */
  readonly decide: (mediator: string, fields: Partial<Decision>) => Promise<Statement>
  readonly answer: (fields: Partial<Readiness>) => Promise<Statement>
}

function rising<T>(items: readonly T[], by: (item: T) => string): readonly T[] {
  return [...items].sort((one, other) => (by(one) < by(other) ? -1 : 1))
}

export async function hashOf(kind: string, statement: Statement): Promise<string> {
  return b64u(await statementHash(kind, statement.body))
}

const MANAGERS = ["manager one", "manager two"]
export const MEDIATORS = ["mediator one", "mediator two"]
const NOTHING = b64u(new Uint8Array(32))

async function signed(changes: Changes, kind: string, usual: string): Promise<Sign> {
  return (await person(changes.signers?.[kind] ?? usual)).sign
}

async function makeRoot(changes: Changes, programme: string): Promise<Statement> {
  const managers = await Promise.all(MANAGERS.map(person))
  const made: Root = {
    programme,
    root: (await person("root")).key,
    epoch: 2,
    expires: "2031-01-01",
    managers: rising(
      managers.map(({ key }) => ({ key, status: "active" as const })),
      ({ key }) => key,
    ),
  }
  return signStatement(ROOT, await signed(changes, "root", "root"), (await changes.root?.(made)) ?? made)
}

async function makeCertificate(changes: Changes, programme: string, name: string): Promise<Statement> {
  const { key, kem } = await person(name)
  const made: Certificate = {
    programme,
    case: ident("case"),
    participant: ident(name),
    epoch: 1,
    identity: key,
    kem,
    day: DAY,
  }
  const own = name === "author" ? await changes.certificate?.(made) : undefined
  return signStatement(CERTIFICATE, await signed(changes, "certificate", "mediator one"), own ?? made)
}

type Certificates = { readonly author: Statement; readonly reader: Statement }

async function makePolicy(
  changes: Changes,
  programme: string,
  certificates: Certificates,
): Promise<Statement> {
  const entry = async (name: "author" | "reader", side: "harmed" | "responsible") => ({
    participant: ident(name),
    side,
    certificate: await hashOf("certificate", certificates[name]),
    former: [],
    epoch: 1,
  })
  const participants = [await entry("author", "responsible"), await entry("reader", "harmed")]
  const mediators = await Promise.all(MEDIATORS.map(person))
  const made: Policy = {
    programme,
    case: ident("case"),
    version: 3,
    previous: NOTHING,
    participants: rising(participants, ({ participant }) => participant),
    mediators: mediators.map(({ keyId }) => keyId).sort(),
    quorum: 2,
    cooling_seconds: 86_400,
    channels: ["letter", "relayed", "video"],
    retention: "ten-years",
    consent_text: NOTHING,
  }
  return signStatement(
    POLICY,
    await signed(changes, "policy", "manager one"),
    (await changes.policy?.(made)) ?? made,
  )
}

async function makeDirectory(
  changes: Changes,
  programme: string,
  { root, policy }: { readonly root: Statement; readonly policy: Statement },
): Promise<Statement> {
  const [mediators, managers] = await Promise.all([
    Promise.all(MEDIATORS.map(person)),
    Promise.all(MANAGERS.map(person)),
  ])
  const pairs = mediators.flatMap((mediator) => managers.map(({ sign }) => vouch(sign, programme, mediator)))
  const made: Directory = {
    programme,
    epoch: 5,
    previous: NOTHING,
    root: await hashOf("root", root),
    day: "2026-11-15",
    valid_until: "2026-12-15",
    mediators: rising(
      mediators.map(({ key, kem }) => ({ key, kem, status: "active" as const, from: null })),
      ({ key }) => key,
    ),
    vouchers: rising(await Promise.all(pairs), ({ mediator, key }) => mediator + key),
    interpreters: [],
    kiosks: [],
    intake: null,
    service: (await person("service")).key,
    cases: [{ case: ident("case"), version: 3, policy: await hashOf("policy", policy) }],
  }
  const changed = (await changes.directory?.(made)) ?? made
  return signStatement(DIRECTORY, await signed(changes, "directory", "manager two"), changed)
}

type Trust = {
  readonly programme: string
  readonly fingerprint: string
  readonly root: Statement
  readonly policy: Statement
  readonly directory: Statement
  readonly certificates: Certificates
  readonly references: References
}

async function makeTrust(changes: Changes): Promise<Trust> {
  const { shortId: programme, keyId: fingerprint } = await person("root")
  const root = await makeRoot(changes, programme)
  const certificates = {
    author: await makeCertificate(changes, programme, "author"),
    reader: await makeCertificate(changes, programme, "reader"),
  }
  const policy = await makePolicy(changes, programme, certificates)
  const directory = await makeDirectory(changes, programme, { root, policy })
  const references = {
    directory: await hashOf("directory", directory),
    directory_epoch: 5,
    policy: await hashOf("policy", policy),
    policy_version: 3,
  }
  return { programme, fingerprint, root, policy, directory, certificates, references }
}

type About = {
  readonly programme: string
  readonly case: string
  readonly message: string
  readonly manifest: string
}

type Voices = Pick<Story, "decide" | "answer"> & { readonly approve: (name: string) => Promise<Statement> }

function makeVoices(changes: Changes, about: About, references: References): Voices {
  const named = async (name: string) => {
    const mediator = await person(name)
    return { sign: mediator.sign, head: { ...about, mediator: mediator.shortId } }
  }
  return {
    approve: async (name) => {
      const { sign, head } = await named(name)
      const said = { addressees: [ident("reader")], number: 1, note: null, day: DAY }
      const made: Approval = { ...head, ...said, ...references }
      const own = name === MEDIATORS[0] ? await changes.approval?.(made) : undefined
      return signStatement(APPROVAL, sign, own ?? made)
    },
    decide: async (name, fields) => {
      const { sign, head } = await named(name)
      const usual = { decision: "decline" as const, until: null, number: 2, note: null, day: DAY }
      return signStatement(DECISION, sign, { ...head, ...usual, ...fields })
    },
    answer: async (fields) => {
      const said = { participant: ident("reader"), answer: "ready" as const, number: 4, plan: null, day: DAY }
      const made: Readiness = { ...about, ...said, ...references, ...fields }
      return signStatement(READINESS, await signed(changes, "readiness", "reader"), made)
    },
  }
}

type Released = {
  readonly about: About
  readonly trust: Trust
  readonly approvals: readonly Statement[]
  readonly readiness: Statement
  readonly wrap: Uint8Array
}

async function makeRelease(changes: Changes, released: Released): Promise<Statement> {
  const { about, trust, approvals, readiness, wrap } = released
  const made: Release = {
    ...about,
    addressee: ident("reader"),
    certificate: await hashOf("certificate", trust.certificates.reader),
    epoch: 1,
    readiness: await hashOf("readiness", readiness),
    approvals: (await Promise.all(approvals.map((one) => hashOf("approval", one)))).sort(),
    wrap: await wrapHash(wrap),
    day: DAY,
    ...trust.references,
  }
  const sign = await signed(changes, "release", "mediator two")
  return signStatement(RELEASE, sign, (await changes.release?.(made)) ?? made)
}

/** Build the story: a letter from the person responsible (author) to the person harmed (reader). */
export async function aStory(changes: Changes = {}): Promise<Story> {
  const [author, reader, wk] = await Promise.all([person("author"), person("reader"), person("wk")])
  const trust = await makeTrust(changes)
  const { programme, certificates, references, fingerprint } = trust
  const contentKey = seed("content key")
  const sealed = await sealStory(changes, { programme, references, author, wk, contentKey, certificates })
  const about = { programme, case: ident("case"), message: ident("message"), manifest: sealed.hash }
  const { approve, decide, answer } = makeVoices(changes, about, references)
  const approvals = await Promise.all(MEDIATORS.map(approve))
  const readiness = await answer(changes.readiness ?? {})
  const recipient = { keyId: reader.keyId, kem: reader.kem, purpose: "release" as const }
  const [made] = await wrapContentKey(contentKey, sealed.hash, [recipient])
  const wrap = made?.wrap ?? new Uint8Array(0)
  const release = await makeRelease(changes, { about, trust, approvals, readiness, wrap })
  const delivery: Delivery = {
    root: trust.root,
    directory: trust.directory,
    policy: trust.policy,
    past: [],
    certificates: [certificates.author],
    manifest: sealed.manifest,
    approvals,
    readiness: [readiness],
    release,
    wrap,
    withdrawals: [],
  }
  const certificate = await hashOf("certificate", certificates.reader)
  const me = { participant: ident("reader"), identity: reader.key, certificate, epoch: 1 }
  const memory = { rootEpoch: 0, directory: null, policy: null }
  const claim = { fingerprint, case: ident("case"), memory, today: DAY, me, seenManifest: null }
  return { delivery, claim, sealed, contentKey, reader, author, decide, answer }
}

type SealingOf = {
  readonly programme: string
  readonly references: References
  readonly author: Person
  readonly wk: Person
  readonly contentKey: Bytes
  readonly certificates: Certificates
}

async function sealStory(changes: Changes, at: SealingOf) {
  const outline: Outline = {
    programme: at.programme,
    case: ident("case"),
    message: ident("message"),
    sender: ident("author"),
    addressees: [ident("reader")],
    channel: "letter",
    class: "original",
    wk: at.wk.key,
    supersedes: null,
    derived_from: null,
    day: DAY,
    ...at.references,
  }
  const words: Words = {
    language: "fr",
    content_note: "Une première lettre.",
    certificate: await hashOf("certificate", at.certificates.author),
  }
  const salted = { type: "text/plain", duration_ms: null, salt: seed("part salt") } as const
  const given = (await changes.outline?.(outline)) ?? outline
  const contents = [{ ...salted, content: utf8(changes.letter ?? LETTER) }]
  const parts = await sealParts(given, contents, at.contentKey)
  const sealed = await sealMessage(given, parts, {
    words: (await changes.words?.(words)) ?? words,
    contentKey: at.contentKey,
    signAsAuthor: await signed(changes, "sender", "author"),
    signAsMessage: await signed(changes, "manifest", "wk"),
    headerSalt: seed("header salt"),
  })
  return { ...sealed, parts: parts.map(({ stored }) => stored) }
}

/** Return the stored parts of a story as the server hands them over. */
export function storedOf({ sealed: { header, parts } }: Story) {
  const fetchPart = async (_: unknown, part: number) => parts[part] ?? null
  return { header, parts, fetchPart, confirmation: null, grants: [] }
}

/** Return what opens wraps for the reader. */
export function unwrapOf({ reader }: Story) {
  return unwrapperOf(reader.kemSeed)
}

/** Return a statement with one bit of its body changed. */
export function bent(statement: Statement): Statement {
  const { body } = statement
  return { ...statement, body: body.with(-5, (body.at(-5) ?? 0) ^ 1) }
}
