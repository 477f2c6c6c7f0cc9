// SPDX-License-Identifier: EUPL-1.2
/** Made words as they will be read, before they are sealed and sent. */
import type { ComponentChildren } from "preact"
import { CAPTIONS } from "../../locales/captions.ts"
import type { ToMake } from "../../relay/making.ts"
import type { Spoken } from "../../relay/spoken.ts"
import { type Cue, readCaptions } from "../../review/captions.ts"
import { paragraphsOf } from "../../review/release.ts"
import { actions } from "../actions.ts"
import { useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Letter } from "../elements/letter/letter.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { lazily } from "../lazy.tsx"
import { Sound } from "./read-aloud.tsx"
import type { Sending } from "./sending.ts"

/** Fetched where there is a film: most made words have none. */
const CaptionList = lazily<{ readonly cues: readonly Cue[]; readonly language: string }>([CAPTIONS], () =>
  import("../elements/captioning/caption-list.tsx").then((module) => module.CaptionList),
)

export type MadeLetterProperties = {
  readonly paragraphs: readonly string[]
  readonly language: string
  readonly contentNote: string
  readonly label: string
  /** What is said in a film, with its times. */
  readonly captions?: readonly Cue[]
  /** The words read aloud. */
  readonly spoken?: Spoken | null
}

/** Made words with what the reader sees first. */
export function MadeLetter({
  paragraphs,
  language,
  contentNote,
  label,
  captions = [],
  spoken = null,
}: MadeLetterProperties) {
  return (
    <>
      {contentNote.trim() !== "" && (
        <Notice title={say("making-note-first")}>
          <p class="note-words" lang={language} translate={false}>
            {contentNote}
          </p>
        </Notice>
      )}
      {spoken !== null && <Sound spoken={spoken} />}
      {paragraphs.length > 0 && <Letter paragraphs={paragraphs} language={language} label={label} />}
      {captions.length > 0 && <CaptionList cues={captions} language={language} />}
    </>
  )
}

export type LookOverProperties = {
  readonly toMake: ToMake
  readonly sending: Sending
  readonly label: string
  /** What happens when it is sent, and who sees it. */
  readonly about: string
  /** What the button says that signs and sends it. */
  readonly go: string
  readonly onBack: () => void
  /** Draws the words; beside what they were made from, where that is not shown already. */
  readonly around?: (words: ComponentChildren) => ComponentChildren
}

type Previewed = { readonly paragraphs: readonly string[]; readonly captions: readonly Cue[] }

function spokenIn(toMake: ToMake): Spoken | null {
  return toMake.kind === "rendition" ? toMake.spoken : null
}

/** As it will be read. Words may be missing where there are captions, or where they are heard. */
async function previewed(toMake: ToMake): Promise<Previewed> {
  const written = toMake.kind === "rendition" ? toMake.captions : null
  const captions = written === null ? [] : readCaptions(written)
  const beside = written !== null || spokenIn(toMake) !== null
  if (beside && toMake.text.trim() === "") return { paragraphs: [], captions }
  const { preview } = await actions().give()
  return { paragraphs: paragraphsOf(preview(toMake.text)), captions }
}

export function LookOver({ toMake, sending, label, about, go, onBack, around }: LookOverProperties) {
  const shown = useLoaded(async () => previewed(toMake))
  const { doing, send } = sending
  const { language, contentNote } = toMake
  const words = shown.value !== null && (
    <MadeLetter
      paragraphs={shown.value.paragraphs}
      captions={shown.value.captions}
      spoken={spokenIn(toMake)}
      language={language}
      contentNote={contentNote}
      label={label}
    />
  )
  return (
    <>
      <Trouble code={shown.trouble} />
      {words !== false && (around === undefined ? words : around(words))}
      <p>{about}</p>
      <Trouble code={doing.trouble} />
      {doing.trouble !== null && <p>{say("making-kept")}</p>}
      <div class="row">
        {words !== false && (
          <Button kind="main" busy={doing.busy} onPress={() => send(toMake)}>
            {go}
          </Button>
        )}
        <Button busy={doing.busy} onPress={onBack}>
          {say("making-back")}
        </Button>
      </div>
    </>
  )
}
