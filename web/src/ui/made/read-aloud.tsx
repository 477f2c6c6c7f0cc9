// SPDX-License-Identifier: EUPL-1.2
/** A sound file with the words read aloud: chosen, cleaned on this machine, and heard before it is sent. */
import { useEffect, useState } from "preact/hooks"
import { playFile } from "../../media/playable.ts"
import type { Spoken } from "../../relay/spoken.ts"
import { useDoing } from "../doing.ts"
import { FileChoice } from "../elements/file/file.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { makingActions } from "./actions.ts"

function plays(type: string): boolean {
  return document.createElement("audio").canPlayType(type) !== ""
}

export type ReadAloudProperties = {
  readonly spoken: Spoken | null
  readonly onChange: (spoken: Spoken | null) => void
}

export function ReadAloud({ spoken, onChange }: ReadAloudProperties) {
  const doing = useDoing()
  const choose = (file: File | null) => {
    onChange(null)
    if (file === null) return
    doing.run(async () => {
      const { spokenFrom } = await makingActions().spoken()
      onChange(await spokenFrom(file, plays))
    })
  }
  return (
    <>
      <FileChoice label={say("making-form-spoken")} hint={say("making-form-spoken-hint")} onChoose={choose} />
      {doing.busy && <p role="status">{say("loading")}</p>}
      <Trouble code={doing.trouble} />
      {spoken !== null && <Sound spoken={spoken} />}
    </>
  )
}

/** What was chosen, to be heard here. */
export function Sound({ spoken }: { readonly spoken: Spoken }) {
  const [address, setAddress] = useState<string | undefined>(undefined)
  useEffect(() => {
    const playing = playFile(new Blob([spoken.content], { type: spoken.type }))
    setAddress(playing.address)
    return playing.close
  }, [spoken])
  // biome-ignore lint/a11y/useMediaCaption: the words that are read aloud stand beside it
  return <audio class="player-sound" controls src={address} aria-label={say("making-form-spoken")} />
}
