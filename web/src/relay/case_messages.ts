// SPDX-License-Identifier: EUPL-1.2
/** All messages of a case, page by page, and the one with a given manifest among them. */
import { RelayError } from "../errors.ts"
import type { MessageView } from "../protocol/wire.ts"
import type { Session } from "./session.ts"

const MOST_PAGES = 200

/** Find the first message of a case that fits; null when there is none. Throws `too-large` for a list without end. */
export async function findInCase(
  { ports }: Pick<Session, "ports">,
  caseId: string,
  fits: (view: MessageView) => boolean,
): Promise<MessageView | null> {
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = after === null ? { case: caseId } : { case: caseId, after }
    const { messages, next } = await ports.client.messages(query)
    const found = messages.find((view) => view.case === caseId && fits(view))
    if (found !== undefined) return found
    if (next === null) return null
    after = next
  }
  throw new RelayError("too-large", "a list without end")
}
