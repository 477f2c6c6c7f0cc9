// SPDX-License-Identifier: EUPL-1.2
/** The lines so far, in their order: each with its words, and ways to hear, move and delete it. */
import { moved, reworded, without } from "../../../review/captioning.ts"
import type { Cue } from "../../../review/captions.ts"
import { say } from "../../language.ts"
import { Button } from "../button/button.tsx"
import { Field } from "../field/field.tsx"
import { timeOf } from "../player/cue-list.tsx"
import type { Remote } from "../player/remote.ts"

export type LinesProperties = {
  readonly remote: Remote
  readonly cues: readonly Cue[]
  readonly onChange: (cues: readonly Cue[]) => void
}

export function Lines({ remote, cues, onChange }: LinesProperties) {
  if (cues.length === 0) return <p class="soft">{say("captions-none")}</p>
  return (
    <ol class="captioning-lines stack" aria-label={say("captions-lines")}>
      {cues.map((cue, at) => (
        <li key={at} class="stack near">
          <Line remote={remote} cues={cues} cue={cue} at={at} onChange={onChange} />
        </li>
      ))}
    </ol>
  )
}

type LineProperties = LinesProperties & { readonly cue: Cue; readonly at: number }

function Line({ remote: { film }, cues, cue, at, onChange }: LineProperties) {
  const number = at + 1
  const hear = () => {
    if (film.value === null) return
    film.value.currentTime = cue.from / 1000
    void film.value.play().catch(() => undefined)
  }
  const move = () => {
    if (film.value !== null) onChange(moved(cues, at, film.value.currentTime * 1000))
  }
  return (
    <>
      <Field
        label={say("captions-line", { number, time: timeOf(cue.from) })}
        lines={2}
        value={cue.words}
        onWrite={(words) => onChange(reworded(cues, at, words))}
      />
      <div class="row">
        {film.value !== null && (
          <>
            <Button kind="quiet" onPress={hear}>
              {say("captions-go", { number })}
            </Button>
            <Button kind="quiet" onPress={move}>
              {say("captions-move", { number })}
            </Button>
          </>
        )}
        <Button kind="quiet" onPress={() => onChange(without(cues, at))}>
          {say("captions-delete", { number })}
        </Button>
      </div>
    </>
  )
}
