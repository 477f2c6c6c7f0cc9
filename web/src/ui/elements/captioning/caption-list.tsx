// SPDX-License-Identifier: EUPL-1.2
/** Captions that were made of a film, looked over. Fetched where there is one. */
import type { Cue } from "../../../review/captions.ts"
import { say } from "../../language.ts"
import { CueList } from "../player/cue-list.tsx"

export function CaptionList({
  cues,
  language,
}: {
  readonly cues: readonly Cue[]
  readonly language: string
}) {
  return <CueList cues={cues} language={language} title={say("captions-title")} open />
}
