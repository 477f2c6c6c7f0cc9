// SPDX-License-Identifier: EUPL-1.2
/** Boxes, streams, trees and padding: nothing moved, cut or sealed under another key is opened. */
import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { chunkNonce, openBox, sealBox } from "./box.ts"
import { type Bytes, concat, same, utf8 } from "./bytes.ts"
import { derive, sha256, taggedHash } from "./derive.ts"
import { CHUNK_BYTES, pad, paddedSize, padme, unpad } from "./padding.ts"
import { checkCommitment, openChunk, openStream, partKeys, STORED_CHUNK_BYTES, sealStream } from "./stream.ts"
import { checkChunk, leafHash, openTable, rootOf } from "./tree.ts"

const KEY = new Uint8Array(32).fill(1)
const SALT = new Uint8Array(32).fill(2)
const CONTEXT = utf8("{}")
const AT = { label: "note", context: CONTEXT, salt: SALT }

test("derive is HKDF-SHA256 under our names", async () => {
  const context = await sha256(CONTEXT)
  const info = concat(utf8("rj-relay/v1/label\0\x01"), context)
  const wanted = new Uint8Array(hkdfSync("sha256", KEY, SALT, info, 76))
  expect(await derive(KEY, "label", { salt: SALT, context: CONTEXT, size: 76 })).toEqual(wanted)
})

test("p5 no two kinds have the same hash", async () => {
  expect(await taggedHash("a", utf8("b"))).not.toEqual(await taggedHash("ab", utf8("")))
})

test("a box opens to what was sealed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (plaintext) => {
      const box = await sealBox(KEY, plaintext, AT)
      expect(await openBox(KEY, box, AT)).toEqual(concat(plaintext))
    }),
    { numRuns: 30 },
  )
})

test("p5 a box does not open under another label, context or key", async () => {
  const box = await sealBox(KEY, utf8("words"), AT)
  const wrong = { code: "commitment-wrong" }
  await expect(openBox(KEY, box, { ...AT, label: "draft" })).rejects.toMatchObject(wrong)
  await expect(openBox(KEY, box, { ...AT, context: utf8("[]") })).rejects.toMatchObject(wrong)
  await expect(openBox(SALT, box, AT)).rejects.toMatchObject(wrong)
})

test("any changed byte of a box is refused", async () => {
  const box = await sealBox(KEY, utf8("words"), AT)
  for (let at = 0; at < box.length; at++) {
    const changed = concat(box)
    changed[at] = (changed[at] ?? 0) ^ 1
    await expect(openBox(KEY, changed, AT)).rejects.toMatchObject({
      code: at < 64 ? "commitment-wrong" : "seal-broken",
    })
  }
})

test("p3 a key that a part does not commit to is refused before anything is opened", async () => {
  const [one, other] = [await partKeys(KEY, AT), await partKeys(SALT, AT)]
  expect(() => checkCommitment(one, one.commitment)).not.toThrow()
  const wrong = expect.objectContaining({ code: "commitment-wrong" })
  expect(() => checkCommitment(other, one.commitment)).toThrow(wrong)
})

async function sealedParts(
  count: number,
): Promise<{ readonly chunks: readonly Bytes[]; readonly padded: Bytes }> {
  const padded = new Uint8Array(count * CHUNK_BYTES).map((_, at) => (at >> 8) & 0xff)
  const chunks: Bytes[] = []
  for await (const chunk of sealStream(await partKeys(KEY, AT), padded)) chunks.push(chunk)
  return { chunks, padded }
}

test("a stream opens to what was sealed, whole or at any seek", async () => {
  const { chunks, padded } = await sealedParts(3)
  const keys = await partKeys(KEY, AT)
  expect(same(await openStream(keys, concat(...chunks), 3), padded)).toBe(true)
  const third = await openChunk(keys, chunks[2]!, { index: 2, last: true })
  expect(same(third, padded.subarray(2 * CHUNK_BYTES))).toBe(true)
})

test("p6 chunks that were reordered, repeated, cut off or added do not open", async () => {
  const { chunks } = await sealedParts(3)
  const keys = await partKeys(KEY, AT)
  const order = fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(order, async (places) => {
      fc.pre(places.join() !== "0,1,2")
      const stored = concat(...places.map((place) => chunks[place] ?? new Uint8Array(0)))
      await expect(openStream(keys, stored, places.length)).rejects.toMatchObject({ code: "seal-broken" })
    }),
    { numRuns: 40 },
  )
})

test("p6 a chunk opens at its own place only, and the last one as the last one only", async () => {
  const { chunks } = await sealedParts(2)
  const keys = await partKeys(KEY, AT)
  const broken = { code: "seal-broken" }
  await expect(openChunk(keys, chunks[0]!, { index: 1, last: false })).rejects.toMatchObject(broken)
  await expect(openChunk(keys, chunks[1]!, { index: 1, last: false })).rejects.toMatchObject(broken)
  await expect(openChunk(keys, chunks[0]!, { index: 0, last: true })).rejects.toMatchObject(broken)
  await expect(openChunk(keys, chunks[0]!.subarray(1), { index: 0, last: false })).rejects.toMatchObject(
    broken,
  )
  expect(chunks[0]).toHaveLength(STORED_CHUNK_BYTES)
})

