// SPDX-License-Identifier: EUPL-1.2
/** Where a recording lies on its device, with what was written to go with it; and letting go of all of it. */
import type { Session } from "./session.ts"

type Whose = Pick<Session, "account">

/** Names of the keys of one person's recordings begin so. */
export const recordingFolder = ({ account }: Whose) => `recording/${account}/`

/** Name of the words that go with a recording. */
export const besideName = ({ account }: Whose, id: string) => `beside/${account}/${id}`

/** What a tab holds that is at a recording. */
export const recordingLock = (id: string) => `recording ${id}`

/**
 * Let go of a recording: its key first, so that what is left opens for nobody.
 *
 * Throws `other-tab`: another tab records it, or seals it.
 */
export async function dropRecording(session: Session, id: string): Promise<void> {
  const films = await session.ports.films()
  await films.alone(recordingLock(id), async () => {
    await session.device.drop(recordingFolder(session) + id)
    await session.device.drop(besideName(session, id))
    await films.dropRecording(id)
  })
  films.letOthers(recordingLock(id))
}
