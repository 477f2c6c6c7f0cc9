// SPDX-License-Identifier: EUPL-1.2
/**
 * What a programme's managers sign: directory, vouchers, policies, the intake key.
 *
 * Every function takes what is current and returns what comes next; nothing is sent here. Twin:
 * `relay/station/programme.py`, byte for byte.
 */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { keyId } from "../crypto/keys.ts"
import { type Sign, type Statement, statementHash } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import { DIRECTORY, type Directory, vouch } from "../protocol/directory.ts"
import { signStatement } from "../protocol/heard.ts"
import { INTAKE_KEY } from "../protocol/intake_key.ts"
import { type Participant, POLICY, type Policy } from "../protocol/policy.ts"
import { readStatement } from "../protocol/shape.ts"

/** The hashes of the current root and directory, and the directory's epoch. */
export type Standing = { readonly root: string; readonly directory: string; readonly epoch: number }

export type Days = { readonly day: string; readonly validUntil: string }

/** Sign `directory` as the successor of the standing one. */
export async function nextDirectory(
  sign: Sign,
  directory: Directory,
  { standing, days }: { readonly standing: Standing; readonly days: Days },
): Promise<Statement> {
  return signStatement(DIRECTORY, sign, {
    ...directory,
    epoch: standing.epoch + 1,
    previous: standing.directory,
    root: standing.root,
    day: days.day,
    valid_until: days.validUntil,
  })
}

/** Sign a directory's intake key once more, for those who may not see the directory; null: it has none. */
export async function shownIntakeKey(sign: Sign, directory: Statement): Promise<Statement | null> {
  const { programme, root, intake, valid_until } = readStatement(DIRECTORY, directory.body)
  if (intake === null) return null
  const named = b64u(await statementHash(DIRECTORY.kind, directory.body))
  return signStatement(INTAKE_KEY, sign, { programme, root, directory: named, intake, valid_until })
}

/** A newcomer's public keys, as their request names them. */
export type Keys = { readonly key: string; readonly kem: string }

/** Enter a mediator, vouched for by every signer: two managers', or one and the root's. */
export async function withMediator(
  directory: Directory,
  mediator: Keys,
  signers: readonly Sign[],
): Promise<Directory> {
  const fresh = await Promise.all(signers.map((sign) => vouch(sign, directory.programme, mediator)))
  return withVouched(directory, mediator, fresh)
}

/** Enter a mediator with vouchers that were made before, perhaps elsewhere. */
export async function withVouched(
  directory: Directory,
  mediator: Keys,
  made: Directory["vouchers"],
): Promise<Directory> {
  const own = b64u(await keyId(unb64u(mediator.key)))
  const others = directory.mediators.filter(({ key }) => key !== mediator.key)
  const vouchers = directory.vouchers.filter((voucher) => voucher.mediator !== own)
  return {
    ...directory,
    mediators: rising([...others, { ...mediator, status: "active", from: null }], ({ key }) => key),
    vouchers: rising([...vouchers, ...made], (voucher) => voucher.mediator + voucher.key),
  }
}

/** Mark a mediator revoked; nothing they sign counts from here on. Throws `not-found`. */
export async function withoutMediator(directory: Directory, keyIdText: string): Promise<Directory> {
  return { ...directory, mediators: await markedAs("revoked", directory.mediators, keyIdText) }
}

/**
 * Mark a mediator retired from the next epoch on: what they signed before it counts, and nothing after.
 *
 * Throws `not-found`: nobody of this key who is active.
 */
export async function withRetired(directory: Directory, keyIdText: string): Promise<Directory> {
  const named = await Promise.all(
    directory.mediators.map(async (entry) => ({ entry, id: b64u(await keyId(unb64u(entry.key))) })),
  )
  const known = named.some(({ entry, id }) => id === keyIdText && entry.status === "active")
  if (!known) throw new RelayError("not-found", "no active mediator of this key")
  const from = directory.epoch + 1
  const retired = { status: "retired" as const, from }
  return {
    ...directory,
    mediators: named.map(({ entry, id }) => (id === keyIdText ? { ...entry, ...retired } : entry)),
  }
}

