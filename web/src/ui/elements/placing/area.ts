// SPDX-License-Identifier: EUPL-1.2
/** A rectangle of a picture, in thousandths of what is shown: drawn between two points, or written in percent. */

export type Area = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type Edge = keyof Area

export const EDGES: readonly Edge[] = ["left", "top", "width", "height"]

/** In percent, as somebody writes it. */
export type WrittenArea = { readonly [edge in Edge]: string }

export const WHOLE: Area = { left: 0, top: 0, width: 1000, height: 1000 }

export type Point = { readonly x: number; readonly y: number }

const PERCENT = /^[0-9]{1,3}(?:[.,][0-9])?$/u

/** The rectangle between two points, as far as it lies in the picture; at least a hundredth of it each way. */
export function areaBetween(one: Point, other: Point): Area {
  const [left, right] = sides(one.x, other.x)
  const [top, bottom] = sides(one.y, other.y)
  return { left, top, width: right - left, height: bottom - top }
}

const LEAST = 10

function sides(one: number, other: number): readonly [number, number] {
  const [from, to] = [Math.round(Math.min(one, other)), Math.round(Math.max(one, other))]
  const start = Math.min(Math.max(from, 0), 1000 - LEAST)
  return [start, Math.max(Math.min(to, 1000), start + LEAST)]
}

export function writtenArea(area: Area): WrittenArea {
  const percent = (edge: Edge) => String(area[edge] / 10)
  return { left: percent("left"), top: percent("top"), width: percent("width"), height: percent("height") }
}

/** Read it; `region-wrong`: no number, or no inside; `region-outside`: over an edge of the picture. */
export function areaIn(written: WrittenArea): Area | "region-wrong" | "region-outside" {
  if (EDGES.some((edge) => !PERCENT.test(written[edge].trim()))) return "region-wrong"
  const read = (edge: Edge) => Math.round(Number(written[edge].trim().replace(",", ".")) * 10)
  const area = { left: read("left"), top: read("top"), width: read("width"), height: read("height") }
  if (area.width === 0 || area.height === 0) return "region-wrong"
  return area.left + area.width > 1000 || area.top + area.height > 1000 ? "region-outside" : area
}
