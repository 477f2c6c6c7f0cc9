// SPDX-License-Identifier: EUPL-1.2
/** What phones and browsers write goes in; what may be sealed comes out, and nothing of the rest. */
import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from "mediabunny"
import { expect, test } from "vitest"
import { RelayError } from "../errors.ts"
import { type Cleaned, clean } from "./clean.ts"
import { MAX_FILM_BYTES } from "./formats.ts"
import { ofBlob } from "./random_access.ts"

const fixture = (name: string) => readFile(new URL(`../../../tests/media/${name}`, import.meta.url))
const plays = async () => true

async function cleaned(
  name: string,
): Promise<{ readonly found: Cleaned; readonly film: Uint8Array<ArrayBuffer> }> {
  const film = new Uint8Array(2 ** 20)
  const write = async (position: number, bytes: Uint8Array) => film.set(bytes, position)
  const found = await clean(ofBlob(new Blob([await fixture(name)])), { write }, { plays })
  return { found, film: film.slice(0, found.bytes) }
}

const inputOf = (film: Uint8Array<ArrayBuffer>) =>
  new Input({ formats: ALL_FORMATS, source: new BufferSource(film) })
const text = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes)

test.each(["iphone.mov", "iphone-hevc.mov"])(
  "place and maker of %s are nowhere in the result",
  async (name) => {
    const before = text(await fixture(name))
    const after = text((await cleaned(name)).film)
    for (const told of [
      "+45.5017",
      "73.5673",
      "Pomme",
      "com.apple",
      "ISO6709",
      "mdta",
      "udta",
      "\u00a9xyz",
      "\u00a9mak",
    ]) {
      expect(before).toContain(told)
      expect(after).not.toContain(told)
    }
  },
)

test.each(["told.mp4", "told.webm"])("what the stream of %s tells is not in the result", async (name) => {
  const before = text(await fixture(name))
  const { film, found } = await cleaned(name)
  for (const told of ["+45.5017", "Pomme"]) {
    expect(before).toContain(told)
    expect(text(film)).not.toContain(told)
  }
  expect(found.durationMs).toBeGreaterThan(950)
  expect(await decoded(film)).toBe("")
})

/** What ffmpeg complains of when it plays a film; nothing where it is whole. */
async function decoded(film: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "cleaned-"))
  const path = join(folder, "film")
  await writeFile(path, film)
  const { stderr } = await promisify(execFile)("ffmpeg", ["-v", "error", "-i", path, "-f", "null", "-"])
  await rm(folder, { recursive: true })
  return stderr
}

test("the note of an HEVC encoder is not in the result, and it plays", async () => {
  expect(text(await fixture("iphone-hevc.mov"))).toContain("x265")
  const { film } = await cleaned("iphone-hevc.mov")
  expect(text(film)).not.toContain("x265")
  expect(await decoded(film)).toBe("")
})

test.each(["iphone.mov", "voice.mp4", "recorded.webm"])(
  "when %s was made is not in the result, nor when it was cleaned",
  async (name) => {
    const folder = await mkdtemp(join(tmpdir(), "cleaned-"))
    const path = join(folder, "film")
    await writeFile(path, (await cleaned(name)).film)
    const asked = ["-v", "error", "-show_entries", "format_tags:stream_tags", "-show_format", path]
    const { stdout } = await promisify(execFile)("ffprobe", asked)
    await rm(folder, { recursive: true })
    expect(stdout).toContain("duration=")
    expect(stdout).not.toMatch(/creation_time|date/i)
  },
)

test("a phone's film keeps its turn, its length, its picture and its sound, and no third track", async () => {
  const { found, film } = await cleaned("iphone.mov")
  expect(found).toMatchObject({
    type: "video/mp4",
    width: 180,
    height: 320,
    hasSound: true,
    hasPicture: true,
  })
  expect(found.durationMs).toBeGreaterThan(950)
  expect(found.durationMs).toBeLessThan(1100)
  const input = inputOf(film)
  expect((await input.getTracks()).map(({ type }) => type)).toEqual(["video", "audio"])
  const before = await inputOf(new Uint8Array(await fixture("iphone.mov"))).getPrimaryVideoTrack()
  expect(await before?.getRotation()).toBe(270)
  expect(await (await input.getPrimaryVideoTrack())?.getRotation()).toBe(270)
})

test("nothing is encoded anew: the packets are the phone's own, without its encoder's note", async () => {
  const before = await packetsOf(new Uint8Array(await fixture("iphone.mov")))
  expect(before.length).toBe(15)
  const [first = "", ...others] = await packetsOf((await cleaned("iphone.mov")).film)
  expect(others).toEqual(before.slice(1))
  expect(before[0]).toContain("x264")
  expect(first).not.toContain("x264")
  expect(first.length).toBeGreaterThan(100)
  expect(before[0]?.endsWith(first)).toBe(true)
})

async function packetsOf(film: Uint8Array<ArrayBuffer>): Promise<readonly string[]> {
  const track = await inputOf(film).getPrimaryVideoTrack()
  const found: string[] = []
  for await (const packet of new EncodedPacketSink(track!).packets()) found.push(text(packet.data))
  return found
}

