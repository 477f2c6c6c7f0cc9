// SPDX-License-Identifier: EUPL-1.2
/**
 * A station's work on a film: begun with this page's session, done by the station's own keys.
 *
 * The station that served this page answers, on loopback; no relay knows these paths.
 */
import type { Json } from "../crypto/canonical.ts"
import { isErrorCode, RelayError } from "../errors.ts"
import { ident, integer, listOf, oneOf, optional, type Reader, recordOf } from "../protocol/shape.ts"
import type { WorkPost, WorkView } from "../protocol/wire_station.ts"
import { word } from "./answers.ts"
import type { Session } from "./session.ts"

const WORKS = "/station/works"
const WAIT_MILLISECONDS = 30_000

const workView: Reader<WorkView> = recordOf({
  work: word,
  message: ident,
  kind: oneOf("watchable", "cut", "mute", "blur", "poster", "sheet"),
  state: oneOf("waiting", "fetching", "making", "sealing", "sending", "done", "refused"),
  share: integer(0, 1_000),
  seconds_left: optional(integer(0)),
  made: optional(ident),
  code: optional(word),
  claim: optional(oneOf("mine", "lost")),
})

/**
 * Have the station that served this page make something of a film.
 *
 * Throws `not-found` (no station works here), `wrong-shape`, `offline`. What is refused later stands in the view.
 */
export async function beginWork(session: Session, post: WorkPost): Promise<WorkView> {
  return workView(await asked(session, "POST", WORKS, post))
}

const worksView = recordOf({ works: listOf(workView) })

/**
 * What the station works on and what lately ended there, the last begun first.
 *
 * Throws `forbidden` (it works for somebody else), `offline` (it does not reach the relay to ask whose session this is).
 */
export async function listWorks(session: Session): Promise<readonly WorkView[]> {
  return worksView(await asked(session, "GET", WORKS)).works
}

/** Say where a piece of work is. Throws `not-found`: it was stopped, or the station began anew. */
export async function lookAtWork(session: Session, work: string): Promise<WorkView> {
  return workView(await asked(session, "GET", workAt(work)))
}

/** Stop it: nothing of it is left at the station. What was sent of it is sealed, and the relay sweeps it. */
export async function stopWork(session: Session, work: string): Promise<void> {
  await asked(session, "DELETE", workAt(work))
}

function workAt(work: string): string {
  return `${WORKS}/${encodeURIComponent(work)}`
}

/** Ask with the page's own token. Throws the station's code. */
async function asked(
  { ports }: Session,
  method: "GET" | "POST" | "DELETE",
  url: string,
  post?: WorkPost,
): Promise<Json> {
  const body = post === undefined ? null : new TextEncoder().encode(JSON.stringify(post))
  const headers = body === null ? {} : { "Content-Type": "application/json" }
  const signal = AbortSignal.timeout(WAIT_MILLISECONDS)
  const answer = await ports.client.raw({ method, url, headers, body, signal })
  const said = (await answer.json().catch(() => null)) as Json
  if (answer.ok) return said
  const code = said !== null && typeof said === "object" && "code" in said ? said["code"] : null
  throw new RelayError(
    code === "offline" || (typeof code === "string" && isErrorCode(code)) ? code : "not-found",
    `answered ${answer.status}`,
  )
}
