// SPDX-License-Identifier: EUPL-1.2
/** A piece of work at the station, looked at until it is over; it goes on when the page is left. */
import { useEffect, useState } from "preact/hooks"
import { CLIENT_ERROR_CODES, ERROR_CODES, type ErrorCode, RelayError } from "../../../errors.ts"
import type { WorkPost, WorkView } from "../../../protocol/wire_station.ts"
import { type Doing, type Loaded, useDoing, useLoaded } from "../../doing.ts"
import { signedIn } from "../../session.ts"
import { stationActions } from "./actions.ts"

const LOOK_EVERY_MS = 500
/** What only a station refuses. */
const STATION_CODES = [
  "ffmpeg-missing",
  "sandbox-missing",
  "media-too-slow",
  "span-missing",
  "span-outside",
  "region-outside",
  "too-many-places",
  "too-many-works",
  "several-films",
] as const

export type Refusal = ErrorCode | (typeof STATION_CODES)[number]

const ALL_CODES: readonly Refusal[] = [...ERROR_CODES, ...CLIENT_ERROR_CODES, ...STATION_CODES]

export type AtStation = {
  readonly doing: Doing
  /** What the station works on; null until it has said so. */
  readonly found: Loaded<readonly WorkView[]>
  /** What this page follows: null before anything was begun, and after it was stopped. */
  readonly work: WorkView | null
  /** The last piece of work on this message, where it had ended before the page was opened. */
  readonly earlier: WorkView | null
  readonly begin: (post: WorkPost) => void
  readonly stop: () => void
}

export function isOver({ state }: WorkView): boolean {
  return state === "done" || state === "refused"
}

/** Why it was refused; null while it was not. */
export function refusalOf(work: WorkView | null): Refusal | null {
  if (work?.state !== "refused") return null
  return ALL_CODES.find((code) => code === work.code) ?? "internal"
}

export function useStation(message: string): AtStation {
  const doing = useDoing()
  const found = useLoaded(async () => (await stationActions().station()).listWorks(signedIn()))
  const [work, setWork] = useState<WorkView | null>(null)
  const [latest] = found.value?.filter((one) => one.message === message) ?? []
  // The work goes on while no page looks: who opens or reloads this one goes on following it.
  useEffect(() => {
    if (latest !== undefined && !isOver(latest)) setWork((now) => now ?? latest)
  }, [found.value])
  const waits = work !== null && !isOver(work)
  useEffect(() => {
    if (!waits) return
    let wanted = true
    const timer = setTimeout(async () => {
      const now = await look(work.work).catch((error) => lookedInVain(work, error))
      // Whoever waits for a film does not touch anything, and is there all the same.
      signedIn().touch()
      if (wanted) setWork(now)
    }, LOOK_EVERY_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [work])
  const begin = (post: WorkPost) =>
    doing.run(async () => setWork(await (await stationActions().station()).beginWork(signedIn(), post)))
  const stop = () =>
    doing.run(async () => {
      if (work === null) return
      await (await stationActions().station()).stopWork(signedIn(), work.work)
      setWork(null)
    })
  const earlier = latest !== undefined && isOver(latest) ? latest : null
  return { doing, found, work, earlier, begin, stop }
}

/** A look that failed is tried again, for the work does not stop for it; a station that began anew knows of none. */
function lookedInVain(work: WorkView, error: unknown): WorkView {
  const gone = error instanceof RelayError && error.code === "not-found"
  return gone ? { ...work, state: "refused", code: "internal" } : { ...work }
}

async function look(work: string): Promise<WorkView> {
  return (await stationActions().station()).lookAtWork(signedIn(), work)
}
