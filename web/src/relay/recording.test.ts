// SPDX-License-Identifier: EUPL-1.2
/** What was recorded is found again by who recorded it, goes out as a film, and is let go of. */
import { readFile } from "node:fs/promises"
import { beforeEach, expect, test } from "vitest"
import { twoTabs } from "../../tests/films.ts"
import { CASE, type Office, openOffice } from "../../tests/office.ts"
import { keepBeside } from "./beside.ts"
import { giveFilm, mayGo } from "./film.ts"
import { continueSending, dropUnsent, type Progress } from "./give.ts"
import { dropRecording } from "./kept_recording.ts"
import { beginRecording, leftRecordings, listRecordings, openRecording } from "./recording.ts"
import type { Session } from "./session.ts"

const TYPE = "video/webm;codecs=vp8,opus"
let office: Office
let camille: Session

async function record(session: Session, type = TYPE): Promise<string> {
  const film = await readFile(new URL("../../../tests/media/recorded.webm", import.meta.url))
  const recording = await beginRecording(session, type)
  for (let at = 0; at < film.length; at += 9000) await recording.add(new Blob([film.subarray(at, at + 9000)]))
  await recording.close()
  return recording.id
}

beforeEach(async () => {
  office = await openOffice()
  camille = await office.enter("camille")
})

test("a recording is found after a reload, by who made it and nobody else", async () => {
  const id = await record(camille)
  const again = await office.enter("camille", { ports: camille.ports })
  expect(await listRecordings(again)).toEqual([{ id, kind: "video", begunAt: camille.ports.clock.now() }])
  expect((await openRecording(again, id)).type).toBe(TYPE)
  const other = await office.enter("jonas", { ports: camille.ports })
  expect(await listRecordings(other)).toEqual([])
  await expect(openRecording(other, id)).rejects.toMatchObject({ code: "not-found" })
  expect(await listRecordings(again)).toHaveLength(1)
})

test("a voice is told from a video without opening either", async () => {
  await record(camille)
  await record(camille, "audio/webm;codecs=opus")
  const kinds = (await leftRecordings(camille)).map(({ kind }) => kind)
  expect(kinds.toSorted()).toEqual(["sound", "video"])
})

test("who looks twice at once finds it both times", async () => {
  const id = await record(camille)
  const found = await Promise.all([leftRecordings(camille), leftRecordings(camille), listRecordings(camille)])
  expect(found.map((left) => left.map((one) => one.id))).toEqual([[id], [id], [id]])
})

test("on a shared device the key goes with the tab, and the rest after it", async () => {
  const shared = await office.enter("camille", { ports: camille.ports, privateDevice: false })
  await record(shared)
  await camille.ports.memory.erase()
  expect(await listRecordings(camille)).toEqual([])
  expect(await (await camille.ports.films()).recordings()).toEqual([])
})

test("looking for one's own lets go of nothing: another tab may be recording", async () => {
  const shared = await office.enter("camille", { ports: camille.ports, privateDevice: false })
  const id = await record(shared)
  await camille.ports.memory.erase()
  expect(await leftRecordings(camille)).toEqual([])
  expect(await (await camille.ports.films()).recordings()).toEqual([id])
})

test("it is sent as a film with a length", async () => {
  const { source, film } = await openRecording(camille, await record(camille))
  const told = { case: CASE, addressee: null, language: "en", contentNote: "", supersedes: null }
  const beside = { poster: null, captions: "", transcript: null }
  const id = await giveFilm(camille, { ...told, ...beside, source, bytes: film.size })
  expect(office.kept.messages.get(id)?.state).toBe("submitted")
})

const WORDS = { captions: "Hello.", words: "Hello, all.", note: "Short.", language: "en" }

test("what was typed to go with it is found again with it, by nobody else, and goes with it", async () => {
  const id = await record(camille)
  expect((await openRecording(camille, id)).beside).toBeNull()
  await keepBeside(camille, id, WORDS)
  const again = await office.enter("camille", { ports: camille.ports })
  expect((await openRecording(again, id)).beside).toEqual(WORDS)
  const kept = await camille.ports.kept.list("beside/")
  expect(kept.map(({ bytes }) => new TextDecoder().decode(bytes)).join("")).not.toContain("Hello")
  await dropRecording(again, id)
  expect(await camille.ports.kept.list("beside/")).toEqual([])
})

