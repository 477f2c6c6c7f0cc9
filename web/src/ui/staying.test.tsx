// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
/** Nothing that was recorded goes with a session unsaid: what a shared device would lose is asked about, or told. */
import { beforeAll, beforeEach, expect, test } from "vitest"
import type { Session } from "../relay/session.ts"
import { actWith } from "./acting.ts"
import { inventedActions, inventedSession } from "./examples/invented.ts"
import { Frame } from "./frame.tsx"
import { begin, recordingWaits, warned } from "./session.ts"
import { SignedOut } from "./start/out.tsx"
import { after, draw, inEnglish } from "./testing.tsx"

const HARMED = { role: "participant", side: "harmed" } as const
const LOST = "it is lost as soon as this page closes"
let ended: number

/** Somebody on a shared device, with what its tab keeps of recordings. */
function onShared(recordings: readonly string[]): void {
  const kept = recordings.map((id) => ({ name: `recording/K7M2QX9T/${id}`, bytes: new Uint8Array(1) }))
  const device = {
    durable: false,
    list: async (prefix: string) => kept.filter(({ name }) => name.startsWith(prefix)),
  }
  begin({ ...inventedSession(HARMED), privateDevice: false, device: device as unknown as Session["device"] })
}

async function press(room: Element, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].find(({ textContent }) => textContent === words)
  if (found === undefined) throw new Error(`no button ${words} in ${room.textContent}`)
  await after(() => found.click())
  await after(() => undefined)
}

beforeAll(inEnglish)
beforeEach(() => {
  ended = 0
  warned.value = false
  recordingWaits.value = false
  const invented = inventedActions(HARMED, "en")
  const signOut = async () => {
    ended += 1
  }
  actWith({ ...invented, signIn: async () => ({ ...(await invented.signIn()), signOut }) })
})

test("who signs out of a shared device with a recording that was not sent is asked first", async () => {
  onShared(["taken"])
  const room = draw(<Frame>{null}</Frame>)
  await press(room, "Sign out")
  expect(room.querySelector("dialog")?.textContent).toContain(LOST)
  await press(room, "Stay signed in")
  expect(room.querySelector("dialog")).toBeNull()
  expect(ended).toBe(0)
  await press(room, "Sign out")
  await press(room, "Sign out now")
  expect(ended).toBe(1)
})

test("nobody else is asked", async () => {
  onShared([])
  await press(draw(<Frame>{null}</Frame>), "Sign out")
  expect(ended).toBe(1)
  begin(inventedSession(HARMED))
  await press(draw(<Frame>{null}</Frame>), "Sign out")
  expect(ended).toBe(2)
})

test("whoever is asked if they are still there is told of the recording, too", async () => {
  onShared(["taken"])
  const room = draw(<Frame>{null}</Frame>)
  await after(() => (warned.value = true))
  await after(() => undefined)
  expect(room.querySelectorAll("dialog")).toHaveLength(1)
  expect(room.querySelector("dialog")?.textContent).toContain(LOST)
})

test("after the end it is said that the recording waits in this page, and how to find it again", async () => {
  const room = draw(<SignedOut idle />)
  expect(room.textContent).not.toContain("A recording waits in this page")
  await after(() => (recordingWaits.value = true))
  expect(room.textContent).toContain("A recording waits in this page")
})
