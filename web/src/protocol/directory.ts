// SPDX-License-Identifier: EUPL-1.2
/**
 * Who is who in a programme: mediators, interpreters, kiosks, and every open case's policy.
 *
 * A mediator counts only with the signatures of two managers, or of one and the root, so that no
 * single person can put a listener into every case. Twin: `relay/protocol/directory.py`. Source:
 * protocol.md §3.
 */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { keyId } from "../crypto/keys.ts"
import { type Sign, type Statement, verify } from "../crypto/signing.ts"
import { RelayError } from "../errors.ts"
import { dayNumber } from "./day.ts"
import { believe, type Heard, hear, insist, type Verified } from "./heard.ts"
import { byKeyId, checkManager, refuseOlder, type Seen, type VerifiedRoot } from "./root.ts"
import {
  type Body,
  day,
  hashed,
  ident,
  integer,
  kemKey,
  kindOf,
  listOf,
  oneOf,
  optional,
  publicKey,
  recordOf,
  signature,
  writeStatement,
} from "./shape.ts"

export const MAX_DIRECTORY_BYTES = 1_048_576
/** How long what was released stays readable under a directory that is past its date. */
export const READING_GRACE_DAYS = 30
const VOUCHERS = 2
/** Before whatever epoch a mediator retired in: for statements that name no epoch. */
export const EVER = 0

/** A voucher: only its signature travels, in the directory. */
export const MEDIATOR = kindOf("mediator", { mediator: publicKey, kem: kemKey })

export const DIRECTORY = kindOf(
  "directory",
  {
    epoch: integer(1),
    previous: optional(hashed),
    root: hashed,
    day,
    valid_until: day,
    mediators: listOf(
      recordOf({
        key: publicKey,
        kem: kemKey,
        status: oneOf("active", "retired", "revoked"),
        from: optional(integer(1)),
      }),
      { rising: ({ key }) => key },
    ),
    vouchers: listOf(recordOf({ mediator: hashed, key: hashed, sig: signature }), {
      rising: ({ mediator, key }) => mediator + key,
    }),
    interpreters: listOf(
      recordOf({ key: publicKey, kem: kemKey, status: oneOf("active", "retired", "revoked") }),
      {
        rising: ({ key }) => key,
      },
    ),
    kiosks: listOf(recordOf({ key: publicKey, status: oneOf("active", "retired", "revoked") }), {
      rising: ({ key }) => key,
    }),
    intake: optional(kemKey),
    service: publicKey,
    cases: listOf(recordOf({ case: ident, version: integer(1), policy: hashed }), {
      rising: (named) => named.case,
    }),
  },
  { maxBytes: MAX_DIRECTORY_BYTES },
)
export type Directory = Body<typeof DIRECTORY>
export type Mediator = Directory["mediators"][number]
export type Interpreter = Directory["interpreters"][number]

/** A directory that a manager of a trusted root signed. */
export type VerifiedDirectory = Verified<
  Heard<Directory> & {
    readonly root: VerifiedRoot
    /** By key id. */
    readonly mediators: ReadonlyMap<string, Mediator>
    /** By key id. */
    readonly interpreters: ReadonlyMap<string, Interpreter>
  }
>

export type DirectoryClaim = {
  readonly root: VerifiedRoot
  readonly today: string
  readonly seen: Seen | null
  /** `READING_GRACE_DAYS` for reading what was released, otherwise 0. */
  readonly graceDays: number
}

/**
 * Believe a directory, or refuse.
 *
 * Throws `wrong-context`, `root-wrong`, `signer-not-allowed`, `revoked`, `signature-wrong`,
 * `rollback`, `fork`, `expired` or `not-vouched`.
 */
export async function verifyDirectory(
  statement: Statement,
  claim: DirectoryClaim,
): Promise<VerifiedDirectory> {
  const { root, today, seen, graceDays } = claim
  const heard = await hear(DIRECTORY, statement)
  const { body, hash } = heard
  insist(body.programme === root.body.programme, "wrong-context", "a directory of another programme")
  insist(body.root === root.hash, "root-wrong", "the directory stands on another root statement")
  await checkManager(heard, root)
  refuseOlder("directory", { number: body.epoch, hash }, seen)
  const late = dayNumber(today) - dayNumber(body.valid_until)
  insist(late <= graceDays, "expired", "the directory is past its date")
  const [mediators, interpreters] = await Promise.all([byKeyId(body.mediators), byKeyId(body.interpreters)])
  await checkVouchers(body, root, mediators)
  return believe({ ...heard, root, mediators, interpreters })
}

