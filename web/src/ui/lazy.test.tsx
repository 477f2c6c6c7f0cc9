// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom

import type { VNode } from "preact"
import { beforeAll, describe, expect, test } from "vitest"
import { lazily, lazyPage } from "./lazy.tsx"
import { Page } from "./page.tsx"
import { after, draw, inEnglish, one } from "./testing.tsx"

const Arrived = () => <Page title="Here">words</Page>
const Part = () => <b>words</b>

/** A fetch that ends when it is told to. */
function held<T>(what: T) {
  let end: (failed: boolean) => void = () => {}
  const fetchIt = () =>
    new Promise<T>((resolve, reject) => {
      end = (failed) => (failed ? reject(new Error("the network")) : resolve(what))
    })
  return {
    fetchIt,
    end: async (failed = false) => {
      await after(() => end(failed))
      await after(() => {}) // the words of a refusal
    },
  }
}

/** Draw, and let what it begins with begin. */
async function begun(what: VNode): Promise<HTMLElement> {
  const room = draw(what)
  await after(() => {})
  return room
}

describe("what is fetched when somebody goes there", () => {
  beforeAll(inEnglish)

  test("a page on its way has a middle and a heading, and is then the page alone", async () => {
    const { fetchIt, end } = held(Arrived)
    const Coming = lazyPage([], fetchIt)
    const room = await begun(<Coming />)
    expect(one(room, "main h1").textContent).not.toBe("")
    expect(one(room, "main [role=status]").textContent).not.toBe("")
    await end()
    expect([...room.querySelectorAll("main h1")].map((heading) => heading.textContent)).toEqual(["Here"])
  })

  test("a page that could not be fetched says so in its middle, and is asked for again", async () => {
    const { fetchIt, end } = held(Arrived)
    const Coming = lazyPage([], fetchIt)
    const room = await begun(<Coming />)
    await end(true)
    const again = one<HTMLButtonElement>(room, "main button")
    await after(() => again.click())
    await end()
    expect(one(room, "h1").textContent).toBe("Here")
  })

  test("a part of a page on its way brings no second middle", async () => {
    const { fetchIt, end } = held(Part)
    const Coming = lazily([], fetchIt)
    const room = await begun(
      <Page title="Around">
        <Coming />
      </Page>,
    )
    expect(room.querySelectorAll("main")).toHaveLength(1)
    expect(room.querySelectorAll("[role=status]")).toHaveLength(1)
    await end()
    expect(one(room, "b").textContent).toBe("words")
  })
})
