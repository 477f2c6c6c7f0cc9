// SPDX-License-Identifier: EUPL-1.2
/** A reload on a private device within 20 minutes: the same session, without asking again. */
import { unb64u } from "../crypto/encoding.ts"
import { RelayError } from "../errors.ts"
import { openBundle } from "../protocol/unlocking.ts"
import { begin } from "./begin.ts"
import { forgetMaster, type KeptMaster, keptMaster } from "./kept_master.ts"
import { openKeyring } from "./keyring.ts"
import type { Ports } from "./ports.ts"
import type { Session } from "./session.ts"

/** Resume, or return null. Never throws: whatever is wrong, the person signs in again. */
export async function resume(ports: Ports): Promise<Session | null> {
  try {
    const record = await keptMaster(ports)
    return record === null ? null : await resumed(ports, record)
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
    ports.client.carry(null)
    // Without a link the record stays for the next try within its time.
    if (error.code !== "offline") await forgetMaster(ports)
    return null
  }
}

async function resumed(ports: Ports, record: KeptMaster): Promise<Session> {
  const { account, programme, token, idle_seconds } = record
  ports.client.carry(token)
  const { role, person } = await ports.client.session()
  const found = await ports.client.bundle()
  const master = unb64u(record.master)
  const bundle = await openBundle(master, unb64u(found.bundle), { account, programme })
  const keyring = await openKeyring(master)
  master.fill(0)
  const signedIn = { role, person, account, token, idle_seconds, bundle_version: found.version }
  return begin(ports, keyring, { signedIn, bundle, programme, privateDevice: true })
}
