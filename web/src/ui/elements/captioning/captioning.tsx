// SPDX-License-Identifier: EUPL-1.2
/**
 * Writing down what is said, line by line, each with its time: beside a film that is open on the page, or
 * from a WebVTT file.
 */
import { useState } from "preact/hooks"
import { begun } from "../../../review/captioning.ts"
import { CaptionsError, type Cue, readCaptions } from "../../../review/captions.ts"
import { say } from "../../language.ts"
import { Button } from "../button/button.tsx"
import { Field } from "../field/field.tsx"
import { FileChoice } from "../file/file.tsx"
import { timeOf } from "../player/cue-list.tsx"
import type { Remote } from "../player/remote.ts"
import { Lines } from "./lines.tsx"
import "./captioning.css"

export type CaptioningProperties = {
  /** A hand on the film; its time is what a line gets. */
  readonly remote: Remote
  readonly cues: readonly Cue[]
  readonly onChange: (cues: readonly Cue[]) => void
  /** What of the lines cannot be sealed, if that was asked already. */
  readonly fault?: CaptionsError | null
}

const BACK_SECONDS = 5

/** Say what is wrong with captions, and where. */
export function faultWords({ fault, line }: CaptionsError): string {
  return say(`captions-fault-${fault}`, { line })
}

export function Captioning({ remote, cues, onChange, fault = null }: CaptioningProperties) {
  return (
    <fieldset class="captioning stack near">
      <legend>{say("captions-title")}</legend>
      {remote.film.value === null ? (
        <p>{say("captions-open-first")}</p>
      ) : (
        <>
          <Controls remote={remote} />
          <NextLine remote={remote} cues={cues} onChange={onChange} />
        </>
      )}
      <Lines remote={remote} cues={cues} onChange={onChange} />
      {fault !== null && (
        <p class="field-problem" role="alert">
          {faultWords(fault)}
        </p>
      )}
      <FromFile onRead={onChange} />
    </fieldset>
  )
}

function Controls({ remote: { film, seconds, plays } }: { readonly remote: Remote }) {
  const turn = () => {
    if (plays.value) film.value?.pause()
    else void film.value?.play().catch(() => undefined)
  }
  const back = () => {
    if (film.value !== null) film.value.currentTime = Math.max(0, film.value.currentTime - BACK_SECONDS)
  }
  return (
    <div class="row">
      <Button onPress={turn}>{say(plays.value ? "captions-pause" : "captions-play")}</Button>
      <Button onPress={back}>{say("captions-back")}</Button>
      <span class="captioning-time">{say("captions-at", { time: timeOf(seconds.value * 1000) })}</span>
    </div>
  )
}

type NextLineProperties = Pick<CaptioningProperties, "remote" | "cues" | "onChange">

function NextLine({ remote: { film }, cues, onChange }: NextLineProperties) {
  const [words, setWords] = useState("")
  const begin = () => {
    if (film.value === null || words.trim() === "") return
    onChange(begun(cues, film.value.currentTime * 1000, words.trim()))
    setWords("")
  }
  return (
    <>
      <Field
        label={say("captions-next")}
        hint={say("captions-next-hint")}
        lines={2}
        value={words}
        onWrite={setWords}
      />
      <div class="row">
        <Button onPress={begin}>{say("captions-begins")}</Button>
      </div>
    </>
  )
}

/** Nothing of what was written is lost to a file that is not taken. */
function FromFile({ onRead }: { readonly onRead: (cues: readonly Cue[]) => void }) {
  const [problem, setProblem] = useState<CaptionsError | null>(null)
  const read = async (file: File) => {
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer())
      onRead(readCaptions(text))
      setProblem(null)
    } catch (error) {
      setProblem(error instanceof CaptionsError ? error : new CaptionsError("not-vtt", 1))
    }
  }
  return (
    <FileChoice
      label={say("captions-file-label")}
      hint={say("captions-file-hint")}
      problem={problem === null ? undefined : faultWords(problem)}
      onChoose={(file) => void (file !== null && read(file))}
    />
  )
}
