// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from "vitest"
import { headOf, readRange } from "./range.ts"

describe("a range", () => {
  test.each([
    [null, { start: 0, end: 100 }],
    ["bytes=0-", { start: 0, end: 100 }],
    ["bytes=0-1", { start: 0, end: 2 }],
    ["bytes=90-200", { start: 90, end: 100 }],
    ["bytes=-5", { start: 95, end: 100 }],
    ["bytes=-500", { start: 0, end: 100 }],
  ])("%s is read", (header, span) => {
    expect(readRange(header, 100)).toEqual(span)
  })

  test.each([
    "bytes=100-",
    "bytes=5-4",
    "bytes=-",
    "bytes=-0",
    "bytes=0-1,3-4",
    "lines=0-1",
    "bytes=1e2-",
    "",
  ])("%s is refused", (header) => {
    expect(readRange(header, 100)).toBeNull()
  })
})

describe("the head of an answer", () => {
  const facts = { size: 100, type: "video/mp4", asked: true }

  test("names exactly what was asked for, and is kept nowhere", () => {
    const { status, headers } = headOf({ start: 10, end: 30 }, facts)
    expect(status).toBe(206)
    expect(headers).toMatchObject({
      "Content-Range": "bytes 10-29/100",
      "Content-Length": "20",
      "Content-Type": "video/mp4",
      "Cache-Control": "no-store",
    })
  })

  test("is 200 where nothing was asked, and 416 where it cannot be given", () => {
    expect(headOf({ start: 0, end: 100 }, { ...facts, asked: false }).status).toBe(200)
    const refused = headOf(null, facts)
    expect([refused.status, refused.headers["Content-Range"]]).toEqual([416, "bytes */100"])
  })
})
