// SPDX-License-Identifier: EUPL-1.2
/** Which films every browser plays, from real ones. */
import { readFile } from "node:fs/promises"
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