test("p25 no two chunks of a part share a nonce", () => {
  const seen = new Set<string>()
  for (let index = 0; index < 300; index++) {
    for (const last of [false, true]) seen.add(chunkNonce(SALT.subarray(0, 12), { index, last }).join())
  }
  expect(seen.size).toBe(600)
})

test("a sealed chunk is plain AES-256-GCM, which other libraries open", async () => {
  const { chunks, padded } = await sealedParts(1)
  const derived = await derive(KEY, "part", { salt: SALT, context: CONTEXT, size: 76 })
  const nonce = chunkNonce(derived.subarray(32, 44), { index: 0, last: true })
  const cipher = createDecipheriv("aes-256-gcm", derived.subarray(0, 32), nonce)
  cipher.setAuthTag(chunks[0]!.subarray(CHUNK_BYTES))
  const opened = Buffer.concat([cipher.update(chunks[0]!.subarray(0, CHUNK_BYTES)), cipher.final()])
  expect(same(opened, padded)).toBe(true)
  const again = createCipheriv("aes-256-gcm", derived.subarray(0, 32), nonce)
  expect(same(again.update(padded), chunks[0]!.subarray(0, CHUNK_BYTES))).toBe(true)
})

async function naiveRoot(leaves: readonly Uint8Array[]): Promise<Uint8Array> {
  if (leaves.length === 1) return leaves[0]!
  const left = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1)
  const [one, other] = await Promise.all([naiveRoot(leaves.slice(0, left)), naiveRoot(leaves.slice(left))])
  return sha256(concat(Uint8Array.of(1), one, other))
}

test("the root is that of RFC 6962 for every number of leaves", async () => {
  for (let count = 1; count <= 17; count++) {
    const leaves = await Promise.all(Array.from({ length: count }, (_, at) => leafHash(Uint8Array.of(at))))
    expect(await rootOf(leaves)).toEqual(await naiveRoot(leaves))
  }
})

test("p6 a leaf table of another length, order or root is refused", async () => {
  const leaves = await Promise.all([0, 1, 2].map((at) => leafHash(Uint8Array.of(at))))
  const root = await rootOf(leaves)
  const [one, two, three] = leaves as [Bytes, Bytes, Bytes]
  expect(await openTable(concat(...leaves), { count: 3, root })).toEqual(leaves)
  const wrong = { code: "tree-wrong" }
  await expect(openTable(concat(one, two), { count: 3, root })).rejects.toMatchObject(wrong)
  await expect(openTable(concat(two, one, three), { count: 3, root })).rejects.toMatchObject(wrong)
  await expect(openTable(concat(...leaves, one), { count: 4, root })).rejects.toMatchObject(wrong)
  await expect(openTable(new Uint8Array(0), { count: 0, root })).rejects.toMatchObject(wrong)
  await expect(checkChunk(Uint8Array.of(9), { leaf: one })).rejects.toMatchObject(wrong)
})

describe("p20 sizes", () => {
  const letter = { letter: true }
  test("letters up to 65,528 bytes all take one chunk", () => {
    fc.assert(fc.property(fc.nat({ max: 65_528 }), (length) => paddedSize(length, letter) === CHUNK_BYTES))
    expect(paddedSize(65_529, letter)).toBe(2 * CHUNK_BYTES)
  })

  test("Padmé adds at most 12 % and never takes away", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2 ** 45 }), (length) => {
        const padded = padme(length)
        expect(padded).toBeGreaterThanOrEqual(length)
        expect(padded).toBeLessThanOrEqual(length * 1.12 + 1)
        expect(padme(padded)).toBe(padded)
      }),
    )
  })

  test("content comes back whole from its padding", () => {
    const sizes = fc.oneof(fc.nat({ max: 200 }), fc.integer({ min: 65_500, max: 65_560 }))
    fc.assert(
      fc.property(sizes, fc.boolean(), (length, isLetter) => {
        const content = new Uint8Array(length).fill(7)
        const padded = pad(content, { letter: isLetter })
        expect(padded.length % CHUNK_BYTES).toBe(0)
        expect(same(unpad(padded, { letter: isLetter }), content)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test("padding that is not zero, and any size but the computed one, are refused", () => {
    const wrong = expect.objectContaining({ code: "size-wrong" })
    const padded = pad(utf8("words"), letter)
    expect(() => unpad(concat(padded, new Uint8Array(CHUNK_BYTES)), letter)).toThrow(wrong)
    expect(() => unpad(padded.subarray(1), letter)).toThrow(wrong)
    expect(() => unpad(new Uint8Array(3), letter)).toThrow(wrong)
    padded[CHUNK_BYTES - 1] = 1
    expect(() => unpad(padded, letter)).toThrow(wrong)
    const long = new Uint8Array(CHUNK_BYTES).fill(255)
    expect(() => unpad(long, letter)).toThrow(wrong)
  })
})
