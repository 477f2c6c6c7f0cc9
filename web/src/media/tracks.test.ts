// SPDX-License-Identifier: EUPL-1.2
/** Whoever watches a film sees and hears the same: a second sound or picture is not played anywhere. */
import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import { clean } from "./clean.ts"
import { ofBlob, type RandomAccess } from "./random_access.ts"
import { requireOneOfEach } from "./tracks.ts"

const fixture = (name: string) => new URL(`../../../tests/media/${name}`, import.meta.url)
const REFUSED = { code: "film-unplayable" }

async function madeOf(name: string, ...words: readonly string[]): Promise<RandomAccess> {
  const folder = await mkdtemp(join(tmpdir(), "tracks-"))
  const path = join(folder, `film.${name.split(".")[1]}`)
  const from = ["-v", "error", "-i", fixture(name).pathname]
  await promisify(execFile)("ffmpeg", [...from, "-c", "copy", ...words, path])
  const film = ofBlob(new Blob([await readFile(path)]))
  await rm(folder, { recursive: true })
  return film
}

test.each(["silent.mp4", "voice.mp4", "fragments.mp4", "recorded.webm", "voice.webm", "told.webm"])(
  "%s holds at most one of each",
  async (name) => {
    await requireOneOfEach(ofBlob(new Blob([await readFile(fixture(name))])), `video/${name.split(".")[1]}`)
  },
)

test.each(["iphone.mov", "iphone-hevc.mov", "recorded.webm"])("what is cleaned of %s does", async (name) => {
  const film = new Uint8Array(2 ** 20)
  const write = async (position: number, bytes: Uint8Array) => film.set(bytes, position)
  const source = ofBlob(new Blob([await readFile(fixture(name))]))
  const { bytes, type } = await clean(source, { write }, { plays: async () => true })
  await requireOneOfEach(ofBlob(new Blob([film.slice(0, bytes)])), type)
})

test.each([
  ["fragments.mp4", ["-map", "0:v", "-map", "0:a", "-map", "0:a"]],
  ["fragments.mp4", ["-map", "0:v", "-map", "0:v"]],
  ["fragments.mp4", ["-map", "0:v", "-map", "0:v", "-movflags", "faststart"]],
  ["recorded.webm", ["-map", "0:v", "-map", "0:a", "-map", "0:a"]],
] as const)("a second picture or sound is refused: %s %s", async (name, words) => {
  const film = await madeOf(name, ...words)
  await expect(requireOneOfEach(film, `video/${name.split(".")[1]}`)).rejects.toMatchObject(REFUSED)
})

test.each(["iphone.mov", "playlist.mp4", "empty.mp4"])("%s, as it is, is not played", async (name) => {
  const film = ofBlob(new Blob([await readFile(fixture(name))]))
  await expect(requireOneOfEach(film, "video/mp4")).rejects.toMatchObject(REFUSED)
})

test("a film of a million empty boxes keeps nobody busy", async () => {
  let reads = 0
  const read = async () => {
    reads += 1
    return new Uint8Array([0, 0, 0, 8, 102, 114, 101, 101, 0, 0, 0, 8, 102, 114, 101, 101])
  }
  await expect(requireOneOfEach({ size: 8e6, read }, "video/mp4")).rejects.toMatchObject(REFUSED)
  expect(reads).toBeLessThan(100)
})

const placeOf = (film: Uint8Array, name: string) => new TextDecoder("latin1").decode(film).lastIndexOf(name)

/** The same, one number of which is another. */
async function changed(film: RandomAccess, change: (view: DataView, bytes: Uint8Array) => void) {
  const bytes = await film.read(0, film.size)
  change(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes)
  return ofBlob(new Blob([bytes]))
}

test("a second sound that says it is longer than there is room for is counted, too", async () => {
  const two = await madeOf("fragments.mp4", "-map", "0:v", "-map", "0:a", "-map", "0:a")
  const hidden = await changed(two, (view, bytes) => {
    const at = placeOf(bytes, "trak") - 4
    view.setUint32(at, view.getUint32(at) + 1_000_000)
  })
  await expect(requireOneOfEach(hidden, "video/mp4")).rejects.toMatchObject(REFUSED)
})

test("a picture that is described twice is refused", async () => {
  const film = ofBlob(new Blob([await readFile(fixture("silent.mp4"))]))
  const twice = await changed(film, (view, bytes) => view.setUint32(placeOf(bytes, "stsd") + 8, 2))
  await expect(requireOneOfEach(twice, "video/mp4")).rejects.toMatchObject(REFUSED)
})

test.each([
  ["a second name of its form", [0x86, 0x81]],
  ["a second description", [0x63, 0xa2, 0x80]],
])("%s in a WebM is refused", async (_, other) => {
  const film = ofBlob(new Blob([await readFile(fixture("recorded.webm"))]))
  const twice = await changed(film, (_view, bytes) => {
    // What says that no blocks share a frame (FlagLacing, 3 bytes) gives way, in the sound's entry, the last one.
    const at = bytes.findLastIndex((byte, place) => byte === 0x9c && bytes[place + 1] === 0x81 && place < 700)
    if (at < 0) throw new Error("no such element")
    bytes.set(other, at)
  })
  await expect(requireOneOfEach(twice, "video/webm")).rejects.toMatchObject(REFUSED)
})

test("a film that begins as one of another kind is refused", async () => {
  // Of four bytes: an MP4's box of 440 million, and to a browser that goes by them the head of a WebM.
  const movie = new Uint8Array(await readFile(fixture("silent.mp4")))
  const before = 0x1a45dfa3
  const read = async (start: number, end: number) => {
    const head = Uint8Array.of(
      0x1a,
      0x45,
      0xdf,
      0xa3,
      0x9f,
      0x42,
      0x86,
      0x81,
      1,
      0x42,
      0xf7,
      0x81,
      1,
      0,
      0,
      0,
    )
    return start < before ? head.slice(start, Math.min(end, 16)) : movie.slice(start - before, end - before)
  }
  const both = { size: before + movie.length, read }
  await expect(requireOneOfEach(both, "video/mp4")).rejects.toMatchObject(REFUSED)
})
