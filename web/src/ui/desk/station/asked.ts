// SPDX-License-Identifier: EUPL-1.2
/** What a mediator asks a station for, in their words, and as the station takes it. */
import type { WorkKind, WorkPost, WorkRegion, WorkSpan } from "../../../protocol/wire_station.ts"

/** What leaves something out first is first asked of its author. */
export const KINDS: readonly WorkKind[] = ["watchable", "cut", "mute", "blur", "poster", "sheet"]

export const ASKS_AUTHOR: readonly WorkKind[] = ["cut", "mute", "blur"]

export const PLACES = ["whole", "left", "right", "upper", "lower", "middle"] as const

export type PlaceOfPicture = (typeof PLACES)[number]

/** Thousandths of the picture. */
const REGIONS: { readonly [place in Exclude<PlaceOfPicture, "whole">]: WorkRegion } = {
  left: { left: 0, top: 0, width: 500, height: 1000 },
  right: { left: 500, top: 0, width: 500, height: 1000 },
  upper: { left: 0, top: 0, width: 1000, height: 500 },
  lower: { left: 0, top: 500, width: 1000, height: 500 },
  middle: { left: 250, top: 250, width: 500, height: 500 },
}

export type Typed = {
  readonly kind: WorkKind
  /** One passage a line: `0:05-0:12`. */
  readonly passages: string
  readonly place: PlaceOfPicture
  readonly note: string
}

export const NOTHING_TYPED: Typed = { kind: "watchable", passages: "", place: "whole", note: "" }

const LINE = /^(\d{1,3}):([0-5]?\d(?:\.\d{1,3})?)\s*[-–—]\s*(\d{1,3}):([0-5]?\d(?:\.\d{1,3})?)$/u
const MOST_PASSAGES = 50

/** Read passages, one a line; null where a line is none, or one ends before it begins. */
export function passagesIn(text: string): readonly WorkSpan[] | null {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
  const spans = lines.map(passageIn)
  const right = spans.filter((span) => span !== null)
  return right.length === spans.length && right.length > 0 && right.length <= MOST_PASSAGES ? right : null
}

function passageIn(line: string): WorkSpan | null {
  const found = LINE.exec(line)
  if (found === null) return null
  const [start_ms, end_ms] = [ms(found[1], found[2]), ms(found[3], found[4])]
  return start_ms < end_ms ? { start_ms, end_ms } : null
}

function ms(minutes = "0", seconds = "0"): number {
  return Number(minutes) * 60_000 + Math.round(Number(seconds) * 1000)
}

/** Whether passages belong to this kind. */
export function needsPassages(kind: WorkKind): boolean {
  return kind === "cut" || kind === "mute"
}

/** What the station is asked; null while something is missing. */
export function postOf(message: string, { kind, passages, place, note }: Typed): WorkPost | null {
  const spans = needsPassages(kind) ? passagesIn(passages) : []
  if (spans === null) return null
  const regions = kind === "blur" && place !== "whole" ? [REGIONS[place]] : []
  return { message, kind, spans: [...spans], regions, note: note.trim() }
}
