// SPDX-License-Identifier: EUPL-1.2
/** What was recorded is read back as it was, a crash costs the last slice alone, and a copy opens nothing. */
import { describe, expect, test } from "vitest"
import { concat } from "../crypto/bytes.ts"
import { readSlices, slicesKey, writeSlices } from "./slices.ts"

const key = () => slicesKey(new Uint8Array(32).fill(7))

function memoryDisk() {
  let bytes = new Uint8Array(0)
  let flushed = 0
  return {
    write: (piece: Uint8Array, { at }: { readonly at: number }) => {
      bytes = concat(bytes.subarray(0, at), piece)
      return piece.length
    },
    flush: () => {
      flushed += 1
    },
    blob: (length = bytes.length) => new Blob([bytes.slice(0, length)]),
    flushes: () => flushed,
  }
}

async function recorded(...slices: readonly string[]) {
  const disk = memoryDisk()
  const writer = writeSlices(disk, await key())
  for (const slice of slices) await writer.add(new TextEncoder().encode(slice))
  return disk
}

describe("slices", () => {
  test("are read as one row of bytes, from any place to any other", async () => {
    const disk = await recorded("first ", "", "second ", "third")
    const film = await readSlices(disk.blob(), await key())
    const row = "first second third"
    expect(film.size).toBe(row.length)
    for (let start = 0; start < row.length; start++) {
      for (let end = start; end <= row.length; end++) {
        expect(new TextDecoder().decode(await film.read(start, end))).toBe(row.slice(start, end))
      }
    }
  })

  test("are on the disk before the answer, one by one", async () => {
    expect((await recorded("a", "b", "c")).flushes()).toBe(3)
  })

  test.each([0, 5, 2 ** 32 - 8])(
    "a store that is full keeps the slices before, and says so: %i",
    async (kept) => {
      const disk = await recorded("first ")
      const before = disk.blob().size
      const full = { ...disk, write: () => kept }
      const writer = writeSlices(full, await key())
      await expect(writer.add(new TextEncoder().encode("second"))).rejects.toMatchObject({ code: "no-room" })
      expect((await readSlices(disk.blob(before), await key())).size).toBe("first ".length)
    },
  )

  test("a file that ends anywhere has lost its last slice and no other", async () => {
    const disk = await recorded("first ", "second")
    const whole = disk.blob().size
    for (let cut = whole - 1; cut > whole - 26; cut--) {
      expect((await readSlices(disk.blob(cut), await key())).size).toBe("first ".length)
    }
    expect((await readSlices(disk.blob(0), await key())).size).toBe(0)
  })

  test("nothing of them can be read without the key, and none takes another's place", async () => {
    const disk = await recorded("same words", "same words")
    const text = await disk.blob().text()
    expect(text).not.toContain("words")
    const [half, bytes] = [disk.blob().size / 2, new Uint8Array(await disk.blob().arrayBuffer())]
    expect(bytes.slice(0, half)).not.toEqual(bytes.slice(half))
    const swapped = await readSlices(new Blob([bytes.slice(half), bytes.slice(0, half)]), await key())
    await expect(swapped.read(0, 5)).rejects.toMatchObject({ code: "seal-broken" })
    const other = await readSlices(disk.blob(), await slicesKey(new Uint8Array(32)))
    await expect(other.read(0, 5)).rejects.toMatchObject({ code: "seal-broken" })
  })
})
