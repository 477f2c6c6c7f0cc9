// SPDX-License-Identifier: EUPL-1.2
/** The film as the other will see it, the words beside it, who sees it and when; then it is given. */
import { useEffect, useRef, useState } from "preact/hooks"
import { captionsOf } from "../../../media/captions.ts"
import { type Playable, playFile, playRecording } from "../../../media/playable.ts"
import { posterOf } from "../../../media/poster.ts"
import type { Beside } from "../../../relay/beside.ts"
import type { ComposedFilm } from "../../../relay/film.ts"
import { CaptionsError } from "../../../review/captions.ts"
import { Button } from "../../elements/button/button.tsx"
import { Field } from "../../elements/field/field.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say } from "../../language.ts"
import { go as goTo } from "../../place.ts"
import { signedIn } from "../../session.ts"
import { WrittenIn } from "../written-in.tsx"
import type { Material, Step, Told } from "./film.tsx"
import { useBeside } from "./kept-beside.ts"
import { sortOf } from "./material.ts"
import { MayGo } from "./may-go.tsx"

type LookProperties = {
  readonly told: Told
  readonly step: Extract<Step, { at: "look" }>
  readonly go: (step: Step) => void
}

export function Look({ told, step, go }: LookProperties) {
  const { material } = step
  const { beside, change, trouble } = useBeside(told, step)
  const player = useRef<HTMLVideoElement>(null)
  const [fault, setFault] = useState<CaptionsError | null>(step.fault ?? null)
  const give = async () => {
    setFault(null)
    try {
      go({ at: "send", material, beside, film: await composed(told, { material, beside }, player.current) })
    } catch (error) {
      if (!(error instanceof CaptionsError)) throw error
      setFault(error)
    }
  }
  return (
    <div class="stack">
      <Player material={material} player={player} />
      <Again material={material} go={(next) => go({ ...next, beside })} />
      <Field
        label={say("film-note-label")}
        hint={say("film-note-hint")}
        value={beside.note}
        onWrite={(note) => change({ note })}
        lines={2}
      />
      <Field
        label={say("film-captions-label")}
        hint={say("film-captions-hint")}
        problem={fault === null ? undefined : faultWords(fault)}
        value={beside.captions}
        onWrite={(captions) => change({ captions })}
        lines={4}
      />
      <Field
        label={say("film-words-label")}
        hint={say("film-words-hint")}
        value={beside.words}
        onWrite={(words) => change({ words })}
        lines={4}
      />
      <WrittenIn
        label={say("film-language")}
        language={beside.language}
        onChoose={(chosen) => change({ language: chosen })}
      />
      <Notice title={say("write-who-title")}>
        <p>{say("film-who")}</p>
        <p>{say("check-take-back")}</p>
        <p>{say("write-statement")}</p>
      </Notice>
      {fault !== null && <NotTaken fault={fault} />}
      <div class="row">
        <Button kind="main" onPress={() => void give()}>
          {say("give-go")}
        </Button>
        <Button onPress={() => goTo({ at: "home" })}>{say("film-leave")}</Button>
      </div>
      <Trouble code={trouble} />
      <IfLeft material={material} />
    </div>
  )
}

/** What stays of it for who stops here. */
function IfLeft({ material }: { readonly material: Material }) {
  if (material.kind === "file") return <p class="soft">{say("film-file-stays")}</p>
  return (
    <>
      <p class="soft">{say(signedIn().privateDevice ? "film-left-stays" : "film-shared")}</p>
      <MayGo />
    </>
  )
}

function faultWords({ fault, line }: CaptionsError): string {
  return say(`captions-fault-${fault}`, { line })
}

/** Beside the button that was pressed: the field with its captions may stand far above it. */
function NotTaken({ fault }: { readonly fault: CaptionsError }) {
  return (
    <Notice tone="trouble" live="now" title={say("film-captions-not-taken")}>
      <p>{faultWords(fault)}</p>
      <p>{say("film-captions-kept")}</p>
      <p class="small soft">{say("error-code", { code: `captions-${fault.fault}` })}</p>
    </Notice>
  )
}

