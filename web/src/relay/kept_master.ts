// SPDX-License-Identifier: EUPL-1.2
/**
 * What a reload on a private device needs: master and token, sealed by a key the browser holds, for
 * 20 minutes.
 *
 * The record is worth nothing after its time even where it still lies there: the server's session
 * has ended by then too.
 */
import { decode, encode } from "../crypto/canonical.ts"
import { b64u } from "../crypto/encoding.ts"
import { RelayError } from "../errors.ts"
import { binary, ident, integer, type Read, readFields, text } from "../protocol/shape.ts"
import { MASTER_BYTES } from "../protocol/unlocking.ts"
import type { Ports } from "./ports.ts"
import { PRIVATE_IDLE_SECONDS, type Session } from "./session.ts"

const NAME = "resume"

const RECORD = {
  account: text(/^[0-9A-HJKMNP-TV-Z]{8}$/),
  idle_seconds: integer(),
  master: binary(MASTER_BYTES),
  programme: ident,
  token: binary(32),
  until: integer(),
}
export type KeptMaster = Read<typeof RECORD>

/** Keep it for another 20 minutes. A device that keeps nothing asks again. */
export async function keepMaster(
  session: Session,
  { token, idle_seconds }: Pick<KeptMaster, "token" | "idle_seconds">,
): Promise<void> {
  const { account, programme, device, ports } = session
  const until = Math.floor(ports.clock.now()) + Math.min(idle_seconds, PRIVATE_IDLE_SECONDS)
  try {
    await session.keyring.withMaster(async (master) => {
      const record: KeptMaster = { account, idle_seconds, master: b64u(master), programme, token, until }
      await device.put(NAME, encode(record))
    })
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
  }
}

/** Forget it. */
export async function forgetMaster({ kept }: Pick<Ports, "kept">): Promise<void> {
  await kept.drop(NAME)
}

/** Return it within its time, or null. */
export async function keptMaster(ports: Pick<Ports, "kept" | "clock">): Promise<KeptMaster | null> {
  const bytes = await ports.kept.get(NAME)
  if (bytes === null) return null
  const record = readFields(decode(bytes), RECORD)
  if (record.until > ports.clock.now()) return record
  await forgetMaster(ports)
  return null
}
