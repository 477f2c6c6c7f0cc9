// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom

import { beforeAll, expect, test } from "vitest"
import { PARTICIPANT } from "../../../locales/participant.ts"
import { haveWords, sayIn } from "../../language.ts"
import { draw, inEnglish } from "../../testing.tsx"
import { StateTag } from "./state.tsx"

beforeAll(async () => {
  await inEnglish()
  await haveWords("fr", PARTICIPANT)
})

test("to an author, offered looks like approved", () => {
  const approved = draw(<StateTag state="approved" mine />).textContent
  expect(draw(<StateTag state="offered" mine />).textContent).toBe(approved)
})

test.each(["submitted", "in_review", "held", "returned", "declined", "approved"] as const)(
  "to the other person, %s looks like every state before an offer",
  (state) => {
    expect(draw(<StateTag state={state} mine={false} />).textContent).toBe("Not available")
  },
)

test("to the other person, taken back and expired look alike, in both languages", () => {
  for (const tongue of ["en", "fr"] as const) {
    expect(sayIn(tongue, "theirs-withdrawn")).toBe(sayIn(tongue, "theirs-expired"))
  }
})
