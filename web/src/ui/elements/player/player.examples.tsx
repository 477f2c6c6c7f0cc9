// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: the browser's own controls; nothing plays by itself; what is said can be read beside it, and each time is a button. */
import { useEffect, useState } from "preact/hooks"
import type { Examples } from "../../examples/examples.ts"
import { type Captions, Player } from "./player.tsx"

const CAPTIONS: readonly Captions[] = [
  {
    cues: [
      { from: 1000, to: 4000, words: "Bonjour. Je m’appelle Camille." },
      { from: 4500, to: 9000, words: "J’ai une question qui me revient souvent.\nPourquoi cette maison?" },
    ],
    language: "fr",
    label: "What is said, with times",
  },
]

const VEILED = { clear: false, coloured: false, silent: true }

/** A drawn poster, because no address outside of this page may be shown. */
function usePoster(): string | null {
  const [poster, setPoster] = useState<string | null>(null)
  useEffect(() => {
    const canvas = document.createElement("canvas")
    canvas.width = 640
    canvas.height = 360
    const pen = canvas.getContext("2d")
    if (pen !== null) {
      pen.fillStyle = "#2f4f5f"
      pen.fillRect(0, 0, 640, 360)
      pen.fillStyle = "#c9b18a"
      pen.fillRect(240, 90, 160, 270)
    }
    canvas.toBlob((blob) => blob && setPoster(URL.createObjectURL(blob)))
  }, [])
  return poster
}

function Video() {
  return <Player kind="video" source="" label="The video" poster={usePoster()} captions={CAPTIONS} />
}

function Veiled() {
  return <Player kind="video" source="" label="The video of a letter" poster={usePoster()} look={VEILED} />
}

function Sound() {
  return <Player kind="sound" source="" label="The recording" captions={CAPTIONS} />
}

export const examples: Examples = { video: Video, "as a reviewer sees it": Veiled, sound: Sound }
