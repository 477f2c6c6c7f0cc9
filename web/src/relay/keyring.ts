// SPDX-License-Identifier: EUPL-1.2
/**
 * What an unlocked person holds: the keys that come from their master, in a closure and nowhere else.
 *
 * Nothing here can be printed, cloned or stored by accident: the master is not a property. After
 * `forget` every use refuses with `session-expired`.
 */
import type { Bytes } from "../crypto/bytes.ts"
import type { Statement } from "../crypto/signing.ts"
import type { WrapContext } from "../crypto/wrapping.ts"
import { notYet } from "./not_yet.ts"

export type Keyring = {
  /** Own Ed25519 public key, 32 bytes. */
  readonly identity: Bytes
  /** Own X-Wing public key, 1,216 bytes. */
  readonly kem: Bytes
  /** SHA-256 of the identity key, base64url: how wraps and statements name this person's key. */
  readonly keyId: string
  readonly sign: (kind: string, body: Uint8Array) => Promise<Statement>
  /** Sign with the per-message key of one's own message. */
  readonly signAsMessage: (message: string, kind: string, body: Uint8Array) => Promise<Statement>
  /** The public half of that key. */
  readonly messageKey: (message: string) => Promise<Bytes>
  readonly unwrap: (wrapped: Uint8Array, at: WrapContext) => Promise<Bytes>
  readonly sealDraft: (plaintext: Uint8Array, context: Uint8Array, salt: Uint8Array) => Promise<Bytes>
  readonly openDraft: (box: Uint8Array, context: Uint8Array) => Promise<Bytes>
  readonly sealBundle: (plaintext: Uint8Array, context: Uint8Array, salt: Uint8Array) => Promise<Bytes>
  readonly openBundle: (box: Uint8Array, context: Uint8Array) => Promise<Bytes>
  /** Hand the master to something that keeps it sealed; only for resuming and for new slots. */
  readonly sealMaster: (seal: (master: Bytes) => Promise<Bytes>) => Promise<Bytes>
  readonly forget: () => void
}

/** Derive everything from a 32-byte master, which the caller then forgets. */
export async function openKeyring(master: Uint8Array): Promise<Keyring> {
  return notYet(master)
}
