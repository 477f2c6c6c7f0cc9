// SPDX-License-Identifier: EUPL-1.2
/** Which films every browser plays, from real ones. */
import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import { playsEverywhere } from "./everywhere.ts"
import { ofBlob, type RandomAccess } from "./random_access.ts"

async function film(name: string): Promise<RandomAccess> {
  return ofBlob(new Blob([await readFile(new URL(`../../../tests/media/${name}`, import.meta.url))]))
}

test.each(["iphone.mov", "recorded.webm", "fragments.mp4", "silent.mp4", "voice.mp4", "voice.webm"])(
  "%s plays everywhere",
  async (name) => {
    expect(await playsEverywhere(await film(name))).toBe(true)
  },
)

test.each(["iphone-hevc.mov", "unknown.mp4", "playlist.mp4"])("%s does not", async (name) => {
  expect(await playsEverywhere(await film(name))).toBe(false)
})

test("a film with two sounds does not: each browser would choose its own", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sounds-"))
  const from = new URL("../../../tests/media/fragments.mp4", import.meta.url).pathname
  const words = ["-v", "error", "-i", from, "-map", "0:v", "-map", "0:a", "-map", "0:a", "-c", "copy"]
  await promisify(execFile)("ffmpeg", [...words, join(folder, "film.mp4")])
  const two = ofBlob(new Blob([await readFile(join(folder, "film.mp4"))]))
  await rm(folder, { recursive: true })
  expect(await playsEverywhere(two)).toBe(false)
})
