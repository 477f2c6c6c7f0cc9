// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from "vitest"
import { after, draw, inEnglish, one, write } from "../../testing.tsx"
import { type Area, areaBetween, areaIn, WHOLE, type WrittenArea, writtenArea } from "./area.ts"
import { Edges } from "./edges.tsx"
import { Overlay } from "./overlay.tsx"

const QUARTER: Area = { left: 500, top: 0, width: 500, height: 500 }

beforeAll(inEnglish)

describe("a rectangle", () => {
  test.each([
    [
      { x: 100, y: 200 },
      { x: 400, y: 325 },
    ],
    [
      { x: 400, y: 325 },
      { x: 100, y: 200 },
    ],
    [
      { x: 400, y: 200 },
      { x: 100, y: 325 },
    ],
  ])("lies between %o and %o, whichever was first", (from, to) => {
    expect(areaBetween(from, to)).toEqual({ left: 100, top: 200, width: 300, height: 125 })
  })

  test.each([
    [{ x: -50, y: -1 }, { x: 2000, y: 1001 }, WHOLE],
    [
      { x: 1200, y: 500 },
      { x: 1300, y: 500 },
      { left: 990, top: 500, width: 10, height: 10 },
    ],
    [
      { x: -9, y: 0 },
      { x: -2, y: 0 },
      { left: 0, top: 0, width: 10, height: 10 },
    ],
  ])("from %o to %o stays in the picture, and has an inside", (from, to, area) => {
    expect(areaBetween(from, to)).toEqual(area)
  })

  test("is read as it was written, with a point or a comma", () => {
    const area = { left: 100, top: 205, width: 300, height: 125 }
    expect(areaIn(writtenArea(area))).toEqual(area)
    expect(areaIn({ ...writtenArea(area), top: " 20,5 " })).toEqual(area)
  })

  test.each<[Partial<WrittenArea>, string]>([
    [{ left: "" }, "region-wrong"],
    [{ left: "-1" }, "region-wrong"],
    [{ width: "0" }, "region-wrong"],
    [{ height: "ten" }, "region-wrong"],
    [{ left: "0.1" }, "region-outside"],
    [{ height: "101" }, "region-outside"],
  ])("with %o is refused: %s", (part, fault) => {
    expect(areaIn({ ...writtenArea(WHOLE), ...part })).toBe(fault)
  })
})

describe("over a film", () => {
  test("it lies where it will hide, in the picture's own size", () => {
    const room = draw(<Overlay width={180} height={320} areas={[WHOLE]} now={QUARTER} />)
    expect(one(room, "svg").getAttribute("viewBox")).toBe("0 0 180 320")
    const { x, y, width, height } = one<SVGRectElement>(room, ".placing-now").attributes as unknown as {
      readonly [name in "x" | "y" | "width" | "height"]: Attr
    }
    expect([x, y, width, height].map(({ value }) => Number(value))).toEqual([90, 0, 90, 160])
  })

  test("it takes no press from the film unless one draws", () => {
    const free = draw(<Overlay width={1} height={1} areas={[]} now={null} />)
    expect(free.querySelector(".placing-drawing")).toBeNull()
    const drawing = draw(<Overlay width={1} height={1} areas={[]} now={null} onDraw={() => undefined} />)
    expect(drawing.querySelector(".placing-drawing")).not.toBeNull()
  })
})

describe("in numbers", () => {
  test("each edge is a field of its own, with its fault beside it", async () => {
    let written = writtenArea(WHOLE)
    const room = draw(<Edges area={written} problem="Too far." onWrite={(area) => (written = area)} />)
    const fields = [...room.querySelectorAll("input")]
    expect(fields.map(({ type, step }) => `${type} ${step}`)).toEqual(Array(4).fill("number 0.5"))
    await write(fields[2] as HTMLInputElement, "40")
    expect(written.width).toBe("40")
    await after(() => undefined)
    expect(room.textContent).toContain("Too far.")
  })
})
