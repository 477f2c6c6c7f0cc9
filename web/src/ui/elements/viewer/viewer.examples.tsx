// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: each switch says whether it is on, and not by colour alone; the picture has its description. */
import { useEffect, useState } from "preact/hooks"
import type { Examples } from "../../examples/examples.ts"
import { Viewer } from "./viewer.tsx"

/** A drawn picture, because no address outside of this page may be shown. */
function usePicture(): string | null {
  const [source, setSource] = useState<string | null>(null)
  useEffect(() => {
    const canvas = document.createElement("canvas")
    canvas.width = 640
    canvas.height = 400
    const pen = canvas.getContext("2d")
    if (pen !== null) {
      pen.fillStyle = "#3b6ea5"
      pen.fillRect(0, 0, 640, 400)
      pen.fillStyle = "#d8a13a"
      pen.fillRect(60, 80, 240, 200)
    }
    canvas.toBlob((blob) => blob && setSource(URL.createObjectURL(blob)))
  }, [])
  return source
}

function Picture() {
  const source = usePicture()
  return source && <Viewer source={source} label="A picture of a house" />
}

export const examples: Examples = { picture: Picture }
