// SPDX-License-Identifier: EUPL-1.2
/** The worker's side of a film: exact answers for its own page, and silence for every other. */
import { afterEach, beforeAll, describe, expect, test } from "vitest"
import { concat, joined, same } from "../crypto/bytes.ts"
import { CHUNK_BYTES, pad } from "../crypto/padding.ts"
import { partKeys, sealStream } from "../crypto/stream.ts"
import { leafHash, rootOf } from "../crypto/tree.ts"
import type { ErrorCode } from "../errors.ts"
import { openFilmHost } from "./film_host.ts"
import type { FromFilm, HandedFilm } from "./watching.ts"

const CONTENT = Uint8Array.from({ length: 9 * CHUNK_BYTES }, (_, at) => (at * 7 + (at >> 9)) & 255)
const PAGE = "a page"
const HERE = async () => {}

let film: HandedFilm
let chunks: readonly Uint8Array[]
const open: MessagePort[] = []

beforeAll(async () => {
  const keys = await partKeys(new Uint8Array(32), { salt: new Uint8Array(32), context: new Uint8Array(1) })
  const sealed: Uint8Array[] = []
  for await (const chunk of sealStream(keys, pad(CONTENT, { letter: false }))) sealed.push(chunk)
  chunks = sealed
  const leaves = await Promise.all(chunks.map(leafHash))
  const claim = { count: chunks.length, root: await rootOf(leaves) }
  film = {
    id: "film",
    type: "video/mp4",
    part: { keys, claim, length: CONTENT.length, letter: false },
    table: joined(leaves),
  }
})

afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

type Serving = { readonly has?: () => readonly Uint8Array[]; readonly refuses?: ErrorCode }

/** A page that fetches for the worker, and what it heard. */
function aPage({ has = () => chunks, refuses }: Serving = {}) {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  const heard: FromFilm[] = []
  port1.onmessage = ({ data }: MessageEvent<FromFilm>) => {
    heard.push(data)
    if (data.say !== "fetch") return
    const { number, first, end } = data
    if (refuses !== undefined) port1.postMessage({ say: "refused", number, code: refuses })
    else port1.postMessage({ say: "fetched", number, chunks: joined(has().slice(first, end)) })
  }
  return { port: port2, heard, forget: () => port1.postMessage({ say: "forget" }) }
}

async function ask(host: ReturnType<typeof openFilmHost>, range: string | null, client = PAGE) {
  return host.answer({ id: "film", client, range }, HERE)
}

async function settled<T>(look: () => T | undefined): Promise<T> {
  for (;;) {
    const found = look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve))
  }
}

describe("an answer", () => {
  test("holds exactly the bytes that were asked for", async () => {
    const host = openFilmHost()
    host.take(film, aPage().port, PAGE)
    const answer = await ask(host, "bytes=70000-400000")
    expect([answer.status, answer.headers.get("Content-Range")]).toEqual([
      206,
      `bytes 70000-400000/${CONTENT.length}`,
    ])
    expect(same(new Uint8Array(await answer.arrayBuffer()), CONTENT.subarray(70_000, 400_001))).toBe(true)
  })

  test("is fetched no faster than it is read", async () => {
    const host = openFilmHost()
    const page = aPage()
    host.take(film, page.port, PAGE)
    const reader = (await ask(host, "bytes=0-")).body!.getReader()
    await reader.read()
    await new Promise((resolve) => setTimeout(resolve, 20))
    const asked = page.heard.flatMap((said) => (said.say === "fetch" ? [said.end] : []))
    expect(Math.max(...asked)).toBeLessThanOrEqual(4)
  })

  test("may be let go of in the middle, and the film goes on", async () => {
    const host = openFilmHost()
    const page = aPage()
    host.take(film, page.port, PAGE)
    const reader = (await ask(host, "bytes=0-")).body!.getReader()
    const coming = reader.read()
    await reader.cancel()
    expect((await coming).done).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(page.heard.filter(({ say }) => say === "stopped")).toEqual([])
    expect((await ask(host, "bytes=0-9")).status).toBe(206)
  })

  test("that cannot be given is 416", async () => {
    const host = openFilmHost()
    host.take(film, aPage().port, PAGE)
    expect((await ask(host, `bytes=${CONTENT.length}-`)).status).toBe(416)
  })
})

