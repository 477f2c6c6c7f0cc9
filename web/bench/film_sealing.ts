// SPDX-License-Identifier: EUPL-1.2
/**
 * A film encrypted chunk by chunk, and sealed into a private file by the code that does it in the page, beside raw
 * WebCrypto over the same bytes, taking turns in one worker of a browser. Asked with rounds and chunks; answers
 * MiB/s a round.
 */
import type { SealKeys } from "../src/crypto/box.ts"
import { partKeys, sealChunk } from "../src/crypto/stream.ts"
import { dropFile, newFile } from "../src/media/private_files.ts"
import { sealingSink } from "../src/media/sealing_sink.ts"

const CHUNK = 65_536
const MIB = 2 ** 20
const NAME = "bench"

type Asked = { readonly reps: number; readonly chunks: number }
type Film = { readonly content: Uint8Array<ArrayBuffer>; readonly chunks: number }

const random = (size: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(size))

const keysOf = (salt: Uint8Array<ArrayBuffer>): Promise<SealKeys> =>
  partKeys(random(32), { salt, context: new TextEncoder().encode("{}") })

const chunkOf = ({ content }: Film, index: number) => content.subarray(index * CHUNK, (index + 1) * CHUNK)

/** Encrypt the film, and no more. */
async function encrypted(film: Film): Promise<void> {
  const keys = await keysOf(random(32))
  for (let index = 0; index < film.chunks; index++) {
    await sealChunk(keys, chunkOf(film, index), { index, last: index === film.chunks - 1 })
  }
}

/** Seal and write the film, as `film_work.ts` does it: searched, encrypted, hashed and on the disk. */
async function sealed({ content, chunks }: Film): Promise<void> {
  const salt = random(32)
  const keys = await keysOf(salt)
  const file = await newFile("sealed", NAME)
  const write = async (at: number, bytes: Uint8Array) => {
    file.write(bytes, { at })
  }
  const sink = sealingSink({ write }, { keys, salt })
  for (let at = 0; at < chunks * CHUNK - 8; at += MIB) {
    await sink.write(at, content.subarray(at, Math.min(at + MIB, chunks * CHUNK - 8)))
  }
  await sink.finish()
  file.flush()
  file.close()
  await dropFile("sealed", NAME)
}

async function raw(film: Film): Promise<void> {
  const key = await crypto.subtle.importKey("raw", random(32), "AES-GCM", false, ["encrypt"])
  for (let index = 0; index < film.chunks; index++) {
    await crypto.subtle.encrypt({ name: "AES-GCM", iv: random(12) }, key, chunkOf(film, index))
  }
}

const WAYS = { encrypted, sealed, raw }

async function rate(run: (film: Film) => Promise<void>, film: Film): Promise<number> {
  const began = performance.now()
  await run(film)
  return (film.chunks * CHUNK) / MIB / ((performance.now() - began) / 1000)
}

async function measure({ reps, chunks }: Asked) {
  const content = new Uint8Array(chunks * CHUNK)
  for (let at = 0; at < content.length; at += CHUNK) crypto.getRandomValues(content.subarray(at, at + CHUNK))
  const found = { encrypted: [] as number[], sealed: [] as number[], raw: [] as number[] }
  const ways = Object.keys(WAYS) as (keyof typeof WAYS)[]
  for (const way of ways) await WAYS[way]({ content, chunks: 64 }) // what is compiled at first is compiled for all
  for (let round = 0; round < reps; round++) {
    for (const way of ways) found[way].push(await rate(WAYS[way], { content, chunks }))
  }
  return found
}

self.addEventListener("message", (event: MessageEvent<Asked>) => {
  measure(event.data).then(
    (found) => self.postMessage(found),
    (error: unknown) => self.postMessage({ error: String(error) }),
  )
})
