// SPDX-License-Identifier: EUPL-1.2
/** What an author cut out of a film on their phone, where the phone only noted it: it goes to nobody. */
import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from "mediabunny"
import { beforeAll, expect, test } from "vitest"
import { clean } from "./clean.ts"
import { ofBlob } from "./random_access.ts"

const SECONDS = 4
/** ffmpeg counts a film in thousandths, and these tracks so. */
const FILM_TICKS = 1000
const TRACK_TICKS = [16_000, 48_000]
const ENTRY_BYTES = 12
let whole: Uint8Array<ArrayBuffer>

type Edit = { readonly from: number; readonly lasts: number; readonly rate?: number }

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "edits-"))
  const path = join(folder, "film.mp4")
  const picture = ["-f", "lavfi", "-i", `testsrc2=size=64x64:rate=16:duration=${SECONDS}`]
  const sound = ["-f", "lavfi", "-i", `sine=sample_rate=48000:duration=${SECONDS}`]
  const coded = ["-c:v", "libx264", "-g", "16", "-bf", "2", "-c:a", "aac", "-video_track_timescale", "16000"]
  await promisify(execFile)("ffmpeg", ["-v", "error", ...picture, ...sound, ...coded, path])
  whole = new Uint8Array(await readFile(path))
  await rm(folder, { recursive: true })
})

const placesOf = (film: Uint8Array, name: string) =>
  [...new TextDecoder("latin1").decode(film).matchAll(new RegExp(name, "gu"))].map(({ index }) => index)

/** The same film with these edits in both tracks: its table of contents lies at its end, so nothing else moves. */
function edited(edits: readonly Edit[]): Uint8Array<ArrayBuffer> {
  return withEdits(withEdits(whole, edits, 1), edits, 0)
}

function withEdits(film: Uint8Array<ArrayBuffer>, edits: readonly Edit[], track: 0 | 1) {
  const at = placesOf(film, "elst")[track] as number
  const rows = at + 12
  const more = (edits.length - 1) * ENTRY_BYTES
  const grown = new Uint8Array(film.length + more)
  grown.set(film.subarray(0, rows))
  grown.set(film.subarray(rows + ENTRY_BYTES), rows + edits.length * ENTRY_BYTES)
  const view = new DataView(grown.buffer)
  const holding = ["elst", "edts", "trak", "moov"].map((name) =>
    placesOf(film, name).findLast((one) => one <= at),
  )
  for (const box of holding as number[]) view.setUint32(box - 4, view.getUint32(box - 4) + more)
  view.setUint32(at + 8, edits.length)
  for (const [row, edit] of edits.entries())
    writeEdit(view, rows + row * ENTRY_BYTES, edit, TRACK_TICKS[track] ?? 0)
  return grown
}

function writeEdit(view: DataView, at: number, { from, lasts, rate = 1 }: Edit, ticks: number): void {
  view.setUint32(at, lasts * FILM_TICKS)
  view.setInt32(at + 4, from < 0 ? -1 : from * ticks)
  view.setUint32(at + 8, rate * 65_536)
}

async function cleaned(film: Uint8Array<ArrayBuffer>) {
  const kept = new Uint8Array(2 ** 20)
  const write = async (position: number, bytes: Uint8Array) => kept.set(bytes, position)
  const found = await clean(ofBlob(new Blob([film])), { write }, { plays: async () => true })
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(kept.slice(0, found.bytes)) })
  const times: (readonly number[])[] = []
  for (const track of await input.getTracks()) {
    const shown: number[] = []
    for await (const { timestamp } of new EncodedPacketSink(track as never).packets()) shown.push(timestamp)
    times.push(shown)
  }
  return { found, times }
}

test("a film with the edit list that every phone writes keeps all of its pictures and sounds", async () => {
  const { times } = await cleaned(whole)
  expect(times[0]).toHaveLength(SECONDS * 16)
  expect(Math.max(...(times[1] ?? []))).toBeGreaterThan(SECONDS - 0.05)
})

test("what was trimmed off after its end stays behind, but for what the last picture is decoded from", async () => {
  const { found, times } = await cleaned(edited([{ from: 0.125, lasts: 1.5 }]))
  expect(found.durationMs).toBeGreaterThan(1400)
  expect(found.durationMs).toBeLessThan(1800)
  for (const shown of times) expect(Math.max(...shown)).toBeLessThan(1.8)
  expect(found.bytes).toBeLessThan(whole.length * 0.6)
})

test("a wait before its beginning moves its end, and cuts nothing", async () => {
  const { times } = await cleaned(
    edited([
      { from: -1, lasts: 0.5 },
      { from: 0.125, lasts: SECONDS },
    ]),
  )
  expect(times[0]).toHaveLength(SECONDS * 16)
})

test.each([
  [
    "a passage cut out of the middle",
    [
      { from: 0, lasts: 1 },
      { from: 3, lasts: 1 },
    ],
  ],
  ["a passage shown slowly", [{ from: 0, lasts: 4, rate: 0.5 }]],
  ["a picture that stands still", [{ from: 1, lasts: 2, rate: 0 }]],
])("%s is refused: what was cut out would go along", async (_, edits) => {
  await expect(cleaned(edited(edits))).rejects.toMatchObject({ code: "media-edited" })
})
