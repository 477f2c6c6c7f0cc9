// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom

import { beforeAll, expect, test } from "vitest"
import { PARTICIPANT } from "../../../locales/participant.ts"
import { RULES } from "../../../relay/self_check.ts"
import { haveWords, sayIn } from "../../language.ts"
import { draw, inEnglish, one } from "../../testing.tsx"
import { Findings, passage } from "./findings.tsx"

beforeAll(async () => {
  await inEnglish()
  await haveWords("fr", PARTICIPANT)
})

test.each(RULES)("the rule %s explains itself in both languages", (rule) => {
  for (const tongue of ["en", "fr"] as const) {
    expect(sayIn(tongue, `found-${rule}`)).not.toContain("found-")
    expect(sayIn(tongue, `found-${rule}-why`)).not.toContain("found-")
  }
})

test("a finding stands in a little of its surroundings", () => {
  const text = `${"a".repeat(40)} 613-555-0199 ${"b".repeat(40)}`
  const [before, found, after] = passage(text, { rule: "phone-number", start: 41, end: 53, blocks: false })
  expect(found).toBe("613-555-0199")
  expect(before).toBe(`…${"a".repeat(23)} `)
  expect(after).toBe(` ${"b".repeat(23)}…`)
})

test("what cannot be seen is named by its number", () => {
  const finding = { rule: "hidden-character", start: 1, end: 2, blocks: true } as const
  expect(one(draw(<Findings text={"a\u200bb"} findings={[finding]} />), "mark").textContent).toBe("U+200B")
})

test("nothing found is said, with what was looked for", () => {
  expect(draw(<Findings text="" findings={[]} />).textContent).toContain("Nothing stood out")
})
