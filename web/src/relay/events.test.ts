// SPDX-License-Identifier: EUPL-1.2
/** Live changes: read in any pieces, begun again when they break, and ended with the session. */
import { beforeEach, describe, expect, test } from "vitest"
import { type Office, openOffice, settled } from "../../tests/office.ts"
import { RelayError } from "../errors.ts"
import type { Change } from "../protocol/wire.ts"
import { listen } from "./events.ts"
import type { Ports } from "./ports.ts"
import type { Session } from "./session.ts"

const CHANGE: Change = { kind: "message", id: "AAAAAAAAAAAAAAAAAAAAAA" }

let office: Office

beforeEach(async () => {
  office = await openOffice()
})

type Stream = (signal: AbortSignal) => AsyncIterable<string>

/** A session whose streams come from a list, one after the other; then silence. */
async function sessionOver(
  streams: readonly Stream[],
): Promise<{ readonly session: Session; readonly begun: () => number }> {
  const base = office.ports()
  let begun = 0
  const client: Ports["client"] = {
    ...base.client,
    events: (signal) => {
      begun += 1
      return (streams[begun - 1] ?? silence)(signal)
    },
  }
  const session = await office.enter("camille", { ports: { ...base, client } })
  return { session, begun: () => begun }
}

async function* silence(signal: AbortSignal): AsyncGenerator<string> {
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }))
  yield* []
  throw new RelayError("offline", "silent")
}

async function* says(...pieces: readonly string[]): AsyncGenerator<string> {
  await Promise.resolve()
  yield* pieces
}

async function* breaks(code: "offline" | "session-expired"): AsyncGenerator<string> {
  await Promise.resolve()
  yield* []
  throw new RelayError(code, "broken")
}

async function heard(streams: readonly Stream[], seconds = 0) {
  const { session, begun } = await sessionOver(streams)
  const changes: Change[] = []
  const links: boolean[] = []
  const stop = listen(session, { onChange: (change) => changes.push(change), onLink: (up) => links.push(up) })
  await settled()
  if (seconds > 0) await office.clock.move(seconds)
  return { session, begun, changes, links, stop }
}

describe("a stream", () => {
  test("is read in whatever pieces it comes", async () => {
    const whole = `: awake\n\ndata: ${JSON.stringify(CHANGE)}\n\nevent: change\r\ndata:${JSON.stringify(CHANGE)}\r\n\r\n`
    const { changes, stop } = await heard([() => says(...whole)])
    expect(changes).toEqual([CHANGE, CHANGE])
    stop()
  })

  test("tells nothing that cannot be read, and goes on", async () => {
    const bad = ["data: {\n", 'data: {"kind":"gossip","id":"x"}\n', "data: null\n", "garbage\n"]
    const { changes, stop } = await heard([() => says(...bad, `data: ${JSON.stringify(CHANGE)}\n\n`)])
    expect(changes).toEqual([CHANGE])
    stop()
  })

  test("without an end of line is given up", async () => {
    const { begun, stop } = await heard([() => says("data: ".padEnd(70_000, "x")), silence], 3)
    expect(begun()).toBe(2)
    stop()
  })
})

describe("a link that breaks", () => {
  test("is taken up again, ever more slowly, and both are told", async () => {
    const broken = Array.from({ length: 6 }, () => () => breaks("offline"))
    const { begun, links, stop } = await heard(broken, 20)
    expect(begun()).toBeGreaterThan(3)
    expect(begun()).toBeLessThan(7)
    expect(links.every((up) => !up)).toBe(true)
    stop()
  })

  test("that says nothing for 50 seconds is dead", async () => {
    const { begun, stop } = await heard([silence, silence], 55)
    expect(begun()).toBe(2)
    stop()
  })

  test("is not taken up after the session ended, or the listener went", async () => {
    const expired = await heard([() => breaks("session-expired")], 60)
    expect(expired.begun()).toBe(1)
    const stopped = await heard([silence])
    stopped.stop()
    await office.clock.move(120)
    expect(stopped.begun()).toBe(1)
    const ended = await heard([silence])
    ended.session.forget("left")
    await office.clock.move(120)
    expect(ended.begun()).toBe(1)
  })
})
