// SPDX-License-Identifier: EUPL-1.2
/**
 * A picture or a video as a reviewer sees it: blurred until asked, grey, silent, and never by itself.
 *
 * Each of the three is given up one by one, so that one sees no more than the work needs. The words
 * of a message always come first; this stands after them.
 */
import { useEffect, useRef, useState } from "preact/hooks"
import { say } from "../../language.ts"
import { Select } from "../select/select.tsx"
import "../button/button.css"
import "./viewer.css"

export type ViewerProperties = {
  readonly kind: "picture" | "video"
  /** A `blob:` address of what was opened in this browser. */
  readonly source: string
  /** What it is, for who does not see it. */
  readonly label: string
  /** True while everything is hidden: a video stops, and is blurred again. */
  readonly hidden?: boolean
}

const SPEEDS = ["0.5", "0.75", "1", "1.25", "1.5", "2"] as const

type Speed = (typeof SPEEDS)[number]

function useVideo(hidden: boolean, speed: Speed, silent: boolean) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current === null) return
    video.current.muted = silent
    video.current.playbackRate = Number(speed)
  }, [silent, speed])
  useEffect(() => {
    if (hidden) video.current?.pause()
  }, [hidden])
  return video
}

type SwitchProperties = { readonly on: boolean; readonly words: string; readonly onSwitch: () => void }

function Switch({ on, words, onSwitch }: SwitchProperties) {
  return (
    <button type="button" class="button button-plain viewer-switch" aria-pressed={on} onClick={onSwitch}>
      {words}
    </button>
  )
}

export function Viewer({ kind, source, label, hidden = false }: ViewerProperties) {
  const [clear, setClear] = useState(false)
  const [coloured, setColoured] = useState(false)
  const [silent, setSilent] = useState(true)
  const [speed, setSpeed] = useState<Speed>("1")
  const video = useVideo(hidden, speed, silent)
  useEffect(() => {
    if (hidden) setClear(false)
  }, [hidden])
  const shape = ["viewer-media", clear ? "" : "viewer-blurred", coloured ? "" : "viewer-grey"]
  return (
    <figure class="viewer stack near">
      <div class="viewer-frame">
        {kind === "picture" ? (
          <img class={shape.join(" ")} src={source} alt={label} />
        ) : (
          <video
            ref={video}
            class={shape.join(" ")}
            src={source}
            aria-label={label}
            controls
            muted
            playsInline
            preload="metadata"
            disablePictureInPicture
            controlsList="nodownload noremoteplayback"
          />
        )}
      </div>
      <div class="row">
        <Switch on={clear} words={say("viewer-clear")} onSwitch={() => setClear(!clear)} />
        <Switch on={coloured} words={say("viewer-colours")} onSwitch={() => setColoured(!coloured)} />
        {kind === "video" && (
          <Switch on={!silent} words={say("viewer-sound")} onSwitch={() => setSilent(!silent)} />
        )}
      </div>
      {kind === "video" && (
        <Select
          label={say("viewer-speed")}
          value={speed}
          options={SPEEDS.map((value) => ({ value, label: say("viewer-times", { times: Number(value) }) }))}
          onChoose={setSpeed}
        />
      )}
      <Unclear clear={clear} />
    </figure>
  )
}

/** Say why one sees little, where one does. */
function Unclear({ clear }: { readonly clear: boolean }) {
  return clear ? null : <p class="small soft">{say("viewer-blurred")}</p>
}
