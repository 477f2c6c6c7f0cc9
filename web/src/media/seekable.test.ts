// SPDX-License-Identifier: EUPL-1.2
/** Claim P6 at every seek: what is read is what was sealed, at its place, or nothing is read. */
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { concat, joined, same } from "../crypto/bytes.ts"
import { CHUNK_BYTES, pad } from "../crypto/padding.ts"
import { partKeys, STORED_CHUNK_BYTES, sealChunk, sealStream } from "../crypto/stream.ts"
import { leafHash, rootOf } from "../crypto/tree.ts"
import { chunksOf, chunkwise, openSeekable, type SealedPart, SLAB_CHUNKS, slabsOf } from "./seekable.ts"

const KEY = new Uint8Array(32).fill(7)
const CONTENT = Uint8Array.from({ length: 7 * CHUNK_BYTES - 777 }, (_, at) => (at * 31 + (at >> 8)) & 255)

type Film = { readonly part: SealedPart; readonly table: Uint8Array; readonly chunks: readonly Uint8Array[] }

async function tableOf(chunks: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  return Promise.all(chunks.map(leafHash))
}

async function sealed(padded: Uint8Array, length: number, salt = 1): Promise<Film> {
  const keys = await partKeys(KEY, { salt: new Uint8Array(32).fill(salt), context: new Uint8Array(3) })
  const chunks: Uint8Array[] = []
  for await (const chunk of sealStream(keys, padded)) chunks.push(chunk)
  const leaves = await tableOf(chunks)
  const claim = { count: chunks.length, root: await rootOf(leaves) }
  return { part: { keys, claim, length, letter: false }, table: joined(leaves), chunks }
}

let film: Film
let other: Film

beforeAll(async () => {
  film = await sealed(pad(CONTENT, { letter: false }), CONTENT.length)
  other = await sealed(pad(CONTENT, { letter: false }), CONTENT.length, 2)
})

/** What a server would send for a range of chunks out of what it has. */
function served(chunks: () => readonly Uint8Array[]) {
  return async (first: number, end: number) => joined(chunks().slice(first, end))
}

function opened(one: Film = film, chunks: () => readonly Uint8Array[] = () => one.chunks) {
  return openSeekable(one.part, one.table, served(chunks))
}

const SPANS = fc
  .tuple(fc.nat(CONTENT.length - 1), fc.nat(CONTENT.length - 1))
  .map(([one, two]) => ({ start: Math.min(one, two), end: Math.max(one, two) + 1 }))

const SEEKS = fc.integer({ min: 1, max: 5 })

