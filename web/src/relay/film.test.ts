// SPDX-License-Identifier: EUPL-1.2
/** A film is cleaned and sealed once; what arrives is what was sealed, however often the sending breaks. */
import { readFile } from "node:fs/promises"
import { beforeEach, describe, expect, test } from "vitest"
import { CASE, type Office, openOffice } from "../../tests/office.ts"
import { concat, utf8 } from "../crypto/bytes.ts"
import { decode } from "../crypto/canonical.ts"
import { HASH_BYTES } from "../crypto/derive.ts"
import { unb64u } from "../crypto/encoding.ts"
import { STORED_CHUNK_BYTES } from "../crypto/stream.ts"
import { RelayError } from "../errors.ts"
import { bytesASecond } from "../media/formats.ts"
import { openSeekable } from "../media/seekable.ts"
import { readText } from "../protocol/opening.ts"
import { readCaptions } from "../review/captions.ts"
import { type Film, mediaIn } from "../review/contents.ts"
import { giveAnew } from "./anew.ts"
import { takenOver } from "./drafts.ts"
import { type ComposedFilm, checkRoom, giveFilm, minutesToRecord, roomFor } from "./film.ts"
import { continueSending, type Progress, unsentLetters } from "./give.ts"
import { fetchMessage, openAs } from "./message.ts"
import type { Session } from "./session.ts"

const PHONE = new URL("../../../tests/media/iphone.mov", import.meta.url)
let office: Office
let camille: Session
let film: ComposedFilm

beforeEach(async () => {
  office = await openOffice()
  camille = await office.enter("camille")
  const bytes = await readFile(PHONE)
  film = {
    ...{ case: CASE, addressee: null, language: "fr", contentNote: "Je parle lentement.", supersedes: null },
    ...{ source: { kind: "file", file: new Blob([bytes]) }, bytes: bytes.length },
    poster: { type: "image/webp", content: concat(utf8("RIFF\0\0\0\0WEBPVP8 "), new Uint8Array(100)) },
    captions: "WEBVTT\n\nSTYLE\n::cue { color: red }\n\n00:00.000 --> 00:01.000 line:0\n<b>Bonjour</b>\n",
    transcript: "Bonjour.",
  }
})

function breaks(call: string, times: number): void {
  let left = times
  office.kept.fault = (name) => {
    if (name !== call || left === 0) return
    left -= 1
    throw new RelayError("offline", "a broken link")
  }
}

/** A film that was sealed, and not sent in seven days. */
async function lapsed(): Promise<string> {
  breaks("submit", 1)
  await expect(giveFilm(camille, film)).rejects.toMatchObject({ code: "offline" })
  breaks("none", 0)
  const [unsent] = await unsentLetters(camille)
  const kept = office.kept.messages.get(unsent?.id ?? "")
  if (unsent === undefined || kept === undefined) throw new Error("nothing waits")
  kept.state = "expired"
  return unsent.id
}

const partOf = (id: string, part: number) =>
  concat(office.kept.messages.get(id)?.parts.get(part) ?? new Uint8Array(0))

const bodyLength = (id: string) => {
  const body = office.kept.messages.get(id)?.body as { parts: { count: number }[] } | undefined
  return (body?.parts[0]?.count ?? 0) * STORED_CHUNK_BYTES
}

/** All of a film, read as it is watched. */
async function wholeFilm(id: string, watched: Film) {
  const { client } = camille.ports
  const table = await client.leaves(id, watched.part, watched.claim.count * HASH_BYTES)
  const { length, read } = await openSeekable(watched, table, (first, end) =>
    client.partRange(id, watched.part, { start: first * STORED_CHUNK_BYTES, end: end * STORED_CHUNK_BYTES }),
  )
  return read({ start: 0, end: length })
}

