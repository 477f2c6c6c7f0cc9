// SPDX-License-Identifier: EUPL-1.2
/**
 * A manager at work in the browser: the key file opened in the page, and what its keys are for.
 *
 * The keys live in a closure, as a person's do: nothing of them is stored, sent or printed, and letting go
 * of the office forgets them. The relay's session is another key's, drawn for signing in alone.
 */
import type { Bytes } from "../crypto/bytes.ts"
import { readCode } from "../crypto/codes.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { kemPublicKey, keyId, signingPublicKey } from "../crypto/keys.ts"
import { type Sign, sign } from "../crypto/signing.ts"
import { lookupId } from "../crypto/tickets.ts"
import { type Unwrap, unwrap } from "../crypto/wrapping.ts"
import { RelayError } from "../errors.ts"
import { insist } from "../protocol/heard.ts"
import { type KeyFile, unsealKeyFile } from "./key_file.ts"
import { fetchOffice, type Managing, type Office } from "./managing.ts"
import type { Ports } from "./ports.ts"
import type { Session } from "./session.ts"
import { type Here, signInWithKit } from "./sign_in.ts"
import type { KeptTicket } from "./ticket.ts"

/** A key file and its six words, as chosen and typed. */
export type KeyFileGiven = { readonly content: Uint8Array; readonly words: string }

/** What an opened key file is good for. */
export type OfficeKeys = {
  /** Own Ed25519 public key, 32 bytes. */
  readonly identity: Bytes
  readonly keyId: string
  readonly fingerprint: string
  readonly sign: Sign
  /** The programme's intake key, or null where this file does not hold it. */
  readonly intake: { readonly kem: Bytes; readonly unwrap: Unwrap } | null
  /** For mediators, made on the command line: by lookup id. */
  readonly tickets: ReadonlyMap<string, KeptTicket>
  readonly forget: () => void
}

/** A signed-in manager with their keys. */
export type Desk = { readonly session: Session; readonly keys: OfficeKeys }

/** Hold an opened key file's keys. */
export async function holdOfficeKeys(file: KeyFile): Promise<OfficeKeys> {
  let held: { readonly seed: Bytes; readonly intake: Bytes | null } | null = {
    seed: unb64u(file.seed),
    intake: file.intake === null ? null : unb64u(file.intake),
  }
  const own = () => {
    if (held === null) throw new RelayError("session-expired", "the keys were forgotten")
    return held
  }
  const identity = await signingPublicKey(own().seed)
  const opening: Unwrap = async (wrapped, at) => {
    const { intake } = own()
    insist(intake !== null, "forbidden", "this key file does not hold the intake key")
    return unwrap(intake, wrapped, at)
  }
  const { intake } = own()
  return {
    identity,
    keyId: b64u(await keyId(identity)),
    fingerprint: file.fingerprint,
    sign: async (kind, body) => sign(own().seed, kind, body),
    intake: intake === null ? null : { kem: await kemPublicKey(intake), unwrap: opening },
    tickets: new Map(await Promise.all(file.tickets.map(ticketOf))),
    forget: () => {
      held?.seed.fill(0)
      held?.intake?.fill(0)
      held = null
    },
  }
}

async function ticketOf({ code }: KeyFile["tickets"][number]): Promise<readonly [string, KeptTicket]> {
  const secret = await readCode(code, "ticket")
  return [await lookupId(secret), { secret, mac1: null, root: null }]
}

/**
 * Open a manager's key file and sign in with what is in it.
 *
 * Throws as `unsealKeyFile` and `signInWithKit`; `not-allowed`: the root's file, or one that cannot sign in;
 * `root-wrong`: another programme's.
 */
export async function signInWithKeyFile(ports: Ports, given: KeyFileGiven, here: Here): Promise<Desk> {
  const file = await unsealKeyFile(given.content, given.words, ports.stretch)
  const { account, code } = file
  insist(file.type === "manager" && account !== null && code !== null, "not-allowed", "no manager's key file")
  const session = await signInWithKit(ports, { account, code }, here)
  return deskOf(session, file)
}

/**
 * Open a manager's key file in a session that is there already, after a reload.
 *
 * Throws as `unsealKeyFile`; `not-allowed`: another account's file; `root-wrong`: another programme's.
 */
export async function openKeyFile(session: Session, given: KeyFileGiven): Promise<Desk> {
  const file = await unsealKeyFile(given.content, given.words, session.ports.stretch)
  insist(file.type === "manager" && file.account === session.account, "not-allowed", "another's key file")
  return deskOf(session, file)
}

async function deskOf(session: Session, file: KeyFile): Promise<Desk> {
  insist(session.role === "manager", "not-allowed", "not a manager's account")
  const known = session.trust.memory.read().fingerprint
  insist(file.fingerprint === known, "root-wrong", "a key file of another programme")
  const keys = await holdOfficeKeys(file)
  const stop = session.watch(({ state }) => {
    if (state !== "ended") return
    keys.forget()
    stop()
  })
  return { session, keys }
}

/** A second key file, opened beside the first for one signature. */
export type SecondKey = { readonly sign: Sign; readonly forget: () => void }

/**
 * Open the second key file of a certification: another manager's, or the root's.
 *
 * Throws as `unsealKeyFile`; `not-vouched`: the same key once more; `root-wrong`: another programme's.
 */
export async function openSecond({ session, keys }: Desk, given: KeyFileGiven): Promise<SecondKey> {
  const file = await unsealKeyFile(given.content, given.words, session.ports.stretch)
  const second = await holdOfficeKeys(file)
  try {
    insist(file.fingerprint === keys.fingerprint, "root-wrong", "a key file of another programme")
    insist(second.keyId !== keys.keyId, "not-vouched", "two signatures need two keys")
  } catch (error) {
    second.forget()
    throw error
  }
  return { sign: second.sign, forget: second.forget }
}

/** Return with what this manager acts. */
export function managingOf({ session, keys }: Desk): Managing {
  const { client, clock } = session.ports
  return { client, clock, memory: session.trust.memory, sign: keys.sign }
}

/** Fetch what stands, verified. Throws as `fetchOffice`. */
export async function openOffice(desk: Desk): Promise<Office> {
  return fetchOffice(managingOf(desk))
}
