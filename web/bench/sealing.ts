// SPDX-License-Identifier: EUPL-1.2
/** Sealing and opening chunks beside raw WebCrypto, taking turns; prints MiB/s a round as JSON. */

import process from "node:process"
import { openChunk, partKeys, sealChunk } from "../src/crypto/stream.ts"

const CHUNK = 65_536
const [reps, chunks] = [Number(process.argv[2]), Number(process.argv[3])]

async function rate(run: (index: number) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  for (let index = 0; index < chunks; index++) {
    await run(index)
  }
  return (chunks * CHUNK) / 2 ** 20 / ((performance.now() - began) / 1000)
}

const random = (size: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(size))
const keys = await partKeys(random(32), { salt: random(32), context: new TextEncoder().encode("{}") })
const plain = random(CHUNK)
const place = (index: number) => ({ index, last: index === chunks - 1 })
const sealed: Uint8Array[] = []
for (let index = 0; index < chunks; index++) {
  sealed.push(await sealChunk(keys, plain, place(index)))
}
const raw = await crypto.subtle.importKey("raw", random(32), "AES-GCM", false, ["encrypt", "decrypt"])
const iv = random(12)
const rawSealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, raw, plain)

const found = {
  seal: { ours: [] as number[], "raw WebCrypto": [] as number[] },
  open: { ours: [] as number[], "raw WebCrypto": [] as number[] },
}
for (let round = 0; round < reps; round++) {
  found.seal.ours.push(await rate((index) => sealChunk(keys, plain, place(index))))
  found.seal["raw WebCrypto"].push(
    await rate(() => crypto.subtle.encrypt({ name: "AES-GCM", iv }, raw, plain)),
  )
  found.open.ours.push(await rate((index) => openChunk(keys, sealed[index] ?? plain, place(index))))
  found.open["raw WebCrypto"].push(
    await rate(() => crypto.subtle.decrypt({ name: "AES-GCM", iv }, raw, rawSealed)),
  )
}
process.stdout.write(JSON.stringify(found))