describe("p6 a chunk that does not fit", () => {
  test("ends the answer, says why, and the film is gone", async () => {
    const host = openFilmHost()
    const changed = chunks.map((chunk, at) =>
      at === 6 ? concat(chunk.subarray(1), Uint8Array.of(0)) : chunk,
    )
    const page = aPage({ has: () => changed })
    host.take(film, page.port, PAGE)
    const reader = (await ask(host, "bytes=0-")).body!.getReader()
    const first = await reader.read()
    expect(same(first.value!, CONTENT.subarray(0, first.value!.length))).toBe(true)
    await expect(reader.read()).rejects.toMatchObject({ code: "tree-wrong" })
    expect(await settled(() => page.heard.find(({ say }) => say === "stopped"))).toMatchObject({
      code: "tree-wrong",
    })
    expect((await openAgain(host)).status).toBe(403)
  })

  test("at the beginning lets nothing begin", async () => {
    const host = openFilmHost()
    const page = aPage({ has: () => [chunks[1]!] })
    host.take(film, page.port, PAGE)
    expect((await ask(host, "bytes=0-")).status).toBe(403)
    expect(await settled(() => page.heard.find(({ say }) => say === "stopped"))).toMatchObject({
      code: "tree-wrong",
    })
  })
})

/** Ask again where nobody hands it over any more. */
async function openAgain(host: ReturnType<typeof openFilmHost>): Promise<Response> {
  return host.answer({ id: "film", client: "", range: null }, HERE)
}

describe("nobody is answered but the page whose film it is", () => {
  test("not another page, not one without a name, not for a film that is not there", async () => {
    const host = openFilmHost(0.01)
    expect((await ask(host, null)).status).toBe(403)
    host.take(film, aPage().port, PAGE)
    expect((await ask(host, null, "another page")).status).toBe(403)
    expect((await ask(host, null, "")).status).toBe(403)
  })

  test("and no page takes the place of the one that handed it over", async () => {
    const host = openFilmHost()
    host.take(film, aPage().port, PAGE)
    host.take(film, aPage({ refuses: "not-found" }).port, "another page")
    expect((await ask(host, "bytes=0-9")).status).toBe(206)
  })

  test("nor after the page said to forget it", async () => {
    const host = openFilmHost(0.01)
    const page = aPage()
    host.take(film, page.port, PAGE)
    expect((await ask(host, "bytes=0-9")).status).toBe(206)
    page.forget()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await ask(host, "bytes=0-9")).status).toBe(403)
  })
})

test("a worker that was ended asks the page again, and goes on", async () => {
  const host = openFilmHost()
  const asked: string[] = []
  const answer = await host.answer({ id: "film", client: PAGE, range: "bytes=5-9" }, async () => {
    asked.push("again")
    setTimeout(() => host.take(film, aPage().port, PAGE), 5)
  })
  expect([asked, answer.status]).toEqual([["again"], 206])
  expect(same(new Uint8Array(await answer.arrayBuffer()), CONTENT.subarray(5, 10))).toBe(true)
})

test("of several requests at once, one asks the page for the film", async () => {
  const host = openFilmHost()
  const asked: string[] = []
  const askAgain = async () => {
    asked.push("again")
    setTimeout(() => host.take(film, aPage().port, PAGE), 5)
  }
  const answers = [5, 70_000].map((at) =>
    host.answer({ id: "film", client: PAGE, range: `bytes=${at}-` }, askAgain),
  )
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([206, 206])
  expect(asked).toEqual(["again"])
})

test("what the server refuses is said to the page by its own code", async () => {
  const host = openFilmHost()
  const page = aPage({ refuses: "withdrawn" })
  host.take(film, page.port, PAGE)
  expect((await ask(host, "bytes=0-")).status).toBe(403)
  expect(await settled(() => page.heard.find(({ say }) => say === "stopped"))).toMatchObject({
    code: "withdrawn",
  })
})