/** Seal a recording as a film whose sending breaks off. Returns the recording, and the film's id. */
async function sealedOf(session: Session): Promise<readonly [string, string]> {
  const recording = await record(session)
  const { source, film } = await openRecording(session, recording)
  const told = { case: CASE, addressee: null, language: "en", contentNote: "", supersedes: null }
  const composed = { ...told, poster: null, captions: "", transcript: null, source, bytes: film.size }
  const stop = new AbortController()
  let sealed = ""
  const onSealed = (id: string) => {
    sealed = id
    stop.abort()
  }
  const giving = giveFilm(session, composed, { onSealed, signal: stop.signal })
  await expect(giving).rejects.toMatchObject({ code: "offline" })
  return [recording, sealed]
}

test("a recording whose film waits to be sent is not one that waits beside it, and goes when the film is in", async () => {
  const [, film] = await sealedOf(camille)
  const again = await office.enter("camille", { ports: camille.ports })
  expect(await leftRecordings(again)).toEqual([])
  await continueSending(again, film)
  expect(await listRecordings(again)).toEqual([])
  expect(await (await again.ports.films()).recordings()).toEqual([])
})

test("who lets go of a film that was not sent lets go of what it was made from", async () => {
  const [recording, film] = await sealedOf(camille)
  await dropUnsent(camille, film)
  await expect(openRecording(camille, recording)).rejects.toMatchObject({ code: "not-found" })
  expect(await (await camille.ports.films()).recordings()).toEqual([])
})

test("what is let go of is gone", async () => {
  const id = await record(camille)
  await dropRecording(camille, id)
  expect(await listRecordings(camille)).toEqual([])
  await expect(openRecording(camille, id)).rejects.toMatchObject({ code: "not-found" })
})

/** The same person in two tabs of one browser. */
async function inTwoTabs(privateDevice: boolean): Promise<readonly [Session, Session]> {
  const [one, other] = twoTabs()
  const first = await office.enter("camille", {
    ports: { ...camille.ports, films: async () => one },
    privateDevice,
  })
  const { kept } = first.ports
  const { memory } = (await office.enter("camille")).ports
  const ports = { ...first.ports, kept, memory, films: async () => other }
  return [first, await office.enter("camille", { ports, privateDevice })]
}

test("while one tab records, another neither shows it nor lets go of it", async () => {
  const [one, other] = await inTwoTabs(true)
  const recording = await beginRecording(one, TYPE)
  await recording.add(new Blob(["slice"]))
  const mine = await record(other)
  expect((await listRecordings(other)).map(({ id }) => id)).toEqual([mine])
  await expect(dropRecording(other, recording.id)).rejects.toMatchObject({ code: "other-tab" })
  await recording.close()
  expect((await listRecordings(other)).map(({ id }) => id).sort()).toEqual([mine, recording.id].sort())
  expect((await openRecording(one, recording.id)).film.size).toBeGreaterThan(0)
})

test("on a shared device another tab, which has no key of it, leaves a recording to the tab that has", async () => {
  const [one, other] = await inTwoTabs(false)
  const id = await record(one)
  expect(await listRecordings(other)).toEqual([])
  expect((await openRecording(one, id)).film.size).toBeGreaterThan(0)
  await dropRecording(one, id)
  expect(await (await one.ports.films()).recordings()).toEqual([])
})

test("a recording that is being sealed is not let go of by another tab", async () => {
  const [one, other] = await inTwoTabs(true)
  const { source, film } = await openRecording(one, await record(one))
  const told = { case: CASE, addressee: null, language: "en", contentNote: "", supersedes: null }
  const beside = { poster: null, captions: "", transcript: null }
  const dropped = () => dropRecording(other, source.kind === "recording" ? source.name : "")
  let [steps, tried] = [0, Promise.resolve("nothing")]
  const onProgress = ({ stage }: Progress) => {
    // The first word is said before it begins.
    if (stage === "locking" && steps++ === 1) tried = dropped().then(String, ({ code }) => code)
  }
  await giveFilm(one, { ...told, ...beside, source, bytes: film.size }, { onProgress })
  expect(await tried).toBe("other-tab")
})

test("a browser is asked to keep what is recorded where a reload finds it, and only there", async () => {
  const [shared] = await inTwoTabs(false)
  await record(shared)
  expect(await (await shared.ports.films()).isKept()).toBe(false)
  const [own] = await inTwoTabs(true)
  expect(await mayGo(own)).toBe(true)
  await record(own)
  expect(await (await own.ports.films()).isKept()).toBe(true)
  expect(await mayGo(own)).toBe(false)
})

test("a browser that never answers whether it keeps things is not waited for", async () => {
  const films = { ...(await camille.ports.films()), askToKeep: () => new Promise<void>(() => undefined) }
  const here = await office.enter("camille", { ports: { ...camille.ports, films: async () => films } })
  expect(await listRecordings(here)).toHaveLength(0)
  await record(here)
  expect(await listRecordings(here)).toHaveLength(1)
})
