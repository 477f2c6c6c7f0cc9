// SPDX-License-Identifier: EUPL-1.2
/** A film that is sealed while it is written is, byte for byte, the film that is sealed whole. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { memoryFile } from "../../tests/films.ts"
import { seed } from "../../tests/world.ts"
import { concat, same, utf8 } from "../crypto/bytes.ts"
import { CHUNK_BYTES } from "../crypto/padding.ts"
import { partKeys } from "../crypto/stream.ts"
import { type MessageContext, partContext } from "../protocol/manifest.ts"
import { sealPart } from "../protocol/sealing.ts"
import { sealingSink, UNSETTLED_BYTES } from "./sealing_sink.ts"

const ID = "AAAAAAAAAAAAAAAAAAAAAA"
const MESSAGE: MessageContext = {
  ...{ addressees: [ID], case: ID, message: ID, programme: ID, sender: ID },
  ...{ channel: "video", class: "original" },
}
const [salt, contentKey] = [seed("salt"), seed("content key")]

async function begun() {
  const file = memoryFile()
  const keys = await partKeys(contentKey, { salt, context: partContext(MESSAGE, 0) })
  return { file, sink: sealingSink(file, { keys, salt }) }
}

async function whole(content: Uint8Array) {
  return sealPart(MESSAGE, { type: "video/mp4", content, duration_ms: 1, salt }, { contentKey, part: 0 })
}

/** Bytes that say where they stand. */
const counting = (length: number) => new Uint8Array(length).map((_, at) => (at * 31 + (at >> 8)) & 0xff)

describe("sealing while writing", () => {
  test("gives the bytes of sealing the whole, however the writes are cut and patched", async () => {
    const edges = [0, 1, CHUNK_BYTES - 9, CHUNK_BYTES - 8, CHUNK_BYTES - 7, 2 * CHUNK_BYTES - 8]
    const lengths = fc.oneof(fc.constantFrom(...edges), fc.integer({ min: 0, max: 400_000 }))
    const patches = fc.array(fc.tuple(fc.nat(399_999), fc.uint8Array({ minLength: 1, maxLength: 40 })), {
      maxLength: 4,
    })
    const cuts = fc.array(fc.integer({ min: 1, max: 150_000 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(lengths, cuts, patches, async (length, steps, changes) => {
        const content = counting(length)
        const { file, sink } = await begun()
        for (let [at, turn] = [0, 0]; at < length; at += steps[turn++ % steps.length] ?? 1) {
          await sink.write(at, content.slice(at, at + (steps[turn % steps.length] ?? 1)))
        }
        for (const [at, patch] of changes.filter(([from, bytes]) => from + bytes.length <= length)) {
          content.set(patch, at)
          await sink.write(at, patch)
        }
        const sealed = await sink.finish()
        const expected = await whole(content)
        expect(sealed).toEqual({ claim: expected.claim, table: expected.stored.table, length })
        expect(same(file.whole(), expected.stored.stored)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test("p25 each chunk once, over more than what waits, with the head filled in at the end", async () => {
    const content = counting(UNSETTLED_BYTES + 5 * CHUNK_BYTES + 123)
    const { file, sink } = await begun()
    for (let at = 0; at < content.length; at += 1_000_000)
      await sink.write(at, content.slice(at, at + 1_000_000))
    const head = utf8("the head")
    content.set(head, 40)
    await sink.write(40, head)
    const sealed = await sink.finish()
    const expected = await whole(content)
    expect(sealed.claim).toEqual(expected.claim)
    expect(same(file.whole(), expected.stored.stored)).toBe(true)
  })

  test("a gap is zeros, also in memory that held another chunk before", async () => {
    const content = new Uint8Array(UNSETTLED_BYTES + 30 * CHUNK_BYTES)
    content.fill(0xff, 0, UNSETTLED_BYTES + 20 * CHUNK_BYTES)
    content[content.length - 1] = 1
    const { file, sink } = await begun()
    await sink.write(0, content.slice(0, UNSETTLED_BYTES + 20 * CHUNK_BYTES))
    await sink.write(content.length - 1, content.slice(-1))
    await sink.finish()
    expect(same(file.whole(), (await whole(content)).stored.stored)).toBe(true)
  })

  test("p25 what is sealed is not changed any more", async () => {
    const { sink } = await begun()
    await sink.write(0, new Uint8Array(UNSETTLED_BYTES + 3 * CHUNK_BYTES))
    await expect(sink.write(CHUNK_BYTES, Uint8Array.of(1))).rejects.toMatchObject({ code: "media-codec" })
  })

  test.each([
    ["the first chunk", 100],
    ["the seam behind the first chunk", CHUNK_BYTES - 8 - 3],
    ["a later seam", 2 * CHUNK_BYTES - 8 - 3],
  ])("a telltale in %s refuses the film", async (_, at) => {
    const { sink } = await begun()
    await sink.write(0, concat(new Uint8Array(at), utf8("ISO6709"), new Uint8Array(200_000)))
    await expect(sink.finish()).rejects.toMatchObject({ code: "media-not-clean" })
  })
})
