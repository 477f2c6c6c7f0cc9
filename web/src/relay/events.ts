// SPDX-License-Identifier: EUPL-1.2
/** Live changes: a stream read by fetch, so that the bearer token stays in a header; begun again when it breaks. */
import type { Change } from "../protocol/wire.ts"
import { notYet } from "./not_yet.ts"
import type { Session } from "./session.ts"

export type EventListener = {
  readonly onChange: (change: Change) => void
  /** The link went or came back. After it came back something may have been missed: fetch lists anew. */
  readonly onLink?: (up: boolean) => void
}

/** Listen until the answer is called or the session ends. */
export function listen(session: Session, listener: EventListener): () => void {
  return notYet(session, listener)
}
