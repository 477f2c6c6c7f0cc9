// SPDX-License-Identifier: EUPL-1.2
/** How far something has come, in three named stages; said aloud at each quarter, not more often. */
import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"
import { say } from "../../language.ts"
import "./progress.css"

export type ProgressProperties = {
  readonly stage: "preparing" | "locking" | "sending"
  /** 0 to 1. */
  readonly done: number
  readonly mayClose: boolean
}

/** Return the last full quarter, in percent. */
export function quarter(done: number): number {
  return Math.floor(Math.min(1, Math.max(0, done)) * 4) * 25
}

export type BarProperties = {
  /** What is going on. */
  readonly label: string
  /** 0 to 1. */
  readonly done: number
  /** Percent, in the words of the room that it stands in. */
  readonly inWords: (percent: number) => string
  /** What else is said of it, under the percent. */
  readonly children: ComponentChildren
}

export function Progress({ stage, done, mayClose }: ProgressProperties) {
  return (
    <Bar label={say(`stage-${stage}`)} done={done} inWords={(percent) => say("stage-percent", { percent })}>
      <p class="small">{say(mayClose ? "stage-may-close" : "stage-stay")}</p>
    </Bar>
  )
}

/** The same for any work that knows how far it is. */
export function Bar({ label, done, inWords, children }: BarProperties) {
  const id = useId()
  const percent = Math.round(Math.min(1, Math.max(0, done)) * 100)
  return (
    <div class="progress">
      <p class="progress-label" id={id}>
        {label}
      </p>
      <progress class="progress-bar" aria-labelledby={id} max={100} value={percent} />
      <p class="small soft">{inWords(percent)}</p>
      {children}
      <p class="unseen" role="status">
        {label} {inWords(quarter(done))}
      </p>
    </div>
  )
}
