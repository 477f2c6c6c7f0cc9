// SPDX-License-Identifier: EUPL-1.2
/** What is put aside hides nothing that waits behind it. */
import { expect, test, vi } from "vitest"
import type { Session } from "./session.ts"
import { waiting } from "./today.ts"

/** A desk whose queue has these pages, each of messages by their ids. */
function desk(...pages: readonly (readonly string[])[]) {
  const messages = vi.fn(async ({ after }: { after?: string }) => {
    const at = Number(after ?? 0)
    return {
      messages: (pages[at] ?? []).map((message) => ({ message, state: "in_review", may: [] })),
      next: at + 1 < pages.length ? String(at + 1) : null,
    }
  })
  const session = { role: "mediator", trust: { members: () => [] }, ports: { client: { messages } } }
  return { session: session as unknown as Session, messages }
}

const isNotAside = ({ id }: { readonly id: string }) => !id.startsWith("aside")

test("the day goes on to the next page where the first one holds nothing for it", async () => {
  const { session } = desk(["aside-1", "aside-2"], ["letter"])
  expect((await waiting(session, isNotAside, 10)).map(({ id }) => id)).toEqual(["letter"])
})

test("the day asks for no more pages than it shows lines of", async () => {
  const { session, messages } = desk(["a", "b"], ["c"], ["d"])
  expect(await waiting(session, isNotAside, 2)).toHaveLength(2)
  expect(messages).toHaveBeenCalledOnce()
})
