// SPDX-License-Identifier: EUPL-1.2
/** The one client: whatever a server answers ends as a value of the right shape or as a coded refusal. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { RelayError } from "../errors.ts"
import { openClient } from "./client.ts"

const ID = "AAAAAAAAAAAAAAAAAAAAAA"
const ORIGIN = "http://relay.localhost"

type Seen = { readonly url: string; readonly init: RequestInit }

function clientThat(answer: (seen: Seen) => Response | Promise<Response>) {
  const seen: Seen[] = []
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    const one = { url: String(url), init }
    seen.push(one)
    return answer(one)
  }
  return { seen, client: openClient({ fetch: fetch as typeof globalThis.fetch, origin: ORIGIN }) }
}

const says = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status })

async function code(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return "none"
  } catch (error) {
    return error instanceof RelayError ? error.code : `not a refusal: ${error}`
  }
}

describe("refusals", () => {
  test("carry the server's own code", async () => {
    const { client } = clientThat(says(409, { code: "stale-version", kept: null }))
    expect(await code(client.submit(ID, { version: 1 }))).toBe("stale-version")
  })

  test.each([
    [401, "session-expired"],
    [403, "forbidden"],
    [404, "not-found"],
    [429, "too-many-tries"],
    [500, "internal"],
    [503, "too-busy"],
  ])("with a foreign code or none, status %i is %s", async (status, expected) => {
    for (const body of [{ code: "made-up" }, null, [], "<html>", { code: 7 }]) {
      const { client } = clientThat(says(status, body))
      expect(await code(client.programme())).toBe(expected)
    }
  })

  test("a client-only code from a server is not believed", async () => {
    const { client } = clientThat(says(500, { code: "offline" }))
    expect(await code(client.programme())).toBe("internal")
  })

  test("a link that is down, a redirect and a time-out are offline", async () => {
    const { client } = clientThat(() => Promise.reject(new TypeError("Failed to fetch")))
    expect(await code(client.programme())).toBe("offline")
    const slow = (_: unknown, { signal }: RequestInit = {}) =>
      new Promise<Response>((_resolve, reject) => {
        const stop = () => reject(signal?.reason)
        if (signal?.aborted) stop()
        signal?.addEventListener("abort", stop)
      })
    const waiting = openClient({
      fetch: slow as typeof globalThis.fetch,
      origin: ORIGIN,
      timeoutSeconds: 0.05,
    })
    expect(await code(waiting.programme())).toBe("offline")
    const stop = AbortSignal.abort()
    expect(await code(waiting.programme({ signal: stop }))).toBe("offline")
  })

  test("the end of a session is told once it happens, and only of one's own token", async () => {
    const { client } = clientThat(says(401, { code: "session-expired", kept: null }))
    let ended = 0
    client.onSessionExpired(() => {
      ended += 1
    })
    await code(client.cases())
    expect(ended).toBe(0)
    client.carry("token")
    await code(client.cases())
    expect(ended).toBe(1)
  })
})

describe("a hostile answer", () => {
  const calls = (client: ReturnType<typeof openClient>): readonly Promise<unknown>[] => [
    client.programme(),
    client.challenge({ account: "A" }),
    client.session(),
    client.bundle(),
    client.ticket(ID),
    client.trust(),
    client.cases(),
    client.messages({}),
    client.message(ID),
    client.submit(ID, { version: 1 }),
    client.drafts(),
    client.tickets(null),
  ]

  test("of any JSON is refused with a code, at every path", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const { client } = clientThat(says(200, value))
        for (const call of calls(client)) expect(["wrong-shape", "none"]).toContain(await code(call))
      }),
      { numRuns: 60 },
    )
  })

  test("of bytes that are no JSON is malformed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        const { client } = clientThat(() => new Response(bytes as BodyInit, { status: 200 }))
        for (const call of calls(client)) expect(["malformed", "wrong-shape"]).toContain(await code(call))
      }),
      { numRuns: 40 },
    )
  })

  test("with a field too many is refused", async () => {
    const { client } = clientThat(says(200, { programme: ID, demo: false, time: 1, retention: [], more: 1 }))
    expect(await code(client.programme())).toBe("wrong-shape")
    const plain = clientThat(says(200, { programme: ID, demo: false, time: 1, retention: [] }))
    expect(await code(plain.client.programme())).toBe("none")
  })

  test("with more bytes than the manifest names is size-wrong, declared or not", async () => {
    const long = new Uint8Array(100)
    const declared = clientThat(() => new Response(long, { headers: { "Content-Length": "100" } }))
    expect(await code(declared.client.part(ID, 0, 99))).toBe("size-wrong")
    const stream = () => new Response(streamOf(long))
    expect(await code(clientThat(stream).client.part(ID, 0, 99))).toBe("size-wrong")
    expect((await clientThat(stream).client.part(ID, 0, 100)).length).toBe(100)
  })
})

function streamOf(bytes: Uint8Array): ReadableStream {
  return new ReadableStream({
    start: (to) => {
      to.enqueue(bytes)
      to.close()
    },
  })
}

describe("the token", () => {
  test("stands in a header, never in an address, and goes when it is let go of", async () => {
    const { client, seen } = clientThat(says(200, { programme: null, demo: false, time: 1, retention: [] }))
    client.carry("secret-token")
    await client.programme()
    client.carry(null)
    await client.programme()
    const headers = seen.map(({ init }) => new Headers(init.headers).get("Authorization"))
    expect(headers).toEqual(["Bearer secret-token", null])
    expect(seen.some(({ url }) => url.includes("secret"))).toBe(false)
    expect(seen.every(({ init }) => init.credentials === "omit" && init.redirect === "error")).toBe(true)
  })

  test("is not sent to another server, whatever address an upload was given", async () => {
    const { client, seen } = clientThat(() => new Response(null, { status: 204 }))
    client.carry("secret-token")
    const request = { method: "HEAD", headers: {}, body: null, signal: new AbortController().signal }
    for (const url of [
      "https://elsewhere.example/v1/uploads/1",
      "//elsewhere.example/x",
      "http://relay.localhost:81/x",
    ]) {
      await expect(client.raw({ ...request, url })).rejects.toMatchObject({ code: "malformed" })
    }
    expect(seen).toEqual([])
    await client.raw({ ...request, url: "/v1/uploads/1" })
    expect(seen[0]?.url).toBe(`${ORIGIN}/v1/uploads/1`)
  })

  test("an id in a path is one segment", async () => {
    const { client, seen } = clientThat(says(404, { code: "not-found" }))
    await code(client.message("../session"))
    expect(seen.every(({ url }) => !url.includes("/session"))).toBe(true)
  })
})
