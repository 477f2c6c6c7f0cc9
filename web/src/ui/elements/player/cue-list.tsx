// SPDX-License-Identifier: EUPL-1.2
/** What is said, as a list that can be read without the film; each time is a way to that place. */
import type { Cue } from "../../../review/captions.ts"
import { say } from "../../language.ts"
import "../button/button.css"

export type CueListProperties = {
  readonly cues: readonly Cue[]
  readonly language: string
  readonly title: string
  /** Called with seconds; without it the times are only said. */
  readonly onJump?: (seconds: number) => void
  /** Shown from the beginning. */
  readonly open?: boolean
}

/** Minutes and seconds, and hours where there are some. */
export function timeOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (value: number) => String(value).padStart(2, "0")
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const rest = `${two(minutes)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

export function CueList({ cues, language, title, onJump, open = false }: CueListProperties) {
  return (
    <details class="cues" open={open}>
      <summary>{title}</summary>
      <ol class="cues-list">
        {cues.map(({ from, words }, at) => (
          <li key={at}>
            <Time at={from} {...(onJump === undefined ? {} : { onJump })} />
            <span lang={language} translate={false} class="cues-words">
              {words}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}

function Time({ at, onJump }: { readonly at: number; readonly onJump?: (seconds: number) => void }) {
  const time = timeOf(at)
  if (onJump === undefined) return <span class="cues-time">{time}</span>
  return (
    <button
      type="button"
      class="button button-quiet cues-time"
      aria-label={say("player-cue-go", { time })}
      onClick={() => onJump(at / 1000)}
    >
      {time}
    </button>
  )
}
