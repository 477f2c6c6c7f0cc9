// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: ordinary fields and buttons, each named with its line; nothing is timed but the film; the time is read, never counted down. */
import { useState } from "preact/hooks"
import { CaptionsError, type Cue } from "../../../review/captions.ts"
import type { Examples } from "../../examples/examples.ts"
import { Player } from "../player/player.tsx"
import { newRemote, type Remote } from "../player/remote.ts"
import { Captioning } from "./captioning.tsx"

const CUES: readonly Cue[] = [
  { from: 1000, to: 4000, words: "Bonjour. Je m’appelle Camille." },
  { from: 4500, to: 9000, words: "J’ai une question qui me revient souvent.\nPourquoi cette maison?" },
]

function Written({
  remote,
  fault = null,
}: {
  readonly remote: Remote
  readonly fault?: CaptionsError | null
}) {
  const [cues, setCues] = useState(CUES)
  return <Captioning remote={remote} cues={cues} onChange={setCues} fault={fault} />
}

function Open() {
  const [remote] = useState(newRemote)
  return (
    <>
      <Player kind="sound" source="" label="The recording" remote={remote} />
      <Written remote={remote} />
    </>
  )
}

function Closed() {
  const [remote] = useState(newRemote)
  return <Captioning remote={remote} cues={[]} onChange={() => undefined} />
}

function Refused() {
  const [remote] = useState(newRemote)
  return <Written remote={remote} fault={new CaptionsError("hidden", 4)} />
}

export const examples: Examples = { open: Open, "nothing is open": Closed, "not taken": Refused }
