// SPDX-License-Identifier: EUPL-1.2
/**
 * What we use of libsodium, loaded when it is first needed: 170 KB that the first page must not carry.
 *
 * It is asked directly: the wrappers that go with it hold five hundred functions, and we call four. What we lay in
 * its memory is overwritten before that memory is given back.
 */
import type { Library } from "libsodium-sumo"
import { type Bytes, concat } from "./bytes.ts"

export type KeyPair = { readonly publicKey: Bytes; readonly secretKey: Bytes }

export type Stretched = {
  readonly length: number
  readonly salt: Uint8Array
  readonly passes: number
  readonly memoryBytes: number
}

export type Sodium = {
  /** An Ed25519 key of a 32-byte seed. */
  readonly keyPairOf: (seed: Uint8Array) => KeyPair
  readonly signDetached: (message: Uint8Array, secretKey: Uint8Array) => Bytes
  readonly verifyDetached: (sig: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean
  /** Argon2id of version 1.3. */
  readonly argon2id: (words: Uint8Array, how: Stretched) => Bytes
}

const SEED_BYTES = 32
const PUBLIC_KEY_BYTES = 32
const SECRET_KEY_BYTES = 64
const SIGNATURE_BYTES = 64
const SALT_BYTES = 16
const ARGON2ID13 = 2

let loading: Promise<Sodium> | undefined

/** Return libsodium once its WebAssembly runs; the same one every time. */
export function sodium(): Promise<Sodium> {
  loading ??= load()
  return loading
}

async function load(): Promise<Sodium> {
  const { default: start } = await import("libsodium-sumo")
  const getRandomValue = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
  const library = await start({ getRandomValue })
  return over(library)
}

/** The same over a library that was started. */
export function over(library: Library): Sodium {
  if (library._sodium_init() < 0) throw new Error("libsodium did not start")
  return {
    keyPairOf: (seed) => keyPairOf(library, seed),
    signDetached: (message, secretKey) => signDetached(library, message, secretKey),
    verifyDetached: (sig, message, publicKey) => verifyDetached(library, { sig, message, publicKey }),
    argon2id: (words, how) => argon2id(library, words, how),
  }
}

type Memory = {
  /** Return an address of a copy. */
  readonly put: (bytes: Uint8Array) => number
  /** Return an address of so many bytes. */
  readonly room: (length: number) => number
  readonly take: (at: number, length: number) => Bytes
}

/** Work in its memory, and leave nothing there. */
function within<T>(library: Library, work: (memory: Memory) => T): T {
  const held: { readonly at: number; readonly length: number }[] = []
  const room = (length: number): number => {
    const at = library._malloc(length)
    if (at === 0) throw new Error("libsodium has no more memory")
    held.push({ at, length })
    return at
  }
  const put = (bytes: Uint8Array): number => {
    const at = room(bytes.length)
    library.HEAPU8.set(bytes, at)
    return at
  }
  try {
    return work({ put, room, take: (at, length) => concat(library.HEAPU8.subarray(at, at + length)) })
  } finally {
    for (const { at, length } of held) {
      library.HEAPU8.fill(0, at, at + length)
      library._free(at)
    }
  }
}

/** What is too short would be read beyond its end. */
function requireLength(bytes: Uint8Array, length: number): void {
  if (bytes.length !== length) throw new TypeError(`${bytes.length} bytes where ${length} belong`)
}

function requireDone(answer: number): void {
  if (answer !== 0) throw new Error("libsodium did not do it")
}

function keyPairOf(library: Library, seed: Uint8Array): KeyPair {
  requireLength(seed, SEED_BYTES)
  return within(library, ({ put, room, take }) => {
    const [publicKey, secretKey] = [room(PUBLIC_KEY_BYTES), room(SECRET_KEY_BYTES)]
    requireDone(library._crypto_sign_seed_keypair(publicKey, secretKey, put(seed)))
    return { publicKey: take(publicKey, PUBLIC_KEY_BYTES), secretKey: take(secretKey, SECRET_KEY_BYTES) }
  })
}

function signDetached(library: Library, message: Uint8Array, secretKey: Uint8Array): Bytes {
  requireLength(secretKey, SECRET_KEY_BYTES)
  return within(library, ({ put, room, take }) => {
    const sig = room(SIGNATURE_BYTES)
    requireDone(library._crypto_sign_detached(sig, 0, put(message), message.length, 0, put(secretKey)))
    return take(sig, SIGNATURE_BYTES)
  })
}

type ToVerify = {
  readonly sig: Uint8Array
  readonly message: Uint8Array
  readonly publicKey: Uint8Array
}

function verifyDetached(library: Library, { sig, message, publicKey }: ToVerify): boolean {
  requireLength(sig, SIGNATURE_BYTES)
  requireLength(publicKey, PUBLIC_KEY_BYTES)
  return within(library, ({ put }) => {
    const signed = put(message)
    return library._crypto_sign_verify_detached(put(sig), signed, message.length, 0, put(publicKey)) === 0
  })
}

function argon2id(library: Library, words: Uint8Array, how: Stretched): Bytes {
  const { length, salt, passes, memoryBytes } = how
  requireLength(salt, SALT_BYTES)
  return within(library, ({ put, room, take }) => {
    const out = room(length)
    const typed = put(words)
    requireDone(
      library._crypto_pwhash(
        ...([out, length, 0, typed, words.length, 0] as const),
        ...([put(salt), passes, 0, memoryBytes, ARGON2ID13] as const),
      ),
    )
    return take(out, length)
  })
}