async function checkVouchers(
  body: Directory,
  root: VerifiedRoot,
  mediators: ReadonlyMap<string, Mediator>,
): Promise<void> {
  for (const [id, mediator] of mediators) {
    // A retired one counts for the epochs before: unvouched, a manager alone could invent one.
    if (mediator.status === "revoked") continue
    const signers = await vouchersOf(body, root, { id, mediator })
    // Two managers, or one and the root: either way two keys, of which the root's is one at most.
    insist(signers.length >= VOUCHERS, "not-vouched", `mediator ${id}`)
  }
}

type Named = { readonly id: string; readonly mediator: Mediator }

/** Return the key ids whose vouchers for a mediator are valid, each once. */
async function vouchersOf(
  body: Directory,
  root: VerifiedRoot,
  { id, mediator }: Named,
): Promise<readonly string[]> {
  const raw = voucherBody(body.programme, mediator)
  const valid: string[] = []
  for (const { mediator: named, key, sig } of body.vouchers) {
    const signing = named === id ? voucherKey(key, root) : undefined
    if (signing === undefined) continue
    const statement = { body: raw, key: unb64u(key), sig: unb64u(sig) }
    if (await signed(statement, unb64u(signing))) valid.push(key)
  }
  return valid
}

/** Return the public key that vouches by this key id: an active manager's or the root's; undefined: nobody's. */
export function voucherKey(key: string, root: VerifiedRoot): string | undefined {
  if (key === root.fingerprint) return root.body.root
  const manager = root.managers.get(key)
  return manager?.status === "active" ? manager.key : undefined
}

async function signed(statement: Statement, key: Uint8Array): Promise<boolean> {
  try {
    await verify(statement, MEDIATOR.kind, key)
    return true
  } catch (error) {
    if (error instanceof RelayError) return false
    throw error
  }
}

/** Return the body that a manager or the root signs to vouch for a mediator. */
export function voucherBody(
  programme: string,
  { key, kem }: Pick<Mediator, "key" | "kem">,
): Statement["body"] {
  return writeStatement(MEDIATOR, { programme, mediator: key, kem })
}

/**
 * Return the mediator whose key id a statement names.
 *
 * `epoch` is the directory epoch that the statement names, where it names one: a retired mediator's
 * statements count for epochs before the retirement. Throws `signer-not-allowed`, or `revoked` for
 * one who was revoked or had retired by then.
 */
export function findMediator(directory: VerifiedDirectory, signer: string, epoch?: number): Mediator {
  const mediator = directory.mediators.get(signer)
  insist(mediator !== undefined, "signer-not-allowed", "not a mediator of this programme")
  insist(counts(mediator, epoch), "revoked", `a ${mediator.status} mediator`)
  return mediator
}

/**
 * Return the interpreter whose key id a statement names, or null where that is no interpreter's.
 *
 * One who has retired still counts for what they made under a grant. Throws `revoked`.
 */
export function findInterpreter(directory: VerifiedDirectory, signer: string): Interpreter | null {
  const interpreter = directory.interpreters.get(signer) ?? null
  insist(interpreter?.status !== "revoked", "revoked", "a revoked interpreter")
  return interpreter
}

function counts({ status, from }: Mediator, epoch: number | undefined): boolean {
  if (status === "retired") return epoch !== undefined && from !== null && epoch < from
  return status === "active"
}

/** Sign for a mediator as a manager or as the root. */
export async function vouch(
  sign: Sign,
  programme: string,
  mediator: Pick<Mediator, "key" | "kem">,
): Promise<Directory["vouchers"][number]> {
  const { key, sig } = await sign(MEDIATOR.kind, voucherBody(programme, mediator))
  return { mediator: b64u(await keyId(unb64u(mediator.key))), key: b64u(key), sig: b64u(sig) }
}
