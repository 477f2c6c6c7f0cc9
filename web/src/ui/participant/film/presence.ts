// SPDX-License-Identifier: EUPL-1.2
/** Whoever speaks to a camera touches nothing, and is there all the same. */
import type { Session } from "../../../relay/session.ts"

/** One may also have walked away from it: after this long a session ends as it would anyway. */
const LONGEST_TELLING_SECONDS = 60 * 60

/** Return what is called as a recording goes on: it keeps the session open, for an hour at most. */
export function presence(session: Pick<Session, "touch" | "ports">): () => void {
  const { clock } = session.ports
  const until = clock.now() + LONGEST_TELLING_SECONDS
  return () => {
    if (clock.now() < until) session.touch()
  }
}
