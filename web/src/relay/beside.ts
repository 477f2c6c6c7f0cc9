// SPDX-License-Identifier: EUPL-1.2
/** What is written to go with a recording: kept beside it on its device, sealed to the person, and gone with it. */
import { SALT_BYTES } from "../crypto/box.ts"
import { utf8 } from "../crypto/bytes.ts"
import type { Json } from "../crypto/canonical.ts"
import { RelayError } from "../errors.ts"
import { readText } from "../protocol/opening.ts"
import { freeText, type Read, readFields } from "../protocol/shape.ts"
import { draftContext, openDraft, sealDraft } from "../protocol/unlocking.ts"
import { besideName } from "./kept_recording.ts"
import type { Session } from "./session.ts"

const MAX_BYTES = 1_000_000
const typed = freeText(MAX_BYTES)
const FIELDS = { captions: typed, words: typed, note: typed, language: typed }

/** Captions, transcript, note and language, as they were typed. */
export type Beside = Read<typeof FIELDS>

/** No recording has this id: its key and its words are never taken for each other. */
const contextOf = (session: Session, id: string) => draftContext(session, `${id} beside`)

/** Keep what was typed so far. Throws `no-room` or `storage-full`. */
export async function keepBeside(session: Session, id: string, beside: Beside): Promise<void> {
  const at = { context: contextOf(session, id), salt: session.ports.random(SALT_BYTES) }
  const said = utf8(JSON.stringify(beside))
  const box = await session.keyring.withMaster((master) => sealDraft(master, said, at))
  await session.device.put(besideName(session, id), box)
}

/** Return what was typed for a recording; null where nothing was, or where it does not open any more. */
export async function besideOf(session: Session, id: string): Promise<Beside | null> {
  const box = await session.device.get(besideName(session, id))
  if (box === null) return null
  const at = { context: contextOf(session, id) }
  try {
    const said = await session.keyring.withMaster((master) => openDraft(master, box, at))
    return readFields(JSON.parse(readText(said)) as Json, FIELDS)
  } catch (error) {
    if (error instanceof RelayError || error instanceof SyntaxError) return null
    throw error
  }
}
