// SPDX-License-Identifier: EUPL-1.2
/** How far something has come, in three named stages; said aloud at each quarter, not more often. */
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

export function Progress({ stage, done, mayClose }: ProgressProperties) {
  const id = useId()
  const percent = Math.round(Math.min(1, Math.max(0, done)) * 100)
  return (
    <div class="progress">
      <p class="progress-label" id={id}>
        {say(`stage-${stage}`)}
      </p>
      <progress class="progress-bar" aria-labelledby={id} max={100} value={percent} />
      <p class="small soft">{say("stage-percent", { percent })}</p>
      <p class="small">{say(mayClose ? "stage-may-close" : "stage-stay")}</p>
      <p class="unseen" role="status">
        {say(`stage-${stage}`)} {say("stage-percent", { percent: quarter(done) })}
      </p>
    </div>
  )
}
