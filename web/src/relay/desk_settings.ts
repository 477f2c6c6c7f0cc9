// SPDX-License-Identifier: EUPL-1.2
/** What a mediator set for their own desk: kept on their device, sealed under their own key, told to nobody. */
import { SALT_BYTES } from "../crypto/box.ts"
import { utf8 } from "../crypto/bytes.ts"
import { decode, encode } from "../crypto/canonical.ts"
import { b64u } from "../crypto/encoding.ts"
import { boolean, type Read, readFields } from "../protocol/shape.ts"
import { draftContext, openDraft, sealDraft } from "../protocol/unlocking.ts"
import { orNull } from "./refusals.ts"
import type { Session } from "./session.ts"

const SETTINGS = {
  /** Suggest a pause after much or heavy reading. */
  pauses: boolean,
  /** Single keys do things. */
  shortcuts: boolean,
}

export type DeskSettings = Read<typeof SETTINGS>

type Keeper = Pick<Session, "account" | "programme" | "device" | "keyring" | "ports">

/** Sixteen bytes, as every draft's id; no draft has it, because theirs are random. */
const ID = b64u(utf8("desk settings/v1"))

const nameOf = ({ account }: Pick<Session, "account">) => `settings/${account}`

/** Return what was set on this device, or null; what cannot be read any more is as nothing. */
export async function readSettings(session: Keeper): Promise<DeskSettings | null> {
  const box = await session.device.get(nameOf(session))
  return box === null ? null : await orNull(opened(session, box))
}

async function opened(session: Keeper, box: Uint8Array): Promise<DeskSettings> {
  const at = { context: draftContext(session, ID) }
  const content = await session.keyring.withMaster((master) => openDraft(master, box, at))
  return readFields(decode(content), SETTINGS)
}

/** Keep them. Throws `storage-full`. */
export async function keepSettings(session: Keeper, settings: DeskSettings): Promise<void> {
  const at = { context: draftContext(session, ID), salt: session.ports.random(SALT_BYTES) }
  const box = await session.keyring.withMaster((master) => sealDraft(master, encode(settings), at))
  await session.device.put(nameOf(session), box)
}
