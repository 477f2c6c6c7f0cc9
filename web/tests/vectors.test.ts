// SPDX-License-Identifier: EUPL-1.2
/** The shared vectors, read here as pytest reads them: the same bytes, the same verdict, to the code. */
import { describe, expect, test } from "vitest"
import { call } from "./functions.ts"
import type { Given } from "./functions_crypto.ts"
import { caseNames, loadCase } from "./reader.ts"

const cases = caseNames().map(loadCase)

describe("p29 one verdict in both languages", () => {
  test.each(cases.map((one) => [`${one.name}: ${one.note}`, one] as const))("%s", async (_, one) => {
    const wanted = one.expect === "ok" ? { ok: one.output } : { error: one.expect }
    // Through JSON, as the line protocol sends it: an object without a prototype is one like any other.
    expect(JSON.parse(JSON.stringify(await call(one.function, one.input as Given)))).toEqual(wanted)
  })
})

test("p29 the index names at least 120 refusals", () => {
  const refusals = cases.filter(({ expect: verdict }) => verdict !== "ok")
  expect(refusals.length).toBeGreaterThanOrEqual(120)
  const acceptances = cases.length - refusals.length
  expect(acceptances).toBeGreaterThan(0)
  expect(refusals.length).toBeGreaterThanOrEqual(acceptances)
})
