// SPDX-License-Identifier: EUPL-1.2
/** Statements are read whole or not at all: P23 (one form) and P24 (nothing unknown). */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { aStory, DAY, ident } from "../../tests/world.ts"
import { encode, type JsonObject } from "../crypto/canonical.ts"
import { RelayError } from "../errors.ts"
import { dayNumber, dayOf, isDay } from "./day.ts"
import { MANIFEST } from "./manifest.ts"
import { PATHS, parsePath, writePath } from "./paths.ts"
import { readStatement } from "./shape.ts"

const { delivery } = await aStory()
const manifest = JSON.parse(new TextDecoder().decode(delivery.manifest.body)) as JsonObject

function verdict(body: JsonObject): string {
  try {
    readStatement(MANIFEST, encode(body))
    return "ok"
  } catch (error) {
    if (error instanceof RelayError) return error.code
    throw error
  }
}

describe("p24 what is unknown is refused", () => {
  test("another suite, or another kind, before any other field is looked at", () => {
    expect(verdict({ ...manifest, suite: 2, junk: 1 })).toBe("unknown-suite")
    expect(verdict({ ...manifest, suite: true })).toBe("unknown-suite")
    expect(verdict({ ...manifest, kind: "approval" })).toBe("unknown-suite")
  })

  test("a foreign field, a missing field, and __proto__ are of the wrong shape", () => {
    expect(verdict(manifest)).toBe("ok")
    expect(verdict({ ...manifest, colour: "blue" })).toBe("wrong-shape")
    const { day: _, ...missing } = manifest
    expect(verdict(missing)).toBe("wrong-shape")
    const own = Object.fromEntries([...Object.entries(missing), ["__proto__", DAY]])
    expect(verdict(own)).toBe("wrong-shape")
  })
})

test("p23 any field of another type or form is of the wrong shape", () => {
  const junk = fc.constantFrom<JsonObject[string]>(
    null,
    true,
    -1,
    "",
    "é",
    [],
    {},
    "AAAA",
    2 ** 50,
    "2026-02-30",
  )
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(manifest)), junk, (name, other) => {
      const changed = verdict({ ...manifest, [name]: other })
      const nullable = ["supersedes", "derived_from"].includes(name) && other === null
      const number = ["directory_epoch", "policy_version"].includes(name) && other === 2 ** 50
      const unknown = ["suite", "kind"].includes(name)
      expect(changed).toBe(nullable || number ? "ok" : unknown ? "unknown-suite" : "wrong-shape")
    }),
    { numRuns: 300 },
  )
})

test("p23 a set out of order, or with one thing twice, is of the wrong shape", () => {
  const [one = "", two = ""] = [ident("one"), ident("two")].sort()
  expect(verdict({ ...manifest, addressees: [one, two] })).toBe("ok")
  expect(verdict({ ...manifest, addressees: [two, one] })).toBe("wrong-shape")
  expect(verdict({ ...manifest, addressees: [one, one] })).toBe("wrong-shape")
  expect(verdict({ ...manifest, addressees: [] })).toBe("wrong-shape")
})

test("days are real dates, and are counted as everybody counts them", () => {
  expect(["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"].every(isDay)).toBe(true)
  expect(
    ["2023-02-29", "1900-02-29", "0000-01-01", "2026-13-01", "2026-1-01", "2026-01-00"].some(isDay),
  ).toBe(false)
  fc.assert(
    fc.property(fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }), (seconds) => {
      const day = new Date(seconds * 1000).toISOString().slice(0, 10)
      expect(dayOf(seconds)).toBe(day)
      expect(dayNumber(day)).toBe(Math.floor(seconds / 86_400))
    }),
  )
})

test("every path reads back to its name and arguments", () => {
  const given = {
    message: ident("message"),
    case: ident("case"),
    record: ident("r"),
    lookup: ident("l"),
    upload: ident("u"),
    part: "63",
  }
  for (const name of Object.keys(PATHS) as (keyof typeof PATHS)[]) {
    expect(parsePath(writePath(name, given)).name).toBe(name)
  }
})

test.each([
  "/v1/messages/../cases",
  "/v1/messages/abc",
  "/v2/programme",
  "/v1/programme/",
  "",
  "/v1/openapiXjson",
])("%j is no path of ours", (path) => {
  expect(() => parsePath(path)).toThrow(expect.objectContaining({ code: "not-found" }))
})
