// SPDX-License-Identifier: EUPL-1.2
/** How long a letter was open: counted while it is seen, kept in the reviewer's own log when it is closed. */
import { useEffect, useRef, useState } from "preact/hooks"
import { today } from "../../../relay/clock.ts"
import type { DeskItem } from "../../../relay/desk.ts"
import { passRefusal } from "../../../relay/refusals.ts"
import { LEAST_SECONDS, type Read, type Reading, readingOf } from "../../../review/exposure.ts"
import { session, signedIn } from "../../session.ts"
import { deskActions } from "../actions.ts"
import { nowSeconds } from "../naming.ts"
import { hiding } from "./hiding.ts"

/** What the reviewer says of it: for themselves. */
export type Said = Pick<Reading, "heavy" | "words">

export const NOTHING_SAID: Said = { heavy: false, words: "" }

/** A clock that runs while something is seen. */
export type SeenClock = {
  /** Seconds seen so far. */
  readonly seconds: number
  /** Since when it is seen; null while it is not. */
  readonly since: number | null
}

/** Let it run, or let it stand. */
export function turned(clock: SeenClock, seen: boolean, now: number): SeenClock {
  const seconds = clock.since === null ? clock.seconds : clock.seconds + Math.max(0, now - clock.since)
  return { seconds, since: seen ? now : null }
}

async function keep(caseId: string, read: Read, said: Said): Promise<void> {
  const reading = readingOf(read, said)
  if (reading === null) return
  const { addReading } = await deskActions().exposure()
  await addReading(signedIn(), caseId, reading).catch(passRefusal)
}

function isSeen(): boolean {
  return !hiding.value && document.visibilityState !== "hidden"
}

/**
 * Log what is read of one letter.
 *
 * `open`: whether its words are on the page. The answer: what was read and closed just now, until
 * `tell` says how it was, or the letter is opened again, or the page goes.
 */
export function useReadingLog({ id, case: caseId }: DeskItem, open: boolean) {
  const clock = useRef<SeenClock | null>(null)
  const [closed, setClosed] = useState<Read | null>(null)
  const waiting = useRef<Read | null>(null)
  waiting.current = closed
  const tell = (said: Said) => {
    const read = waiting.current
    waiting.current = null
    setClosed(null)
    if (read !== null) void keep(caseId, read, said)
  }
  const look = () => {
    if (clock.current !== null) clock.current = turned(clock.current, isSeen(), nowSeconds())
  }
  const close = (): Read | null => {
    if (clock.current === null) return null
    const { seconds } = turned(clock.current, false, nowSeconds())
    clock.current = null
    return seconds < LEAST_SECONDS
      ? null
      : { day: today(signedIn().ports.clock), message: id, seconds: Math.round(seconds) }
  }
  useEffect(() => {
    if (open) {
      tell(NOTHING_SAID)
      clock.current = turned({ seconds: 0, since: null }, isSeen(), nowSeconds())
    } else setClosed(close())
  }, [open])
  useEffect(look, [hiding.value])
  useEffect(() => {
    document.addEventListener("visibilitychange", look)
    return () => {
      document.removeEventListener("visibilitychange", look)
      if (session.value === null) return // signed out: there is no key left to seal it with
      const read = close() ?? waiting.current
      if (read !== null) void keep(caseId, read, NOTHING_SAID)
    }
  }, [])
  return { closed, tell }
}
