// SPDX-License-Identifier: EUPL-1.2
/** p28: what a mediator saw of a picture is all that its reader will see. */
import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import { requireStill } from "./still.ts"

/** Some frames of a test picture, as ffmpeg writes them into this form. */
async function drawn(frames: number, ...form: readonly string[]): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "still-"))
  const path = join(folder, "picture")
  const from = ["-v", "error", "-f", "lavfi", "-i", "testsrc=size=64x48:rate=1", "-frames:v", String(frames)]
  await promisify(execFile)("ffmpeg", [...from, ...form, path])
  const bytes = new Uint8Array(await readFile(path))
  await rm(folder, { recursive: true })
  return bytes
}

test.each([
  ["image/png", ["-c:v", "png", "-f", "image2"]],
  ["image/jpeg", ["-c:v", "mjpeg", "-f", "image2"]],
  ["image/webp", ["-c:v", "libwebp", "-f", "webp"]],
  ["image/webp", ["-c:v", "libwebp", "-lossless", "1", "-f", "webp"]],
] as const)("a still picture is shown: %s", async (type, form) => {
  const picture = await drawn(1, ...form)
  requireStill(type, picture)
  const others = ["image/png", "image/jpeg", "image/webp", "image/gif"].filter((other) => other !== type)
  for (const other of others) expect(() => requireStill(other, picture)).toThrow("no picture of its type")
})

test.each([
  ["image/png", ["-c:v", "apng", "-f", "apng"]],
  ["image/webp", ["-c:v", "libwebp_anim", "-f", "webp"]],
  ["image/png", ["-c:v", "gif", "-f", "gif"]],
] as const)("p28: one that moves is not, whatever it is called: %s %s", async (type, form) => {
  const picture = await drawn(3, ...form)
  expect(() => requireStill(type, picture)).toThrow("one that moves")
})

test("what ends too early is none", () => {
  for (const type of ["image/png", "image/jpeg", "image/webp"])
    for (const length of [0, 1, 8, 12, 15]) {
      const head = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 0x49, 0x48, 0x44)
      expect(() => requireStill(type, head.subarray(0, length))).toThrow("no picture of its type")
    }
})
