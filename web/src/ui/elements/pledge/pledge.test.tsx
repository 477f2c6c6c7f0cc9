// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom

import { beforeAll, expect, test } from "vitest"
import { START } from "../../../locales/start.ts"
import { haveWords, sayIn } from "../../language.ts"
import { draw, inEnglish } from "../../testing.tsx"
import { Pledge } from "./pledge.tsx"

beforeAll(async () => {
  await inEnglish()
  await haveWords("fr", START)
})

test("it says that taking part changes no sentence and no parole, and may stop", () => {
  const words = draw(<Pledge />).textContent
  expect(words).toContain("no effect on sentence or parole")
  expect(words).toContain("stop at any time")
})

test("it says so in French too", () => {
  expect(sayIn("fr", "pledge")).toContain("aucune influence")
  expect(sayIn("fr", "pledge")).toContain("libération conditionnelle")
})
