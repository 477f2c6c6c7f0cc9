// SPDX-License-Identifier: EUPL-1.2
/** p2: words come out of a verified release and from nowhere else. */
import { describe, expect, test } from "vitest"
import { aStory, LETTER, storedOf, unwrapOf } from "../../tests/world.ts"
import { show } from "./release.ts"

async function contentsOf(story: Awaited<ReturnType<typeof aStory>>) {
  const { header, fetchPart } = storedOf(story)
  const fetched = { times: 0 }
  const contents = {
    unwrap: unwrapOf(story),
    header,
    confirmation: null,
    grants: [],
    beside: null,
    fetchPart: async (message: unknown, part: number) => {
      fetched.times += 1
      return fetchPart(message, part)
    },
  }
  return { contents, fetched }
}

describe("showing a released letter", () => {
  test("gives its words, paragraph by paragraph, with who wrote them", async () => {
    const story = await aStory()
    const { contents } = await contentsOf(story)
    const shown = await show(story.delivery, story.claim, contents)
    expect(shown).toMatchObject({
      text: LETTER,
      paragraphs: LETTER.split("\n\n"),
      language: "fr",
      kind: "original",
      maker: null,
    })
  })

  test("p2: fetches and shows nothing when one statement is missing", async () => {
    const story = await aStory()
    const lacking = [
      { ...story.delivery, approvals: [] },
      { ...story.delivery, approvals: story.delivery.approvals.slice(0, 1) },
      { ...story.delivery, readiness: [] },
      { ...story.delivery, release: story.delivery.manifest },
      {
        ...story.delivery,
        readiness: [await story.answer({ answer: "not-now", number: 9 }), ...story.delivery.readiness],
      },
    ]
    for (const delivery of lacking) {
      const { contents, fetched } = await contentsOf(story)
      await expect(show(delivery, story.claim, contents)).rejects.toMatchObject({ name: "RelayError" })
      expect(fetched.times).toBe(0)
    }
  })
})
