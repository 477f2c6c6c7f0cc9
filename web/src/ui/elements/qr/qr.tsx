// SPDX-License-Identifier: EUPL-1.2
/** A code that a telephone's camera reads: squares drawn one row at a time, no string ever read as markup. */
import { correction, generate } from "lean-qr"
import "./qr.css"

export type QrProperties = {
  readonly text: string
  /** What it is, for who does not see it. */
  readonly label: string
}

const QUIET = 4

/** The dark modules of a row as one path: `Mx yh1v1h-1z` each. */
function row(code: ReturnType<typeof generate>, y: number): string {
  const columns = Array.from({ length: code.size }, (_, x) => x)
  return columns
    .filter((x) => code.get(x, y))
    .map((x) => `M${x + QUIET} ${y + QUIET}h1v1h-1z`)
    .join("")
}

export function Qr({ text, label }: QrProperties) {
  const code = generate(text, { minCorrectionLevel: correction.M })
  const rows = Array.from({ length: code.size }, (_, y) => row(code, y))
  const side = code.size + QUIET * 2
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`}>
      <rect class="qr-ground" width={side} height={side} />
      <path class="qr-ink" d={rows.join("")} shape-rendering="crispEdges" />
    </svg>
  )
}
