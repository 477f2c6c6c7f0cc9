// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest"
import { TOPICS } from "../../../relay/record_words.ts"
import { topicsToAsk } from "./topics.ts"

test("r3: nobody is asked about forgiveness who did not write of it", () => {
  for (const words of ["", "I want answers, and an apology.", "Je veux savoir ce qui s’est passé."]) {
    expect(topicsToAsk(words, [])).not.toContain("forgiveness")
  }
})

test.each(["I might forgive him one day.", "She never forgave me.", "Je voudrais lui demander pardon."])(
  "of %j it is asked, after everything else",
  (words) => {
    expect(topicsToAsk(words, []).at(-1)).toBe("forgiveness")
  },
)

test("what was ticked once can be unticked, whatever the words say now", () => {
  expect(topicsToAsk("Nothing of that.", ["forgiveness"])).toContain("forgiveness")
})

test("everything that can be named can be ticked", () => {
  expect([...topicsToAsk("pardon", [])].sort()).toEqual([...TOPICS].sort())
})
