// SPDX-License-Identifier: EUPL-1.2
/** p3: a film that holds two of a kind is begun nowhere, so that a reader hears what their mediator heard. */
import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import { counted, handClock } from "../../tests/office.ts"
import { joined } from "../crypto/bytes.ts"
import { pad } from "../crypto/padding.ts"
import { partKeys, sealStream } from "../crypto/stream.ts"
import { leafHash, rootOf } from "../crypto/tree.ts"
import type { Film } from "../review/contents.ts"
import type { Session } from "./session.ts"
import { watch } from "./watch.ts"

const QUIET = { onStopped: () => undefined, worker: async () => null }

/** A film with these tracks of a real one, sealed as its author's own client would, and who may open it. */
async function sealedWith(
  tracks: readonly string[],
  change: (film: Uint8Array) => void = () => undefined,
): Promise<readonly [Session, Film]> {
  const folder = await mkdtemp(join(tmpdir(), "watch-"))
  const from = new URL("../../../tests/media/fragments.mp4", import.meta.url).pathname
  const words = ["-v", "error", "-i", from, ...tracks.flatMap((track) => ["-map", track]), "-c", "copy"]
  await promisify(execFile)("ffmpeg", [...words, join(folder, "film.mp4")])
  const content = new Uint8Array(await readFile(join(folder, "film.mp4")))
  await rm(folder, { recursive: true })
  change(content)
  const keys = await partKeys(new Uint8Array(32), { salt: new Uint8Array(32), context: new Uint8Array(1) })
  const chunks: Uint8Array[] = []
  for await (const chunk of sealStream(keys, pad(content, { letter: false }))) chunks.push(chunk)
  const leaves = await Promise.all(chunks.map(leafHash))
  const stored = joined(chunks)
  const client = {
    leaves: async () => joined(leaves),
    partRange: async (_: string, __: number, span: { readonly start: number; readonly end: number }) =>
      stored.slice(span.start, span.end),
  }
  const ports = { client, random: counted, clock: handClock() }
  const film: Film = {
    ...{ kind: "video", type: "video/mp4", seconds: 1, poster: null, message: "film", part: 0, until: null },
    ...{ keys, claim: { count: chunks.length, root: await rootOf(leaves) } },
    ...{ length: content.length, letter: false },
  }
  return [{ ports, watch: () => () => undefined } as unknown as Session, film]
}

test("p3: one picture and one sound are watched", async () => {
  const { source, close } = await watch(...(await sealedWith(["0:v", "0:a"])), QUIET)
  expect(source).toMatch(/^blob:/)
  close()
})

test.each([
  ["two sounds", ["0:v", "0:a", "0:a"]],
  ["two pictures", ["0:v", "0:v", "0:a"]],
] as const)("p3: %s are not", async (_, tracks) => {
  const begun = watch(...(await sealedWith(tracks)), QUIET)
  await expect(begun).rejects.toMatchObject({ code: "film-unplayable" })
})

test("p3: one that some browsers end earlier than others is not", async () => {
  const earlier = (film: Uint8Array) => {
    const at = new TextDecoder("latin1").decode(film).indexOf("elst")
    new DataView(film.buffer, film.byteOffset).setUint32(at + 12, 100)
  }
  const begun = watch(...(await sealedWith(["0:v", "0:a"], earlier)), QUIET)
  await expect(begun).rejects.toMatchObject({ code: "film-unplayable" })
})
