// SPDX-License-Identifier: EUPL-1.2
/**
 * Rectangles over a film, where they will lie; one can be drawn with a mouse, a pen or a finger.
 *
 * Its own coordinates are those of the picture as it is shown, so that it fits however the picture is laid out.
 */
import { useRef } from "preact/hooks"
import { type Area, areaBetween, type Point } from "./area.ts"
import "./placing.css"

export type OverlayProperties = {
  /** The picture's size as it is shown, in pixels. */
  readonly width: number
  readonly height: number
  /** What will be hidden at this moment. */
  readonly areas: readonly Area[]
  /** What is being placed. */
  readonly now: Area | null
  /** Called while one draws; without it nothing can be drawn, and the film's own controls are free. */
  readonly onDraw?: ((area: Area) => void) | undefined
  /** Called when the pointer is lifted. */
  readonly onDrawn?: (() => void) | undefined
}

export function Overlay({ width, height, areas, now, onDraw, onDrawn }: OverlayProperties) {
  const start = useRef<Point | null>(null)
  const shape = (area: Area) => ({
    x: (area.left * width) / 1000,
    y: (area.top * height) / 1000,
    width: (area.width * width) / 1000,
    height: (area.height * height) / 1000,
  })
  const at = (event: PointerEvent & { readonly currentTarget: SVGSVGElement }): Point | null => {
    const matrix = event.currentTarget.getScreenCTM()
    if (matrix === null) return null
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
    return { x: (x * 1000) / width, y: (y * 1000) / height }
  }
  const pointers = {
    onPointerDown: (event: PointerEvent & { readonly currentTarget: SVGSVGElement }) => {
      start.current = at(event)
      event.currentTarget.setPointerCapture(event.pointerId)
      event.preventDefault()
    },
    onPointerMove: (event: PointerEvent & { readonly currentTarget: SVGSVGElement }) => {
      const point = start.current === null ? null : at(event)
      if (start.current !== null && point !== null) onDraw?.(areaBetween(start.current, point))
    },
    onPointerUp: () => {
      if (start.current !== null) onDrawn?.()
      start.current = null
    },
    onPointerCancel: () => {
      start.current = null
    },
  }
  return (
    <svg
      class={onDraw === undefined ? "placing" : "placing placing-drawing"}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden="true"
      {...(onDraw === undefined ? {} : pointers)}
    >
      {areas.map((area, number) => (
        <rect key={number} class="placing-hidden" {...shape(area)} />
      ))}
      {now !== null && <rect class="placing-under" {...shape(now)} />}
      {now !== null && <rect class="placing-now" {...shape(now)} />}
    </svg>
  )
}
