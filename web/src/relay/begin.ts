// SPDX-License-Identifier: EUPL-1.2
/** The first moments of a session: opened, trust verified, and kept for a reload where the person wants that. */
import { RelayError } from "../errors.ts"
import type { Bundle } from "../protocol/unlocking.ts"
import type { SignedIn } from "../protocol/wire.ts"
import { keepMaster } from "./kept_master.ts"
import type { Keyring } from "./keyring.ts"
import type { Ports } from "./ports.ts"
import { openSession, type Session } from "./session.ts"

/** What signing in gave, opened. */
export type Signed = {
  readonly signedIn: Omit<SignedIn, "slot" | "bundle">
  readonly bundle: Bundle
  readonly programme: string
  readonly privateDevice: boolean
}

/** Open the session, verify trust, and keep what a reload needs where the person wants that. */
export async function begin(ports: Ports, keyring: Keyring, signed: Signed): Promise<Session> {
  const { signedIn, bundle, programme, privateDevice } = signed
  const { role, person, account } = signedIn
  let keep = async () => {}
  const session = openSession(ports, keyring, {
    ...{ role, person, account, programme, privateDevice, bundle },
    idleSeconds: signedIn.idle_seconds,
    bundleVersion: signedIn.bundle_version,
    onActive: () => void keep(),
  })
  if (privateDevice) keep = () => keepMaster(session, signedIn)
  await keep()
  if (session.trust.state() !== "unanchored") await tolerate(session.trust.refresh())
  return session
}

/** What is wrong with trust is an alarm inside the session (`trust.alarm`): one may still take back. */
async function tolerate(work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
  }
}
