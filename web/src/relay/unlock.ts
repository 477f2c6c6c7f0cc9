// SPDX-License-Identifier: EUPL-1.2
/**
 * One slot, opened: challenge, signed login, slot, bundle, session.
 *
 * The server is asked for the slots, which it answers for unknown accounts too; the secret stays
 * here, only a signature by a key derived from it goes out. Every wrong word, code or account ends
 * as the same `sign-in-failed`.
 */
import type { Bytes } from "../crypto/bytes.ts"
import { unb64u } from "../crypto/encoding.ts"
import { keyEncryptionKey, loginSeed } from "../crypto/passphrase.ts"
import { signerOf, toEnvelope } from "../crypto/signing.ts"
import { type ErrorCode, RelayError } from "../errors.ts"
import { signStatement } from "../protocol/heard.ts"
import { LOGIN, MAX_CLOCK_SECONDS } from "../protocol/login.ts"
import { type Bundle, openBundle, openSlot, type Slot } from "../protocol/unlocking.ts"
import type { Challenge, SignedIn, SlotType, Slot as WireSlot } from "../protocol/wire.ts"
import { begin } from "./begin.ts"
import { wholeSecond } from "./clock.ts"
import { type Keyring, openKeyring } from "./keyring.ts"
import type { Ports } from "./ports.ts"
import type { Session } from "./session.ts"

export type Here = {
  /** "This device is only mine": a reload within 20 minutes does not ask again. */
  readonly privateDevice: boolean
}

export type Unlocking = {
  /** 8 characters, as `readAccount` returns them. */
  readonly account: string
  readonly type: SlotType
  /** The 32-byte secret that a slot's salt and parameters give. */
  readonly secretFor: (slot: WireSlot) => Promise<Bytes>
}

/** Unlock an account by one of its slots. Throws `sign-in-failed`, `too-weak`, `clock-off`, `offline`, … */
export async function unlock(ports: Ports, unlocking: Unlocking, { privateDevice }: Here): Promise<Session> {
  const { account, type } = unlocking
  const programme = await programmeHere(ports)
  const challenge = await ports.client.challenge({ account })
  checkClock(ports, challenge)
  const slot = challenge.slots.find((found) => found.type === type)
  if (slot === undefined) throw new RelayError("sign-in-failed", "no such way of unlocking")
  const secret = await unlocking.secretFor(slot)
  const login = await signStatement(LOGIN, signerOf(await loginSeed(secret)), {
    programme,
    account,
    slot: type,
    origin: ports.origin,
    nonce: challenge.nonce,
    time: wholeSecond(ports.clock),
  })
  const signedIn = await ports.client.signIn({ login: toEnvelope(login), private_device: privateDevice })
  ports.client.carry(signedIn.token)
  try {
    const bound: Slot = { account, programme, ...slot }
    const { keyring, bundle } = await openSigned(signedIn, { kek: await keyEncryptionKey(secret), bound })
    return await begin(ports, keyring, { signedIn, bundle, programme, privateDevice })
  } catch (error) {
    ports.client.carry(null)
    throw error
  }
}

async function programmeHere({ client }: Pick<Ports, "client">): Promise<string> {
  const { programme } = await client.programme()
  if (programme === null) throw new RelayError("not-found", "no programme is set up here")
  return programme
}

function checkClock({ clock }: Pick<Ports, "clock">, { time }: Challenge): void {
  if (Math.abs(clock.now() - time) > MAX_CLOCK_SECONDS) {
    throw new RelayError("clock-off", "this device's clock differs from the server's")
  }
}

type Opening = { readonly kek: Bytes; readonly bound: Slot }

async function openSigned(
  signedIn: SignedIn,
  { kek, bound }: Opening,
): Promise<{ readonly keyring: Keyring; readonly bundle: Bundle }> {
  const master = await failed(["commitment-wrong"], openSlot(kek, unb64u(signedIn.slot), bound))
  const { account, programme } = bound
  const bundle = await openBundle(master, unb64u(signedIn.bundle), { account, programme })
  const keyring = await openKeyring(master)
  master.fill(0)
  return { keyring, bundle }
}

/** A slot that does not open looks like wrong words, whatever the server knows. */
async function failed<T>(codes: readonly ErrorCode[], work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof RelayError && codes.includes(error.code)) {
      throw new RelayError("sign-in-failed", "the slot does not open", { cause: error })
    }
    throw error
  }
}
