// SPDX-License-Identifier: EUPL-1.2
/**
 * Live changes: a stream read by fetch, so that the bearer token stays in a header; begun again when
 * it breaks, ever more slowly, and at once after it was good.
 */
import type { Json } from "../crypto/canonical.ts"
import { RelayError } from "../errors.ts"
import type { Change } from "../protocol/wire.ts"
import { change as readChange } from "./answers.ts"
import { pause } from "./clock.ts"
import { freshNumber } from "./random.ts"
import type { Session } from "./session.ts"

export type EventListener = {
  readonly onChange: (change: Change) => void
  /** The link went or came back. After it came back something may have been missed: fetch lists anew. */
  readonly onLink?: (up: boolean) => void
}

const FIRST_WAIT_SECONDS = 1
const MOST_WAIT_SECONDS = 60
/** The server says something every 20 seconds; a link that is silent for longer is dead. */
const SILENCE_SECONDS = 50
const MAX_LINE = 65_536

/** Listen until the answer is called or the session ends. */
export function listen(session: Session, listener: EventListener): () => void {
  const stop = new AbortController()
  const unwatch = session.watch(({ state }) => {
    if (state === "ended") stop.abort()
  })
  void keepListening(session, listener, stop.signal)
  return () => {
    unwatch()
    stop.abort()
  }
}

async function keepListening(session: Session, listener: EventListener, signal: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT_SECONDS
  while (!signal.aborted) {
    let good = false
    const heard = () => {
      if (!good) listener.onLink?.(true)
      good = true
    }
    const over = await once(session, { listener, signal, heard })
    if (over || signal.aborted) return
    if (good) wait = FIRST_WAIT_SECONDS
    listener.onLink?.(false)
    // A spread, so that a restarted server is not met by everybody at once.
    const spread = freshNumber(session.ports.random, 1000) / 1000
    await pause(session.ports.clock, wait * (0.5 + spread / 2), signal).catch(() => undefined)
    wait = Math.min(MOST_WAIT_SECONDS, wait * 2)
  }
}

type Listening = {
  readonly listener: EventListener
  readonly signal: AbortSignal
  readonly heard: () => void
}

/** Read one stream to its end; true when there is no use in another. */
async function once(session: Session, { listener, signal, heard }: Listening): Promise<boolean> {
  const silence = new AbortController()
  let cancel = () => {}
  const stillThere = () => {
    cancel()
    cancel = session.ports.clock.after(SILENCE_SECONDS, () => silence.abort())
  }
  stillThere()
  const onPiece = () => {
    stillThere()
    heard()
  }
  try {
    const pieces = session.ports.client.events(AbortSignal.any([signal, silence.signal]))
    for await (const line of lines(pieces, onPiece)) tell(line, listener)
    return false
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
    return error.code === "session-expired" || error.code === "forbidden"
  } finally {
    cancel()
  }
}

async function* lines(pieces: AsyncIterable<string>, onPiece: () => void): AsyncGenerator<string> {
  let rest = ""
  for await (const piece of pieces) {
    onPiece()
    const found = (rest + piece).split(/\r\n|\n|\r/)
    rest = found.pop() ?? ""
    if (rest.length > MAX_LINE) throw new RelayError("too-large", "an event without end")
    yield* found
  }
}

/** One event is one `data:` line; comments keep the link awake, and what cannot be read tells nothing. */
function tell(line: string, { onChange }: EventListener): void {
  if (!line.startsWith("data:")) return
  let change: Change
  try {
    change = readChange(JSON.parse(line.slice(5)) as Json)
  } catch {
    return
  }
  onChange(change)
}
