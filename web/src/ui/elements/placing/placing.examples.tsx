// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: whatever can be drawn can be written in four named fields, too; the drawing itself says nothing to a screen reader. */
import { useState } from "preact/hooks"
import type { Examples } from "../../examples/examples.ts"
import "../viewer/viewer.css"
import { type Area, areaIn, writtenArea } from "./area.ts"
import { Edges } from "./edges.tsx"
import { Overlay } from "./overlay.tsx"

const FACE: Area = { left: 350, top: 150, width: 250, height: 400 }
const SIGN: Area = { left: 50, top: 700, width: 200, height: 150 }

function Placed({ problem }: { readonly problem?: string }) {
  const [area, setArea] = useState(writtenArea(FACE))
  const read = areaIn(area)
  return (
    <>
      <div class="viewer viewer-frame">
        <svg class="viewer-media" viewBox="0 0 320 180" aria-hidden="true" />
        <Overlay
          width={320}
          height={180}
          areas={[SIGN]}
          now={typeof read === "string" ? null : read}
          onDraw={(drawn) => setArea(writtenArea(drawn))}
        />
      </div>
      <Edges area={area} onWrite={setArea} problem={problem} />
    </>
  )
}

export const examples: Examples = {
  drawn: () => <Placed />,
  refused: () => <Placed problem="A rectangle reaches over the edge of the picture." />,
}