test("any span gives exactly its bytes", async () => {
  const read = (await opened()).read
  await fc.assert(
    fc.asyncProperty(SPANS, async (span) => {
      expect(same(await read(span), CONTENT.subarray(span.start, span.end))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test("small pieces come out of whole chunks, each fetched once while one stays near", async () => {
  const asked: number[] = []
  const fetchChunks = async (first: number, end: number) => {
    asked.push(end - first)
    return joined(film.chunks.slice(first, end))
  }
  const { size, read } = chunkwise(await openSeekable(film.part, film.table, fetchChunks))
  for (const at of [0, 8, 5000, CHUNK_BYTES + 1, CHUNK_BYTES + 9, CHUNK_BYTES - 10, size - 5, size]) {
    expect(same(await read(at, at + 16), CONTENT.subarray(at, at + 16))).toBe(true)
  }
  expect(asked).toEqual([1, 1, 1, 2, 1])
})

test("who goes back and forth between places fetches each once, as long as a mebibyte holds them", async () => {
  const asked: number[] = []
  const read = async ({ start, end }: { readonly start: number; readonly end: number }) => {
    asked.push(Math.ceil(start / CHUNK_BYTES))
    return new Uint8Array(end - start)
  }
  const pieces = chunkwise({ length: 40 * CHUNK_BYTES, read })
  const look = (chunk: number) => pieces.read(chunk * CHUNK_BYTES, chunk * CHUNK_BYTES + 8)
  for (const chunk of [0, 9, 0, 9, 4, 0, 9, 4]) await look(chunk)
  expect(asked).toEqual([0, 9, 4])
  for (let chunk = 20; chunk < 36; chunk++) await look(chunk)
  asked.length = 0
  await look(0)
  await look(35)
  expect(asked).toEqual([0])
})

test("both ends and every place where chunks meet", async () => {
  const { read, length } = await opened()
  expect(length).toBe(CONTENT.length)
  const meets = [CHUNK_BYTES - 8, 2 * CHUNK_BYTES - 8]
  const spans = [0, ...meets, length - 2].flatMap((at) => [
    { start: at, end: at + 1 },
    { start: Math.max(0, at - 1), end: at + 2 },
  ])
  for (const span of spans) {
    expect(same(await read(span), CONTENT.subarray(span.start, span.end))).toBe(true)
  }
})

test("slabs cover a span once, and no chunk stands in two of them", () => {
  fc.assert(
    fc.property(SPANS, (span) => {
      const slabs = [...slabsOf(span)]
      expect([slabs[0]?.start, slabs.at(-1)?.end]).toEqual([span.start, span.end])
      const chunks = slabs.map(chunksOf)
      for (const [at, [first, end]] of chunks.entries()) {
        expect(end - first).toBeLessThanOrEqual(SLAB_CHUNKS)
        if (at > 0) expect([slabs[at - 1]?.end, chunks[at - 1]?.[1]]).toEqual([slabs[at]?.start, first])
      }
    }),
  )
})

/** Lies about one chunk: what is sent in its place. */
const LIES: Readonly<Record<string, (at: number) => Uint8Array>> = {
  "the chunk after it": (at) => film.chunks[at + 1]!,
  "the first chunk again": () => film.chunks[0]!,
  "another film’s chunk of that place": (at) => other.chunks[at]!,
  "one bit changed": (at) => {
    const changed = concat(film.chunks[at]!)
    changed[CHUNK_BYTES >> 1]! ^= 1
    return changed
  },
  "one byte fewer": (at) => film.chunks[at]!.subarray(1),
  "one byte more": (at) => concat(film.chunks[at]!, Uint8Array.of(0)),
  nothing: () => new Uint8Array(0),
}

describe("p6 at any seek nothing is read of", () => {
  test.each(Object.keys(LIES))("%s", async (lie) => {
    await fc.assert(
      fc.asyncProperty(SEEKS, SPANS, async (at, seek) => {
        const instead = film.chunks.map((chunk, index) => (index === at ? LIES[lie]!(at) : chunk))
        const server = { has: film.chunks }
        const { read } = await opened(film, () => server.has)
        await read(seek)
        server.has = instead
        const start = at * CHUNK_BYTES
        for (const span of [
          { start, end: start + 1 },
          { start: start - CHUNK_BYTES, end: start + 100 },
        ]) {
          await expect(read(span)).rejects.toMatchObject({ name: "RelayError" })
        }
      }),
      { numRuns: 8 },
    )
  })

  test("a chunk that its own author sealed anew after it was reviewed", async () => {
    const anew = await sealChunk(film.part.keys, new Uint8Array(CHUNK_BYTES), { index: 3, last: false })
    const { read } = await opened(film, () => film.chunks.map((chunk, at) => (at === 3 ? anew : chunk)))
    const span = { start: 3 * CHUNK_BYTES, end: 3 * CHUNK_BYTES + 9 }
    await expect(read(span)).rejects.toMatchObject({ code: "tree-wrong" })
  })

  test("a film that was cut off", async () => {
    const { read } = await opened(film, () => film.chunks.slice(0, 4))
    await expect(read({ start: 4 * CHUNK_BYTES, end: 4 * CHUNK_BYTES + 9 })).rejects.toMatchObject({
      code: "seal-broken",
    })
  })

  test("an end that belongs to a shorter film, with a table made for it", async () => {
    const last = await sealChunk(film.part.keys, new Uint8Array(CHUNK_BYTES), { index: 6, last: false })
    const chunks = [...film.chunks.slice(0, 6), last]
    const leaves = await tableOf(chunks)
    const { keys, length } = film.part
    const claim = { count: chunks.length, root: await rootOf(leaves) }
    const longer = { part: { keys, claim, length, letter: false }, table: joined(leaves), chunks }
    const { read } = await opened(longer)
    await expect(read({ start: length - 1, end: length })).rejects.toMatchObject({ code: "seal-broken" })
  })
})

describe("p6 a film is not begun", () => {
  test("with a table of another root, in another order, shorter or longer", async () => {
    const { part, table } = film
    const swapped = concat(table.subarray(32, 64), table.subarray(0, 32), table.subarray(64))
    for (const wrong of [swapped, other.table, table.subarray(32), concat(table, table.subarray(0, 32))]) {
      await expect(opened({ part, table: wrong, chunks: film.chunks })).rejects.toMatchObject({
        code: "tree-wrong",
      })
    }
  })

  test("of another length than its header says", async () => {
    const longer = { ...film, part: { ...film.part, length: CONTENT.length + 1 } }
    await expect(opened(longer)).rejects.toMatchObject({ code: "size-wrong" })
  })

  test("of another size than its length asks for", async () => {
    const tiny = { ...film, part: { ...film.part, length: 10 } }
    await expect(opened(tiny)).rejects.toMatchObject({ code: "size-wrong" })
  })
})

test("padding that says something is refused where it is seen", async () => {
  const padded = pad(CONTENT, { letter: false })
  padded[padded.length - 1] = 1
  const { read } = await opened(await sealed(padded, CONTENT.length))
  await expect(read({ start: CONTENT.length - 1, end: CONTENT.length })).rejects.toMatchObject({
    code: "size-wrong",
  })
})

test("a span outside of the content is a fault of ours", async () => {
  const { read, length } = await opened()
  for (const span of [
    { start: 0, end: 0 },
    { start: -1, end: 1 },
    { start: 0, end: length + 1 },
    { start: 0.5, end: 2 },
  ]) {
    await expect(read(span)).rejects.toBeInstanceOf(TypeError)
  }
})

test("a stored chunk has 65,552 bytes", () => {
  expect(film.chunks.every(({ length }) => length === STORED_CHUNK_BYTES)).toBe(true)
})
