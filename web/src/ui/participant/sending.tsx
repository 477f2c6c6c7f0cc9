// SPDX-License-Identifier: EUPL-1.2
/** A sending: how far it is and how long it still takes, its pause, and why it stands still. */
import { useEffect, useRef, useState } from "preact/hooks"
import type { GiveOptions, Progress as HowFarItIs } from "../../relay/give.ts"
import { type Doing, useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Progress } from "../elements/progress/progress.tsx"
import { say } from "../language.ts"
import { signedIn } from "../session.ts"
import { minutesLeft } from "./pace.ts"

type Work = (options: GiveOptions) => Promise<void>

export type Sending = {
  readonly doing: Doing
  readonly progress: HowFarItIs | null
  readonly minutes: number | null
  /** Whether somebody asked for the pause; otherwise the line broke. */
  readonly paused: boolean
  readonly run: (work: Work) => void
  readonly pause: () => void
}

type Begun = { readonly stage: HowFarItIs["stage"]; readonly from: number; readonly at: number }

export function useSending(): Sending {
  const [progress, setProgress] = useState<HowFarItIs | null>(null)
  const [paused, setPaused] = useState(false)
  const begun = useRef<Begun | null>(null)
  const stop = useRef<AbortController | null>(null)
  const doing = useDoing()
  const onProgress = (now: HowFarItIs) => {
    // Whoever waits for it touches nothing, and is there all the same.
    signedIn().touch()
    // What goes on jumps to where it was: its pace is taken from there.
    if (now.done > 0 && begun.current?.stage !== now.stage) {
      begun.current = { stage: now.stage, from: now.done, at: performance.now() }
    }
    setProgress(now)
  }
  const run = (work: Work) =>
    doing.run(async () => {
      setPaused(false)
      begun.current = null
      stop.current = new AbortController()
      await work({ onProgress, signal: stop.current.signal })
    })
  const pause = () => {
    setPaused(true)
    stop.current?.abort()
  }
  return { doing, progress, minutes: minutesOf(progress, begun.current), paused, run, pause }
}

function minutesOf(progress: HowFarItIs | null, begun: Begun | null): number | null {
  if (progress === null || begun === null || begun.stage !== progress.stage) return null
  const seconds = (performance.now() - begun.at) / 1000
  return minutesLeft({ from: begun.from, done: progress.done, seconds })
}

/** Go on by itself when the line that broke is back; never out of a pause that somebody asked for. */
export function useGoingOn({ doing, paused }: Sending, proceed: () => void): void {
  const waits = doing.trouble === "offline" && !paused
  useEffect(() => {
    if (!waits) return
    globalThis.addEventListener("online", proceed)
    return () => globalThis.removeEventListener("online", proceed)
  })
}

type Shown = { readonly sending: Sending }

/** How far it is, while it goes on and while it stands still in the middle. */
export function HowFar({ sending: { doing, progress, minutes } }: Shown) {
  if (progress === null || !(doing.busy || doing.trouble === "offline")) return null
  return (
    <>
      <Progress {...progress} />
      {doing.busy && minutes !== null && <p class="small soft">{say("stage-minutes", { minutes })}</p>}
    </>
  )
}

/** Why it stands still where nothing is wrong with it. */
export function StandsStill({ sending: { paused } }: Shown) {
  return paused ? (
    <Notice tone="care" live="polite" title={say("stage-paused")} />
  ) : (
    <Notice tone="care" live="polite" title={say("stage-cut")}>
      <p>{say("stage-cut-text")}</p>
    </Notice>
  )
}

export function Pause({ sending: { pause } }: Shown) {
  return <Button onPress={pause}>{say("stage-pause")}</Button>
}
