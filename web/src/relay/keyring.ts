// SPDX-License-Identifier: EUPL-1.2
/**
 * What an unlocked person holds: the keys that come from their master, in a closure and nowhere else.
 *
 * Nothing here can be printed, cloned or stored by accident: the master is not a property. After
 * `forget` every use refuses with `session-expired`.
 */
import { type Bytes, concat } from "../crypto/bytes.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import {
  ID_BYTES,
  identitySeed,
  kemPublicKey,
  kemSeed,
  keyId,
  signingPublicKey,
  withdrawSeed,
} from "../crypto/keys.ts"
import { type Sign, sign } from "../crypto/signing.ts"
import { type Unwrap, unwrap } from "../crypto/wrapping.ts"
import { RelayError } from "../errors.ts"

export type Keyring = {
  /** Own Ed25519 public key, 32 bytes. */
  readonly identity: Bytes
  /** Own X-Wing public key, 1,216 bytes. */
  readonly kem: Bytes
  /** SHA-256 of the identity key, base64url: how wraps and statements name this person's key. */
  readonly keyId: string
  readonly sign: Sign
  /** Sign with the per-message key of one's own message, named by its id. */
  readonly signAsMessage: (message: string) => Sign
  /** The public half of that key, 32 bytes. */
  readonly messageKey: (message: string) => Promise<Bytes>
  readonly unwrap: Unwrap
  /** Use a copy of the master: for boxes of one's own, and for resuming. The copy is wiped afterwards. */
  readonly withMaster: <T>(use: (master: Bytes) => Promise<T>) => Promise<T>
  readonly forget: () => void
}

/** Derive everything from a 32-byte master, which the caller then wipes. */
export async function openKeyring(master: Uint8Array): Promise<Keyring> {
  let held: Bytes | null = concat(master)
  const own = (): Bytes => {
    if (held === null) throw new RelayError("session-expired", "the keys were forgotten")
    return held
  }
  const messageSeed = (message: string) => withdrawSeed(own(), unb64u(message, ID_BYTES))
  const identity = await signingPublicKey(await identitySeed(own()))
  return {
    identity,
    kem: await kemPublicKey(await kemSeed(own())),
    keyId: b64u(await keyId(identity)),
    sign: async (kind, body) => sign(await identitySeed(own()), kind, body),
    signAsMessage: (message) => async (kind, body) => sign(await messageSeed(message), kind, body),
    messageKey: async (message) => signingPublicKey(await messageSeed(message)),
    unwrap: async (wrapped, at) => unwrap(await kemSeed(own()), wrapped, at),
    withMaster: async (use) => {
      const copy = concat(own())
      try {
        return await use(copy)
      } finally {
        copy.fill(0)
      }
    },
    forget: () => {
      held?.fill(0)
      held = null
    },
  }
}