describe("giving a film", () => {
  test("a file that is too large is refused when it is chosen", async () => {
    await expect(checkRoom(camille, 4 * 2 ** 30 + 1)).rejects.toMatchObject({ code: "media-too-large" })
    await expect(checkRoom(camille, 1)).resolves.toBeUndefined()
  })

  test("opens for its author with poster, captions and transcript, and holds no place", async () => {
    const stages: Progress[] = []
    const id = await giveFilm(camille, film, { onProgress: (progress) => stages.push(progress) })
    const opened = await openAs(camille, await fetchMessage(camille, id), "self")
    expect(opened.sender.parts.map(({ type }) => type)).toEqual([
      "video/mp4",
      "image/webp",
      "text/vtt",
      "text/plain",
    ])
    expect(opened.sender.parts[0]?.duration_ms).toBeGreaterThan(900)
    expect(opened.sender.content_note).toBe("Je parle lentement.")
    const normal = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nBonjour\n"
    expect(readText(opened.parts[2] ?? new Uint8Array(0))).toBe(normal)
    expect(readText(opened.parts[3] ?? new Uint8Array(0))).toBe("Bonjour.")
    const content = new TextDecoder("latin1").decode(await wholeFilm(id, mediaIn(opened).films[0]!))
    expect(content.slice(4, 8)).toBe("ftyp")
    expect(content).not.toContain("45.5017")
    expect([...new Set(stages.map(({ stage }) => stage))]).toEqual(["preparing", "locking", "sending"])
    expect(stages.filter(({ mayClose }) => mayClose).every(({ stage }) => stage === "sending")).toBe(true)
    expect(await (await camille.ports.films()).names()).toEqual([])
  })

  test("takes the place of a returned one: same case, same reader, linked by hash", async () => {
    const returned = await giveFilm(camille, film)
    const { case: place, addressee, supersedes, contentNote } = await takenOver(camille, returned)
    const id = await giveFilm(camille, { ...film, case: place, addressee, supersedes })
    const [before, after] = [returned, id].map((one) => office.kept.messages.get(one))
    expect(supersedes).toBe(before?.hash)
    expect(decode(unb64u(after?.manifest.body ?? ""))).toMatchObject({ supersedes, addressees: [addressee] })
    expect(contentNote).toBe("Je parle lentement.")
  })

  test("goes on with the same bytes after the line broke, and after a reload", async () => {
    breaks("raw PATCH", 50)
    await expect(giveFilm(camille, film)).rejects.toMatchObject({ code: "offline" })
    const [unsent] = await unsentLetters(camille)
    expect(unsent?.isFilm).toBe(true)
    const id = unsent?.id ?? ""
    const sealed = await (await camille.ports.films()).open(id)
    const before = await sealed?.slice(0, sealed.length)
    breaks("none", 0)
    const later = await office.enter("camille", { ports: camille.ports })
    await continueSending(later, id)
    expect(partOf(id, 0)).toEqual(before)
    expect(await unsentLetters(later)).toEqual([])
  }, 60_000)

  test("goes on where most of it is, whichever beginning the server names first", async () => {
    breaks("raw PATCH", 50)
    await expect(giveFilm(camille, film)).rejects.toMatchObject({ code: "offline" })
    breaks("none", 0)
    const [[, lost] = []] = [...office.kept.uploads]
    if (lost === undefined) throw new Error("nothing was begun")
    const sealed = await (await camille.ports.films()).open(lost.message)
    const bytes = (await sealed?.slice(0, STORED_CHUNK_BYTES)) ?? new Uint8Array(0)
    office.kept.uploads.set("/v1/uploads/further", { ...lost, bytes })
    await continueSending(camille, lost.message)
    expect(lost.bytes).toHaveLength(0)
    expect(await unsentLetters(camille)).toEqual([])
  }, 60_000)

  test("goes on with a beginning whose answer was lost, as often as the server takes one", async () => {
    let lost = 0
    office.kept.fault = (name) => {
      if (name !== "raw POST" || lost === 3) return
      const message = [...office.kept.messages.keys()].at(-1) ?? ""
      const length = bodyLength(message)
      office.kept.uploads.set(`/v1/uploads/lost${lost}`, { message, part: 0, length, bytes: concat() })
      lost += 1
      throw new RelayError("offline", "its answer was lost")
    }
    const id = await giveFilm(camille, film)
    expect(lost).toBe(3)
    expect(partOf(id, 0)).toHaveLength(bodyLength(id))
  }, 60_000)

  test("p25 two tries share neither id, key, salt nor file", async () => {
    const ids = [await giveFilm(camille, film), await giveFilm(camille, film)] as const
    const salts = ids.map((id) => {
      const body = decode(unb64u(office.kept.messages.get(id)?.manifest.body ?? "")) as {
        parts: { salt: string }[]
      }
      return body.parts.map(({ salt }) => salt)
    })
    expect(new Set(salts.flat()).size).toBe(8)
    expect(partOf(ids[0], 0)).not.toEqual(partOf(ids[1], 0))
  })

  test("p25 what a crash left is let go of, what waits is not, and another tab's is not", async () => {
    const films = await camille.ports.films()
    breaks("newMessage", 1)
    await expect(giveFilm(camille, film)).rejects.toMatchObject({ code: "offline" })
    const [waiting] = await films.names()
    const { source } = film
    const locking = { onProgress: () => {}, signal: undefined }
    const { partKeys } = await import("../crypto/stream.ts")
    const keys = await partKeys(new Uint8Array(32), { salt: new Uint8Array(32), context: new Uint8Array(1) })
    for (const name of ["crashed", "elsewhere"])
      await films.lock(name, { source, keys, salt: new Uint8Array(32) }, locking)
    await films.alone("film elsewhere", () => giveFilm(camille, film))
    expect([...(await films.names())].sort()).toEqual(["elsewhere", waiting].sort())
  })

  test("p25 what lapsed says so, and goes out again as a message of its own, as it was made", async () => {
    const id = await lapsed()
    await expect(continueSending(camille, id)).rejects.toMatchObject({ code: "lapsed" })
    expect((await unsentLetters(camille)).map((one) => one.id)).toEqual([id])
    const before = office.kept.messages.get(id)
    const fresh = await giveAnew(camille, id)
    expect(fresh).not.toBe(id)
    expect(await unsentLetters(camille)).toEqual([])
    expect(await (await camille.ports.films()).names()).toEqual([])
    const opened = await openAs(camille, await fetchMessage(camille, fresh), "self")
    expect(opened.sender).toMatchObject({ content_note: "Je parle lentement.", language: "fr" })
    const types = ["video/mp4", "image/webp", "text/vtt", "text/plain"]
    expect(opened.sender.parts.map(({ type }) => type)).toEqual(types)
    expect(readText(opened.parts[3] ?? new Uint8Array(0))).toBe("Bonjour.")
    const content = new TextDecoder("latin1").decode(await wholeFilm(fresh, mediaIn(opened).films[0]!))
    expect(content.slice(4, 8)).toBe("ftyp")
    const saltsOf = (body: unknown) => (body as { parts: { salt: string }[] }).parts.map(({ salt }) => salt)
    const salts = [before, office.kept.messages.get(fresh)].flatMap((one) => saltsOf(one?.body))
    expect(new Set(salts).size).toBe(8)
  })

  test("p25 a line that breaks while it goes out again leaves one of it, not two, and not none", async () => {
    const id = await lapsed()
    breaks("submit", 1)
    await expect(giveAnew(camille, id)).rejects.toMatchObject({ code: "offline" })
    const [unsent, ...others] = await unsentLetters(camille)
    expect(others).toEqual([])
    expect(unsent?.id).not.toBe(id)
    await continueSending(camille, unsent?.id ?? "")
    expect(await unsentLetters(camille)).toEqual([])
  })

  test("a second tab does not send at the same time", async () => {
    breaks("newMessage", 1)
    await expect(giveFilm(camille, film)).rejects.toMatchObject({ code: "offline" })
    const [unsent] = await unsentLetters(camille)
    const id = unsent?.id ?? ""
    const films = await camille.ports.films()
    const second = films.alone(`sending ${id}`, () => continueSending(camille, id))
    await expect(second).rejects.toMatchObject({ code: "other-tab" })
  })

  test.each([
    ["no-room", { bytes: 2 ** 30 }],
    ["hidden-text", { captions: "WEBVTT\n\n00:00.000 --> 00:01.000\nBon\u200bjour\n" }],
    ["malformed", { captions: "WEBVTT\n\n00:02.000 --> 00:01.000\nBonjour\n" }],
    ["media-empty", { source: { kind: "file", file: new Blob([]) } as const }],
  ])("%s is said before anything is sent, and leaves nothing behind", async (code, change) => {
    const sent = office.kept.messages.size
    await expect(giveFilm(camille, { ...film, ...change })).rejects.toMatchObject({ code })
    expect(office.kept.messages.size).toBe(sent)
    expect(await (await camille.ports.films()).names()).toEqual([])
    expect(await unsentLetters(camille)).toEqual([])
  })

  test("captions that end after a film are refused with their line, though nobody knew its length before", async () => {
    const captions = "WEBVTT\n\n00:00.000 --> 00:01.000\nBonjour\n\n00:01.000 --> 01:00.000\nJonas\n"
    const late = { code: "malformed", fault: "late", line: 6 }
    await expect(giveFilm(camille, { ...film, captions })).rejects.toMatchObject(late)
    expect(office.kept.messages.size).toBe(0)
    expect(await (await camille.ports.films()).names()).toEqual([])
  })

  test("lines without times share the film as it is, whatever its length", async () => {
    const id = await giveFilm(camille, { ...film, captions: "Bonjour.\nC’est moi." })
    const opened = await openAs(camille, await fetchMessage(camille, id), "self")
    const [, last] = readCaptions(readText(opened.parts[2] ?? new Uint8Array(0)))
    expect(last?.to).toBe(opened.sender.parts[0]?.duration_ms)
  })

  test("the minutes that can be recorded leave room for sealing them, and a voice has more of them", async () => {
    const films = { ...(await camille.ports.films()), room: async () => (100 * 2 ** 20) as number | null }
    const here = { ...camille, ports: { ...camille.ports, films: async () => films } }
    const minutes = (await minutesToRecord(here, { picture: true })) ?? 0
    const bytes = minutes * 60 * bytesASecond({ picture: true })
    expect(minutes).toBeGreaterThan(3)
    expect(bytes + roomFor(bytes)).toBeLessThan(100 * 2 ** 20)
    expect(await minutesToRecord(here, { picture: false })).toBeGreaterThan(10 * minutes)
    films.room = async () => 2 ** 19
    expect(await minutesToRecord(here, { picture: false })).toBe(0)
    films.room = async () => null
    expect(await minutesToRecord(here, { picture: true })).toBeNull()
  })

  test("the room asked for holds the largest padding", () => {
    expect(roomFor(1_000_000)).toBeGreaterThan(1_120_000)
  })
})