async function composed(
  told: Told,
  { material, beside }: { readonly material: Material; readonly beside: Beside },
  player: HTMLVideoElement | null,
): Promise<ComposedFilm> {
  const seconds = Number.isFinite(player?.duration) ? (player?.duration ?? 0) : 0
  // What is wrong with them is said here, before anything is sealed.
  captionsOf(beside.captions, seconds)
  const poster = player === null ? null : await posterOf(player).catch(() => null)
  const { source, bytes } = sourceOf(material)
  return {
    ...{
      case: told.case,
      addressee: told.addressee,
      supersedes: told.supersedes,
      language: beside.language,
      contentNote: beside.note,
    },
    ...{ source, bytes, poster },
    captions: beside.captions,
    transcript: beside.words.trim() === "" ? null : beside.words,
  }
}

function sourceOf(material: Material): Pick<ComposedFilm, "source" | "bytes"> {
  if (material.kind === "file") return { source: material, bytes: material.file.size }
  const { source, film } = material.recorded
  return { source, bytes: film.size }
}

type PlayerProperties = {
  readonly material: Material
  readonly player: { current: HTMLVideoElement | null }
}

/** The browser's own player; a film that it cannot show is kept as it is. */
function Player({ material, player }: PlayerProperties) {
  const [playable, setPlayable] = useState<Playable | null | undefined>(undefined)
  const [fails, setFails] = useState(false)
  const [blind, setBlind] = useState(false)
  useEffect(() => {
    const opened = playableOf(material, () => player.current?.currentTime ?? 0)
    setPlayable(opened)
    return opened?.close
  }, [material])
  const voice = sortOf(material) === "sound"
  return (
    <>
      {playable && !fails && (
        // biome-ignore lint/a11y/useMediaCaption: its captions are written on this page
        <video
          ref={player}
          class={voice ? "film-voice" : "film-picture"}
          src={playable.address}
          controls
          playsInline
          preload="auto"
          aria-label={say(voice ? "film-listen-label" : "film-look-label")}
          onError={() => setFails(true)}
          // A browser that cannot show the picture plays the sound alone, and calls that no error.
          onLoadedMetadata={({ currentTarget }) =>
            setBlind(hasPicture(material) && currentTarget.videoWidth === 0)
          }
          onTimeUpdate={() => signedIn().touch()}
        />
      )}
      {(blind || playable === null) && <Notice tone="care" live="polite" title={say("film-not-here")} />}
      {fails && <Notice tone="care" live="polite" title={say("film-not-shown")} />}
    </>
  )
}

function hasPicture(material: Material): boolean {
  const { type } = material.kind === "file" ? material.file : material.recorded
  return type.startsWith("video/")
}

function playableOf(material: Material, at: () => number): Playable | null {
  if (material.kind === "file") return playFile(material.file)
  const { film, type } = material.recorded
  const can = "MediaSource" in globalThis && MediaSource.isTypeSupported(type)
  return can ? playRecording(film, type, at) : null
}

type AgainProperties = {
  readonly material: Material
  readonly go: (step: Exclude<Step, { at: "send" }>) => void
}

/** Another try loses nothing: what was recorded before stays until its maker lets go of it. */
function Again({ material, go }: AgainProperties) {
  if (material.kind === "file") {
    return (
      <div class="row">
        <Button onPress={() => go({ at: "choose" })}>{say("film-other")}</Button>
      </div>
    )
  }
  const picture = material.recorded.type.startsWith("video/")
  return (
    <div class="stack near">
      <div class="row">
        <Button onPress={() => go({ at: "record", picture })}>{say("film-again")}</Button>
      </div>
      <p class="soft">{say("film-again-hint")}</p>
    </div>
  )
}