test("pictures that come at uneven times keep them", async () => {
  const before = await timesOf(new Uint8Array(await fixture("uneven.mp4")))
  const steps = before.slice(1).map((at, index) => at - (before[index] ?? 0))
  expect(new Set(steps).size).toBeGreaterThan(2)
  expect(await timesOf((await cleaned("uneven.mp4")).film)).toEqual(before)
})

/** When each picture is shown, in milliseconds. */
async function timesOf(film: Uint8Array<ArrayBuffer>): Promise<readonly number[]> {
  const track = await inputOf(film).getPrimaryVideoTrack()
  const found: number[] = []
  for await (const { timestamp } of new EncodedPacketSink(track!).packets())
    found.push(Math.round(timestamp * 1000))
  return found
}

test("what was trimmed off before its beginning stays behind", async () => {
  const folder = await mkdtemp(join(tmpdir(), "trimmed-"))
  const path = join(folder, "film.mp4")
  const picture = ["-f", "lavfi", "-i", "testsrc2=size=64x64:rate=16:duration=4"]
  const sound = ["-f", "lavfi", "-i", "sine=sample_rate=48000:duration=4"]
  const coded = ["-c:v", "libx264", "-g", "16", "-bf", "0", "-c:a", "aac", "-video_track_timescale", "16000"]
  await promisify(execFile)("ffmpeg", ["-v", "error", ...picture, ...sound, ...coded, path])
  const film = new Uint8Array(await readFile(path))
  await rm(folder, { recursive: true })
  trim(film, 2.5)
  const kept = new Uint8Array(2 ** 20)
  const write = async (position: number, bytes: Uint8Array) => kept.set(bytes, position)
  const found = await clean(ofBlob(new Blob([film])), { write }, { plays })
  expect(found.durationMs).toBeGreaterThan(1400)
  expect(found.durationMs).toBeLessThan(1600)
  // From the picture at 2 seconds, which the decoder begins with: the first 32 of 64 are gone.
  expect(await packetsOf(kept.slice(0, found.bytes))).toHaveLength(32)
  expect(found.bytes).toBeLessThan(film.length * 0.7)
  expect(await decoded(kept.slice(0, found.bytes))).toBe("")
})

/** Say in a film's edit lists that it begins so many seconds in; its tracks count in 16,000 and 48,000. */
function trim(film: Uint8Array<ArrayBuffer>, seconds: number): void {
  const view = new DataView(film.buffer)
  const at = [...text(film).matchAll(/elst/g)].map(({ index }) => index)
  for (const [track, place] of at.entries()) view.setUint32(place + 16, seconds * (track === 0 ? 16e3 : 48e3))
  expect(at).toHaveLength(2)
}

test("a recording without a length gets one", async () => {
  const { found, film } = await cleaned("recorded.webm")
  expect(found).toMatchObject({ type: "video/webm", hasSound: true })
  expect(await inputOf(film).getDurationFromMetadata()).toBeCloseTo(found.durationMs / 1000, 1)
})

test.each([
  ["voice.webm", "audio/webm"],
  ["voice.mp4", "audio/mp4"],
])("a voice alone is kept as one: %s", async (name, type) => {
  expect((await cleaned(name)).found).toMatchObject({ type, hasPicture: false, hasSound: true, width: 0 })
})

test("a film without sound is taken, and says so", async () => {
  expect((await cleaned("silent.mp4")).found).toMatchObject({ hasSound: false, hasPicture: true })
})

test("a form that this browser cannot show is kept, and says so", async () => {
  const asked: string[] = []
  const source = ofBlob(new Blob([await fixture("iphone-hevc.mov")]))
  const found = await clean(
    source,
    { write: async () => {} },
    {
      plays: async (type) => {
        asked.push(type)
        return !type.includes("hev1")
      },
    },
  )
  expect(found.playsHere).toBe(false)
  expect(asked[0]).toMatch(/^video\/mp4; codecs="hev1\.[^"]+, mp4a\.40\.2"$/)
})

test.each([
  ["empty.mp4", "media-empty"],
  ["playlist.mp4", "media-unknown"],
  ["unknown.mp4", "media-codec"],
  ["truncated.mov", "media-broken"],
  ["cut.mp4", "media-broken"],
])("%s is refused by its own name", async (name, code) => {
  await expect(cleaned(name)).rejects.toMatchObject({ code })
})

test("more than 4 GiB is refused before anything is read", async () => {
  const source = { size: MAX_FILM_BYTES + 1, read: () => Promise.reject(new Error("read")) }
  await expect(clean(source, { write: async () => {} }, { plays })).rejects.toMatchObject({
    code: "media-too-large",
  })
})

test("what the sink refuses is what is said", async () => {
  const refusing = { write: () => Promise.reject(new RelayError("no-room", "test")) }
  const source = ofBlob(new Blob([await fixture("iphone.mov")]))
  await expect(clean(source, refusing, { plays })).rejects.toMatchObject({ code: "no-room" })
})
