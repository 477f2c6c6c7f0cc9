// SPDX-License-Identifier: EUPL-1.2
/**
 * A reload on a private device within 20 minutes: master and token, sealed by a key the browser holds.
 *
 * The record is worth nothing after its time even where it still lies there: the server's session
 * has ended by then too.
 */
import { b64u, unb64u } from "../crypto/encoding.ts"
import { decode, encode } from "../crypto/canonical.ts"
import { RelayError } from "../errors.ts"
import { binary, ident, integer, type Read, readFields, text } from "../protocol/shape.ts"
import { MASTER_BYTES, openBundle } from "../protocol/unlocking.ts"
import { openKeyring } from "./keyring.ts"
import type { Ports } from "./ports.ts"
import { PRIVATE_IDLE_SECONDS, type Session } from "./session.ts"
import { begin } from "./unlock.ts"

const NAME = "resume"

const RECORD = {
  account: text(/^[0-9A-HJKMNP-TV-Z]{8}$/),
  idle_seconds: integer(),
  master: binary(MASTER_BYTES),
  programme: ident,
  token: binary(32),
  until: integer(),
}
type Record = Read<typeof RECORD>

/** Keep what a reload needs, for another 20 minutes. A device that keeps nothing asks again. */
export async function keepForResume(
  session: Session,
  { token, idle_seconds }: { readonly token: string; readonly idle_seconds: number },
): Promise<void> {
  const { account, programme, device, ports } = session
  const until = Math.floor(ports.clock.now()) + Math.min(idle_seconds, PRIVATE_IDLE_SECONDS)
  try {
    await session.keyring.withMaster(async (master) => {
      const record: Record = { account, idle_seconds, master: b64u(master), programme, token, until }
      await device.put(NAME, encode(record))
    })
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
  }
}

/** Forget it. */
export async function forgetResume({ kept }: Pick<Ports, "kept">): Promise<void> {
  await kept.drop(NAME)
}

/** Resume, or return null. Never throws: whatever is wrong, the person signs in again. */
export async function resume(ports: Ports): Promise<Session | null> {
  try {
    const record = await stored(ports)
    return record === null ? null : await resumed(ports, record)
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
    ports.client.carry(null)
    // Without a link the record stays for the next try within its time.
    if (error.code !== "offline") await forgetResume(ports)
    return null
  }
}

async function stored(ports: Ports): Promise<Record | null> {
  const bytes = await ports.kept.get(NAME)
  if (bytes === null) return null
  const record = readFields(decode(bytes), RECORD)
  if (record.until > ports.clock.now()) return record
  await forgetResume(ports)
  return null
}

async function resumed(ports: Ports, record: Record): Promise<Session> {
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