/** Enter an interpreter; a manager's signature under the directory is enough. */
export function withInterpreter(directory: Directory, interpreter: Keys): Directory {
  const others = directory.interpreters.filter(({ key }) => key !== interpreter.key)
  const entry = { ...interpreter, status: "active" as const }
  return { ...directory, interpreters: rising([...others, entry], ({ key }) => key) }
}

/** Mark an interpreter retired: no grant lets them in from here on; what they made counts. Throws `not-found`. */
export async function withRetiredInterpreter(directory: Directory, keyIdText: string): Promise<Directory> {
  const active = directory.interpreters.filter(({ status }) => status === "active")
  const retired = await markedAs("retired", active, keyIdText)
  const others = directory.interpreters.filter(({ status }) => status !== "active")
  return { ...directory, interpreters: rising([...others, ...retired], ({ key }) => key) }
}

/** Mark an interpreter revoked: no grant lets them in from here on, and nothing they made counts. Throws `not-found`. */
export async function withoutInterpreter(directory: Directory, keyIdText: string): Promise<Directory> {
  return { ...directory, interpreters: await markedAs("revoked", directory.interpreters, keyIdText) }
}

type Entry = { readonly key: string; readonly status: "active" | "retired" | "revoked" }

async function markedAs<T extends Entry>(
  status: "retired" | "revoked",
  entries: readonly T[],
  keyIdText: string,
): Promise<readonly T[]> {
  const named = await Promise.all(
    entries.map(async (entry) => ({ entry, id: b64u(await keyId(unb64u(entry.key))) })),
  )
  if (!named.some(({ id }) => id === keyIdText)) throw new RelayError("not-found", "nobody of this key")
  return named.map(({ entry, id }) => (id === keyIdText ? { ...entry, status } : entry))
}

/** Name each policy as its case's current one. */
export async function withPolicies(directory: Directory, policies: readonly Statement[]): Promise<Directory> {
  const fresh = await Promise.all(
    policies.map(async ({ body }) => {
      const { case: place, version } = readStatement(POLICY, body)
      return { case: place, version, policy: b64u(await statementHash(POLICY.kind, body)) }
    }),
  )
  const others = directory.cases.filter((entry) => !fresh.some((one) => one.case === entry.case))
  return { ...directory, cases: rising([...others, ...fresh], (entry) => entry.case) }
}

/** Sign the first version of a case's policy. */
export function firstPolicy(sign: Sign, policy: Policy): Promise<Statement> {
  return signStatement(POLICY, sign, { ...policy, version: 1, previous: null })
}

/** The policy that stands: its version and hash. */
export type StandingPolicy = { readonly version: number; readonly hash: string }

/** Sign `policy` as the successor of the standing one. */
export function nextPolicy(sign: Sign, policy: Policy, standing: StandingPolicy): Promise<Statement> {
  return signStatement(POLICY, sign, {
    ...policy,
    version: standing.version + 1,
    previous: standing.hash,
  })
}

export type Certified = {
  readonly participant: string
  readonly side: Participant["side"]
  /** Its hash. */
  readonly certificate: string
  readonly epoch: number
}

/** Name a participant's certificate; the one before it is kept as a former one. */
export function withCertificate(policy: Policy, certified: Certified): Policy {
  const { participant, side, certificate, epoch } = certified
  const before = policy.participants.find((entry) => entry.participant === participant)
  const replaced = before?.certificate ?? certificate
  const former = new Set([...(before?.former ?? []), ...(replaced === certificate ? [] : [replaced])])
  const entry: Participant = { participant, side, certificate, former: [...former].sort(), epoch }
  const others = policy.participants.filter((one) => one.participant !== participant)
  return { ...policy, participants: rising([...others, entry], (one) => one.participant) }
}

function rising<T>(items: readonly T[], by: (item: T) => string): readonly T[] {
  return [...items].sort((one, other) => (by(one) < by(other) ? -1 : 1))
}
