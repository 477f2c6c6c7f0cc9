// SPDX-License-Identifier: EUPL-1.2
/**
 * The root of trust: one pinned key, kept offline, that says who the managers are.
 *
 * Twin: `relay/protocol/root.py`. Source: protocol.md §3.
 */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { ID_BYTES, keyId } from "../crypto/keys.ts"
import type { Statement } from "../crypto/signing.ts"
import { believe, checkSigned, type Heard, hear, insist, type Verified } from "./heard.ts"
import { type Body, day, integer, kindOf, listOf, oneOf, publicKey, recordOf } from "./shape.ts"

export const ROOT = kindOf("root", {
  root: publicKey,
  epoch: integer(1),
  expires: day,
  managers: listOf(recordOf({ key: publicKey, status: oneOf("active", "revoked") }), {
    rising: ({ key }) => key,
  }),
})
export type Root = Body<typeof ROOT>
export type Manager = Root["managers"][number]

/** A root that was verified against a fingerprint. */
export type VerifiedRoot = Verified<
  Heard<Root> & {
    readonly fingerprint: string
    /** By key id. */
    readonly managers: ReadonlyMap<string, Manager>
  }
>

export type RootClaim = {
  /** SHA-256 of the root's public key, as base64url. */
  readonly fingerprint: string
  readonly today: string
  /** The highest epoch seen, 0 for none. */
  readonly seenEpoch: number
}

/**
 * Believe a root statement, or refuse.
 *
 * Throws `root-wrong` (another root key than the pinned one), `wrong-context`, `signature-wrong`,
 * `rollback` or `expired`.
 */
export async function verifyRoot(statement: Statement, claim: RootClaim): Promise<VerifiedRoot> {
  const { fingerprint, today, seenEpoch } = claim
  const heard = await hear(ROOT, statement)
  const { body } = heard
  const key = unb64u(body.root)
  insist(b64u(await keyId(key)) === fingerprint, "root-wrong", "not the pinned root")
  insist(body.programme === programmeOf(fingerprint), "wrong-context", "a root of another programme")
  await checkSigned(heard, key)
  insist(body.epoch >= seenEpoch, "rollback", `root epoch ${body.epoch}, seen ${seenEpoch}`)
  insist(today <= body.expires, "expired", "the root statement is past its date")
  return believe({ ...heard, fingerprint, managers: await byKeyId(body.managers) })
}

/** Return the programme's id: the first 16 bytes of its root's fingerprint, as text. */
export function programmeOf(fingerprint: string): string {
  return b64u(unb64u(fingerprint).subarray(0, ID_BYTES))
}

/** Return entries with a public key by the key's id. */
export async function byKeyId<T extends { readonly key: string }>(
  entries: readonly T[],
): Promise<ReadonlyMap<string, T>> {
  const named = entries.map(async (entry) => [b64u(await keyId(unb64u(entry.key))), entry] as const)
  return new Map(await Promise.all(named))
}

/** Refuse a statement that no active manager signed. Throws `signer-not-allowed`, `revoked` or `signature-wrong`. */
export async function checkManager(heard: Heard<unknown>, root: VerifiedRoot): Promise<void> {
  const manager = root.managers.get(heard.signer)
  insist(manager !== undefined, "signer-not-allowed", "not a manager of this programme")
  insist(manager.status === "active", "revoked", "a revoked manager")
  await checkSigned(heard, unb64u(manager.key))
}

/** The highest number of its kind that this client has seen, with its hash. */
export type Seen = { readonly number: number; readonly hash: string }

/** Refuse an older number than one seen (`rollback`), or another hash of the same number (`fork`). */
export function refuseOlder(what: string, found: Seen, seen: Seen | null): void {
  if (seen === null) return
  insist(found.number >= seen.number, "rollback", `${what} ${found.number}, seen ${seen.number}`)
  const same = found.number > seen.number || found.hash === seen.hash
  insist(same, "fork", `two different statements claim ${what} ${found.number}`)
}
