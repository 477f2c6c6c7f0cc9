// SPDX-License-Identifier: EUPL-1.2
/** What is asked of a station: read as the terminal reads it, and refused with the station's own codes. */
import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { writtenArea } from "../../elements/placing/area.ts"
import { inEnglish } from "../../testing.tsx"
import { draftOf, faultIn, isTouched, NO_DRAFT, type Place, placeIn, postOf } from "./asked.ts"
import { msIn, writtenTime } from "./times.ts"

const TIMES = JSON.parse(
  readFileSync(new URL("../../../../../tests/station/media/times.json", import.meta.url), "utf8"),
) as { readonly times: [string, number][]; readonly "not times": string[] }

beforeAll(inEnglish)

function passage(from: string, to: string): typeof NO_DRAFT {
  return { ...NO_DRAFT, from, to }
}

function cut(start_ms: number, end_ms: number): Place {
  const read = placeIn("cut", passage(String(start_ms / 1000), String(end_ms / 1000)), null)
  if (typeof read === "string") throw new Error(read)
  return read
}

describe("times", () => {
  test.each(TIMES.times)("%j is %i milliseconds, as for the terminal", (said, ms) => {
    expect(msIn(said)).toBe(ms)
  })

  test.each(TIMES["not times"])("%j is none", (said) => {
    expect(msIn(said)).toBeNull()
  })

  test.each([0, 62_500, 3_661_900])("%i is written so that it is read again", (ms) => {
    expect(msIn(writtenTime(ms))).toBe(ms)
  })
})

describe("a passage", () => {
  test.each([
    ["", "", "time-wrong"],
    ["0:05", "0:61", "time-wrong"],
    ["0:12", "0:05", "span-backwards"],
    ["0:05", "0:05", "span-backwards"],
    ["0:10", "0:10.5", "span-outside"],
    ["0:05", "0:11.1", "span-outside"],
  ])("from %j to %j in ten seconds is refused: %s", (from, to, fault) => {
    expect(placeIn("cut", passage(from, to), 10_000)).toBe(fault)
  })

  test("may end where the film does, or a little later", () => {
    expect(placeIn("mute", passage("0:05", "0:10.9"), 10_000)).toMatchObject({
      span: { start_ms: 5000, end_ms: 10_900 },
    })
  })

  test("is written again as it was read", () => {
    const draft = { ...passage("0:05.0", "0:12.0"), passage: true, area: { ...NO_DRAFT.area, width: "12.5" } }
    const read = placeIn("blur", draft, null)
    expect(typeof read === "string" ? read : draftOf(read)).toEqual(draft)
  })
})

describe("a list", () => {
  test("of passages has one at least; of places to hide, none stands for the whole picture", () => {
    expect(faultIn("cut", [], null)).toBe("span-missing")
    expect(faultIn("mute", [], null)).toBe("span-missing")
    expect(faultIn("blur", [], null)).toBeNull()
  })

  test("takes so many and no more", () => {
    const [one] = [cut(0, 1000)]
    expect(faultIn("mute", Array<Place>(50).fill(one), null)).toBeNull()
    expect(faultIn("mute", Array<Place>(51).fill(one), null)).toBe("too-many-places")
    expect(faultIn("blur", Array<Place>(21).fill(one), null)).toBe("too-many-places")
  })

  test("that leaves nothing of a film is refused, in whatever order", () => {
    const all = [cut(4000, 10_000), cut(0, 5000)]
    expect(faultIn("cut", all, 10_000)).toBe("media-empty")
    expect(faultIn("mute", all, 10_000)).toBeNull()
    expect(faultIn("cut", [cut(4000, 10_000), cut(0, 3000)], 10_000)).toBeNull()
  })

  test("goes to the station with what belongs to its kind", () => {
    const area = { left: 100, top: 200, width: 300, height: 125 }
    const hidden = placeIn("blur", { ...NO_DRAFT, area: writtenArea(area) }, null) as Place
    expect(postOf("m", "blur", [hidden], " a ")).toEqual({
      ...{ message: "m", kind: "blur", spans: [], note: "a" },
      regions: [{ ...area, span: null }],
    })
    expect(postOf("m", "cut", [cut(0, 1000)], "").spans).toEqual([{ start_ms: 0, end_ms: 1000 }])
    expect(postOf("m", "poster", [], "")).toMatchObject({ spans: [], regions: [] })
  })

  test("does not hold what was only begun", () => {
    expect(isTouched(NO_DRAFT)).toBe(false)
    for (const part of [{ from: "1" }, { passage: true }, { area: { ...NO_DRAFT.area, height: "9" } }]) {
      expect(isTouched({ ...NO_DRAFT, ...part })).toBe(true)
    }
  })
})
