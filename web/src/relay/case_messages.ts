// SPDX-License-Identifier: EUPL-1.2
/** All messages of a case, page by page, and the one with a given manifest among them. */
import { RelayError } from "../errors.ts"
import type { MessageView } from "../protocol/wire.ts"
import type { Session } from "./session.ts"

const MOST_PAGES = 200

/** Find the first message of a case that fits; null when there is none. Throws `too-large` for a list without end. */
export async function findInCase(
  session: Pick<Session, "ports">,
  caseId: string,
  fits: (view: MessageView) => boolean,
): Promise<MessageView | null> {
  for await (const views of pagesOf(session, caseId)) {
    const found = views.find(fits)
    if (found !== undefined) return found
  }
  return null
}

/** Return every message of a case. Throws `too-large` for a list without end. */
export async function messagesOf(
  session: Pick<Session, "ports">,
  caseId: string,
): Promise<readonly MessageView[]> {
  const all: MessageView[] = []
  for await (const views of pagesOf(session, caseId)) all.push(...views)
  return all
}

async function* pagesOf(
  { ports }: Pick<Session, "ports">,
  caseId: string,
): AsyncGenerator<readonly MessageView[]> {
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = after === null ? { case: caseId } : { case: caseId, after }
    const { messages, next } = await ports.client.messages(query)
    yield messages.filter((view) => view.case === caseId)
    if (next === null) return
    after = next
  }
  throw new RelayError("too-large", "a list without end")
}
