// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom

import { beforeAll, beforeEach, expect, test } from "vitest"
import { START } from "../../../locales/start.ts"
import { haveWords } from "../../language.ts"
import { draw, inEnglish, one } from "../../testing.tsx"
import { Support } from "./support.tsx"

function set(name: string, content: string): void {
  const meta = document.createElement("meta")
  meta.setAttribute("name", `relay-${name}`)
  meta.setAttribute("content", content)
  document.head.append(meta)
}

beforeAll(async () => {
  await inEnglish()
  await haveWords("fr", START)
})
beforeEach(() => document.head.replaceChildren())

test("what a programme did not set is not shown", () => {
  expect(draw(<Support tongue="en" />).querySelectorAll("a")).toHaveLength(0)
})

test("a number is a link that dials it", () => {
  set("phone", "1-800-555-0142")
  expect(one(draw(<Support tongue="en" />), "a").getAttribute("href")).toBe("tel:18005550142")
})

test("each language can have its own number", () => {
  set("phone-fr", "418-555-0100")
  set("phone-en", "613-555-0100")
  expect(one(draw(<Support tongue="fr" />), "a").getAttribute("href")).toBe("tel:4185550100")
})
