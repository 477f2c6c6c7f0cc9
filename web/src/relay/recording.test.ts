// SPDX-License-Identifier: EUPL-1.2
/** What was recorded is found again by who recorded it, goes out as a film, and is let go of. */
import { readFile } from "node:fs/promises"
import { beforeEach, expect, test } from "vitest"
import { CASE, type Office, openOffice } from "../../tests/office.ts"
import { giveFilm } from "./film.ts"
import { beginRecording, dropRecording, leftRecordings, listRecordings, openRecording } from "./recording.ts"
import type { Session } from "./session.ts"

const TYPE = "video/webm;codecs=vp8,opus"
let office: Office
let camille: Session

async function record(session: Session): Promise<string> {
  const film = await readFile(new URL("../../../tests/media/recorded.webm", import.meta.url))
  const recording = await beginRecording(session, TYPE)
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
  expect(await listRecordings(again)).toEqual([{ id, begunAt: camille.ports.clock.now() }])
  expect((await openRecording(again, id)).type).toBe(TYPE)
  const other = await office.enter("jonas", { ports: camille.ports })
  expect(await listRecordings(other)).toEqual([])
  await expect(openRecording(other, id)).rejects.toMatchObject({ code: "not-found" })
  expect(await listRecordings(again)).toHaveLength(1)
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

test("what is let go of is gone", async () => {
  const id = await record(camille)
  await dropRecording(camille, id)
  expect(await listRecordings(camille)).toEqual([])
  await expect(openRecording(camille, id)).rejects.toMatchObject({ code: "not-found" })
})
