// SPDX-License-Identifier: EUPL-1.2
/** What was sealed on this device is read again as it was, or not at all. */
import { readFile } from "node:fs/promises"
import { expect, test } from "vitest"
import { memoryFile } from "../../tests/films.ts"
import { unb64u } from "../crypto/encoding.ts"
import { partKeys } from "../crypto/stream.ts"
import { clean } from "./clean.ts"
import { ofBlob } from "./random_access.ts"
import { readSealed } from "./sealed_again.ts"
import { sealingSink } from "./sealing_sink.ts"
import { inMemory } from "./stored.ts"

async function sealed() {
  const source = ofBlob(
    new Blob([await readFile(new URL("../../../tests/media/iphone.mov", import.meta.url))]),
  )
  const salt = new Uint8Array(32)
  const keys = await partKeys(new Uint8Array(32), { salt, context: new Uint8Array(1) })
  const file = memoryFile()
  const sink = sealingSink(file, { keys, salt })
  await clean(source, sink, { plays: async () => true })
  const { claim, length } = await sink.finish()
  const part = { keys, claim: { count: claim.count, root: unb64u(claim.root) }, length, letter: false }
  return { part, bytes: file.whole() }
}

test("it holds the film that was cleaned", async () => {
  const { part, bytes } = await sealed()
  const film = await readSealed(inMemory(bytes), part)
  expect(film.size).toBe(part.length)
  expect(new TextDecoder("latin1").decode(await film.read(4, 8))).toBe("ftyp")
})

test("where a byte of it is another, or some of it is gone, nothing of it is read", async () => {
  const { part, bytes } = await sealed()
  const changed = bytes.slice()
  changed[100] = (changed[100] ?? 0) ^ 1
  const wrong = { code: "tree-wrong" }
  await expect(readSealed(inMemory(changed), part)).rejects.toMatchObject(wrong)
  await expect(readSealed(inMemory(bytes.slice(0, -1)), part)).rejects.toMatchObject(wrong)
})
