// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from "vitest"
import { afterTimes, EMPTY, editsIn, NORMAL_SPEED } from "./edit_list.ts"

function view(...numbers: readonly number[]): DataView {
  const box = new DataView(new ArrayBuffer(4 * numbers.length))
  numbers.forEach((number, at) => {
    box.setUint32(4 * at, number)
  })
  return box
}

const WIDE = 0x0100_0000
const NOTHING = 0xffff_ffff

describe("an edit list", () => {
  test("gives its rows, in four bytes each or in eight", () => {
    const rows = [
      { lasts: 7, from: EMPTY, speed: NORMAL_SPEED },
      { lasts: 600, from: 40, speed: NORMAL_SPEED },
    ]
    const narrow = view(0, 2, 7, NOTHING, NORMAL_SPEED, 600, 40, NORMAL_SPEED)
    const wide = view(WIDE, 2, 0, 7, NOTHING, NOTHING, NORMAL_SPEED, 0, 600, 0, 40, NORMAL_SPEED)
    expect(editsIn(narrow)).toEqual(rows)
    expect(editsIn(wide)).toEqual(rows)
  })

  test("that holds fewer rows than it says gives none", () => {
    expect(editsIn(view(0, 2, 7, 0, NORMAL_SPEED))).toBeNull()
    expect(editsIn(view(0, NOTHING, 7, 0, NORMAL_SPEED))).toBeNull()
    expect(editsIn(view(0))).toBeNull()
  })
})

test("what follows the two times is found in either width, and is 0 where nothing follows", () => {
  expect(afterTimes(view(0, 1, 2, 90_000))).toBe(90_000)
  expect(afterTimes(view(WIDE, 0, 1, 0, 2, 1000))).toBe(1000)
  expect(afterTimes(view(WIDE, 1, 2, 90_000))).toBe(0)
  expect(afterTimes(view())).toBe(0)
})
