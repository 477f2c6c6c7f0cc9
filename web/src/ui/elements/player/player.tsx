// SPDX-License-Identifier: EUPL-1.2
/**
 * A film or a recording that is watched or heard: the browser's own element with its own controls.
 *
 * Nothing plays by itself. Captions are written anew from their plain words, and stand as a list beside
 * it too, from which one can jump. The picture leaves this element only by an act of the person: no
 * download, no casting, no window of its own.
 */
import type { ComponentChildren, RefObject } from "preact"
import { useEffect, useRef, useState } from "preact/hooks"
import type { Cue } from "../../../review/captions.ts"
import { say } from "../../language.ts"
import { Select } from "../select/select.tsx"
import { type Look, lookClass } from "../viewer/look.tsx"
import { CueList } from "./cue-list.tsx"
import { handOn, type Remote } from "./remote.ts"
import { Track } from "./track.tsx"
import "./player.css"

export type Captions = {
  readonly cues: readonly Cue[]
  readonly language: string
  /** What the browser's menu calls them. */
  readonly label: string
}

export type PlayerProperties = {
  readonly kind: "video" | "sound"
  /** An address of this page alone. */
  readonly source: string
  /** What it is, for who does not see it. */
  readonly label: string
  readonly poster?: string | null
  readonly captions?: readonly Captions[]
  /** How a reviewer looks at it; as it is for everybody else. */
  readonly look?: Look
  /** True while everything is hidden: it stops. */
  readonly hidden?: boolean
  /** Where to begin, in seconds. */
  readonly startAt?: number
  /** For what else on the page has to do with it. */
  readonly remote?: Remote | undefined
  /** What lies over the picture, as large as its frame. */
  readonly over?: ComponentChildren
  /** Called while it plays. */
  readonly onPlaying?: (element: HTMLMediaElement) => void
  /** The browser gave up: the line broke, or it cannot show this kind. */
  readonly onTrouble?: (kind: "line" | "unplayable") => void
}

const SPEEDS = ["0.5", "0.75", "1", "1.25", "1.5", "2"] as const

type Speed = (typeof SPEEDS)[number]

const CLEAR: Look = { clear: true, coloured: true, silent: false }

type Element = RefObject<HTMLVideoElement | null>

type Held = { readonly hidden: boolean; readonly remote: Remote | undefined }

function useElement(speed: Speed, { silent }: Look, { hidden, remote }: Held): Element {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (element.current === null) return
    element.current.muted = silent
    element.current.playbackRate = Number(speed)
  }, [silent, speed])
  useEffect(() => {
    if (hidden) element.current?.pause()
  }, [hidden])
  useEffect(() => {
    if (remote !== undefined && element.current !== null) return handOn(remote, element.current)
    return undefined
  }, [remote])
  return element
}

/** Which of the browser's four errors are the line's: aborted, network. The others are the film's. */
function troubleOf(error: MediaError | null): "line" | "unplayable" {
  return error !== null && error.code <= MediaError.MEDIA_ERR_NETWORK ? "line" : "unplayable"
}

export function Player(properties: PlayerProperties) {
  const { kind, captions = [], look = CLEAR, hidden = false, remote } = properties
  const [speed, setSpeed] = useState<Speed>("1")
  const element = useElement(speed, look, { hidden, remote })
  const jump = (seconds: number) => {
    if (element.current !== null) element.current.currentTime = seconds
  }
  return (
    <figure class="player stack near">
      <Screen {...properties} element={element} look={look} />
      <Select
        label={say("player-speed")}
        value={speed}
        options={SPEEDS.map((value) => ({ value, label: say("player-times", { times: Number(value) }) }))}
        onChoose={setSpeed}
      />
      {captions.map(({ cues, language, label }) => (
        <CueList
          key={label}
          cues={cues}
          language={language}
          title={label}
          onJump={jump}
          open={kind === "sound"}
        />
      ))}
    </figure>
  )
}

type ScreenProperties = PlayerProperties & { readonly element: Element; readonly look: Look }

function Screen(properties: ScreenProperties) {
  const { kind, element, source, label, poster = null, captions = [], look, startAt = 0 } = properties
  const given = {
    ref: element,
    src: source,
    "aria-label": label,
    controls: true,
    muted: look.silent,
    preload: "metadata",
    controlsList: "nodownload noremoteplayback",
    disableRemotePlayback: true,
    onContextMenu: (event: Event) => event.preventDefault(),
    onLoadedMetadata: () => {
      // A browser that cannot show the picture plays the sound alone, and calls that no error.
      if (kind === "video" && element.current?.videoWidth === 0) properties.onTrouble?.("unplayable")
      if (element.current !== null && startAt > 0) element.current.currentTime = startAt
    },
    onTimeUpdate: () => element.current !== null && properties.onPlaying?.(element.current),
    onError: () => properties.onTrouble?.(troubleOf(element.current?.error ?? null)),
  } as const
  if (kind === "sound") return <audio {...given} class="player-sound" />
  return (
    <div class="viewer-frame">
      <video
        {...given}
        {...(poster === null ? {} : { poster })}
        class={lookClass(look)}
        playsInline
        disablePictureInPicture
      >
        {captions.map((one, at) => (
          <Track key={one.label} captions={one} first={at === 0} />
        ))}
      </video>
      {properties.over}
    </div>
  )
}
