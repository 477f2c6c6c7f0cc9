// SPDX-License-Identifier: EUPL-1.2
/** p3: no edit list shows one thing in a mediator's browser, and another in a reader's. */
import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { beforeAll, expect, test } from "vitest"
import { clean } from "./clean.ts"
import { ofBlob } from "./random_access.ts"
import { requireShownWhole } from "./shown_whole.ts"

const fixture = (name: string) => new URL(`../../../tests/media/${name}`, import.meta.url)
const REFUSED = { code: "film-unplayable" }

/** A film as ffmpeg writes it, of one that is there. */
async function madeOf(...words: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), "shown-"))
  const path = join(folder, "film.mp4")
  await promisify(execFile)("ffmpeg", ["-v", "error", ...words, path])
  const film = new Uint8Array(await readFile(path))
  await rm(folder, { recursive: true })
  return film
}

const from = ["-i", fixture("fragments.mp4").pathname]
const check = (film: Uint8Array<ArrayBuffer>) => requireShownWhole(ofBlob(new Blob([film])), "video/mp4")
const placeOf = (film: Uint8Array, name: string) => new TextDecoder("latin1").decode(film).indexOf(name)

let copied: Uint8Array<ArrayBuffer>
let delayed: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  copied = await madeOf(...from, "-c", "copy")
  delayed = await madeOf("-itsoffset", "1", ...from, ...from, "-map", "0:v", "-map", "1:a", "-c", "copy")
})

/** The same with other numbers in its first edit list, of which the first row begins 12 bytes after the name. */
function changed(film: Uint8Array<ArrayBuffer>, numbers: Readonly<Record<number, number>>) {
  const other = film.slice()
  const view = new DataView(other.buffer)
  for (const [at, value] of Object.entries(numbers))
    view.setInt32(placeOf(other, "elst") + 12 + Number(at), value)
  return other
}

test.each(["silent.mp4", "voice.mp4", "fragments.mp4", "told.mp4", "uneven.mp4"])("%s is", async (name) => {
  await check(new Uint8Array(await readFile(fixture(name))))
})

test("a copy is, one whose picture comes later, and one that was encoded anew", async () => {
  await check(copied)
  await check(delayed)
  const encoded = ["-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-movflags", "+faststart"]
  await check(await madeOf(...from, ...encoded))
})

test.each(["iphone.mov", "iphone-hevc.mov"])("what is cleaned of %s is", async (name) => {
  const film = new Uint8Array(2 ** 20)
  const write = async (position: number, bytes: Uint8Array) => film.set(bytes, position)
  const source = ofBlob(new Blob([await readFile(fixture(name))]))
  const { bytes } = await clean(source, { write }, { plays: async () => true })
  await check(film.slice(0, bytes))
})

test("p3: a passage that ends before the film does is refused", async () => {
  await expect(check(changed(copied, { 0: 200 }))).rejects.toMatchObject(REFUSED)
})

test("p3: nor does it help to lie about how long the track is", async () => {
  const lying = changed(copied, { 0: 200 })
  new DataView(lying.buffer).setUint32(placeOf(lying, "mdhd") + 20, 1)
  await expect(check(lying)).rejects.toMatchObject(REFUSED)
})

test("p3: two passages, and one at another speed, are refused", async () => {
  await expect(check(changed(delayed, { 4: 0 }))).rejects.toMatchObject(REFUSED)
  await expect(check(changed(copied, { 8: 0x2_0000 }))).rejects.toMatchObject(REFUSED)
})

test("a list that is longer than its box is refused by its code", async () => {
  await expect(check(changed(copied, { [-4]: 0x7fff_ffff }))).rejects.toMatchObject(REFUSED)
})

test("of a film in fragments, of which nobody knows the length, an end is refused", async () => {
  const fragments = await madeOf(...from, "-c", "copy", "-movflags", "frag_keyframe+delay_moov")
  if (placeOf(fragments, "elst") < 0) throw new TypeError("no edit list to change")
  await check(changed(fragments, { 0: 0 }))
  await expect(check(changed(fragments, { 0: 200 }))).rejects.toMatchObject(REFUSED)
})
