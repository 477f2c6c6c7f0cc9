// SPDX-License-Identifier: EUPL-1.2
/**
 * What a mediator asks a station for, in their words, and as the station takes it.
 *
 * What the station would refuse is refused here with the same code, as far as it is known before the film is read.
 */
import type { WorkKind, WorkPost, WorkSpan } from "../../../protocol/wire_station.ts"
import { type Area, areaIn, WHOLE, type WrittenArea, writtenArea } from "../../elements/placing/area.ts"
import { msIn, writtenTime } from "./times.ts"

/** What leaves something out first is first asked of its author. */
export const KINDS: readonly WorkKind[] = ["watchable", "cut", "mute", "blur", "poster", "sheet"]

export const PLACED = ["cut", "mute", "blur"] as const

/** The kinds that are done at some places of a film only; their author is asked first. */
export type PlacedKind = (typeof PLACED)[number]

export function isPlaced(kind: WorkKind): kind is PlacedKind {
  return PLACED.some((one) => one === kind)
}

/** A passage; for `blur` a rectangle as well, and no passage stands for the whole time. */
export type Place = { readonly span: WorkSpan | null; readonly area: Area }

/** A place while it is written. */
export type Draft = {
  readonly from: string
  readonly to: string
  /** For `blur`: only between two times. */
  readonly passage: boolean
  readonly area: WrittenArea
}

export const NO_DRAFT: Draft = { from: "", to: "", passage: false, area: writtenArea(WHOLE) }

const FAULTS = [
  "time-wrong",
  "span-backwards",
  "span-outside",
  "region-wrong",
  "region-outside",
  "too-many-places",
  "span-missing",
  "not-in-list",
  "media-empty",
] as const

export type Fault = (typeof FAULTS)[number]

const MOST: { readonly [kind in PlacedKind]: number } = { cut: 50, mute: 50, blur: 20 }
/** What a browser and a station may differ by about where a film ends. */
const ROUNDED_MS = 1000

export function isFault(read: Place | Fault): read is Fault {
  return typeof read === "string"
}

/** Read a place; `durationMs` is null while nothing is known of the film. */
export function placeIn(kind: PlacedKind, draft: Draft, durationMs: number | null): Place | Fault {
  const area = kind === "blur" ? areaIn(draft.area) : WHOLE
  if (typeof area === "string") return area
  const span = kind === "blur" && !draft.passage ? null : spanIn(draft, durationMs)
  return typeof span === "string" ? span : { span, area }
}

function spanIn({ from, to }: Draft, durationMs: number | null): WorkSpan | Fault {
  const [start_ms, end_ms] = [msIn(from), msIn(to)]
  if (start_ms === null || end_ms === null) return "time-wrong"
  if (start_ms >= end_ms) return "span-backwards"
  const over = durationMs !== null && (start_ms >= durationMs || end_ms > durationMs + ROUNDED_MS)
  return over ? "span-outside" : { start_ms, end_ms }
}

/** A place to be changed. */
export function draftOf({ span, area }: Place): Draft {
  return {
    from: span === null ? "" : writtenTime(span.start_ms),
    to: span === null ? "" : writtenTime(span.end_ms),
    passage: span !== null,
    area: writtenArea(area),
  }
}

/** Whether something was begun that is in no list yet. */
export function isTouched({ from, to, passage, area }: Draft): boolean {
  const before = NO_DRAFT.area
  const moved = area.left !== before.left || area.top !== before.top
  return from !== "" || to !== "" || passage || moved || isSmaller(area)
}

function isSmaller({ width, height }: WrittenArea): boolean {
  return width !== NO_DRAFT.area.width || height !== NO_DRAFT.area.height
}

/** What is wrong with the list as a whole; null for nothing. */
export function faultIn(kind: PlacedKind, places: readonly Place[], durationMs: number | null): Fault | null {
  if (places.length > MOST[kind]) return "too-many-places"
  if (places.length === 0) return kind === "blur" ? null : "span-missing"
  const nothingLeft = kind === "cut" && durationMs !== null && covers(places, durationMs)
  return nothingLeft ? "media-empty" : null
}

function covers(places: readonly Place[], durationMs: number): boolean {
  const spans = places.flatMap(({ span }) => span ?? []).sort((a, b) => a.start_ms - b.start_ms)
  const reached = spans.reduce((to, { start_ms, end_ms }) => (start_ms <= to ? Math.max(to, end_ms) : to), 0)
  return reached >= durationMs
}

/** What the station is asked. */
export function postOf(message: string, kind: WorkKind, places: readonly Place[], note: string): WorkPost {
  const spans = kind === "cut" || kind === "mute" ? places.flatMap(({ span }) => span ?? []) : []
  const regions = kind === "blur" ? places.map(({ area, span }) => ({ ...area, span })) : []
  return { message, kind, spans, regions, note: note.trim() }
}
