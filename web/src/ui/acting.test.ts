// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest"
import { acting } from "./acting.ts"

test("a module that is there comes as it is", async () => {
  const set = acting({ words: async () => ({ said: "yes" }) })
  expect(await set().words()).toEqual({ said: "yes" })
})

test("a module that is not to be had, or not any more, is a refusal and no bug of ours", async () => {
  const gone = new TypeError("Failed to fetch dynamically imported module")
  const set = acting({ words: () => Promise.reject(gone) })
  await expect(set().words()).rejects.toMatchObject({ code: "part-missing", cause: gone })
})
