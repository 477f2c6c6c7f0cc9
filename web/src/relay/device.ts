// SPDX-License-Identifier: EUPL-1.2
/**
 * What this device keeps between two visits: sealed bytes by name, and nothing else.
 *
 * The only file that touches IndexedDB. Everything is sealed with an AES key that the browser holds
 * and will not give out, so a copy of the profile's files is not a copy of the contents; what
 * matters more, drafts and ticket secrets, is sealed under the person's own key before it comes here.
 */
import { type Bytes, concat, utf8 } from "../crypto/bytes.ts"
import { RelayError } from "../errors.ts"

export type Kept = { readonly name: string; readonly bytes: Bytes }

export type Device = {
  /** True where a reload finds things again. */
  readonly durable: boolean
  /** Throws `no-room` where the browser's store is full, `storage-full` when it does not keep it for another reason. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>
  /** Null when there is none, or when it does not open any more. */
  readonly get: (name: string) => Promise<Bytes | null>
  readonly drop: (name: string) => Promise<void>
  /** Everything whose name starts so, in the order of names. */
  readonly list: (prefix: string) => Promise<readonly Kept[]>
  /** Forget everything, the sealing key first. */
  readonly erase: () => Promise<void>
}

const DATABASE = "relay"
const KEYS = "keys"
const SEALED = "sealed"
const SEALING_KEY = "sealing"
const NONCE_BYTES = 12

/** Storage in IndexedDB. Nothing is opened before it is first used. */
export function openDevice(factory: IDBFactory | undefined = globalThis.indexedDB): Device {
  let opening: Promise<IDBDatabase> | undefined
  const database = (): Promise<IDBDatabase> => {
    opening ??= connect(factory, () => {
      opening = undefined
    })
    return opening
  }
  return {
    durable: true,
    put: (name, bytes) => put(database, name, bytes),
    get: (name) => orNull(() => read(database, name)),
    drop: async (name) => {
      await orNull(async () =>
        wait((await database()).transaction(SEALED, "readwrite").objectStore(SEALED).delete(name)),
      )
    },
    list: async (prefix) => (await orNull(() => list(database, prefix))) ?? [],
    erase: async () => {
      await orNull(() => erase(database, factory))
      opening = undefined
    },
  }
}

type Open = () => Promise<IDBDatabase>

function connect(factory: IDBFactory | undefined, onClose: () => void): Promise<IDBDatabase> {
  if (factory === undefined)
    return Promise.reject(new RelayError("storage-full", "this browser keeps nothing"))
  const request = factory.open(DATABASE, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(KEYS)
    request.result.createObjectStore(SEALED)
  }
  return wait(request).then((database) => {
    // Another tab erases: let it.
    database.onversionchange = () => {
      database.close()
      onClose()
    }
    return database
  })
}

function wait<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(notKept(request.error))
  })
}

/** Wait for the end of a transaction: a store that is full says so only there, after each request went well. */
function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(notKept(transaction.error))
  })
}

function notKept(cause: DOMException | null): RelayError {
  const code = cause?.name === "QuotaExceededError" ? "no-room" : "storage-full"
  return new RelayError(code, "the browser did not keep it", { cause })
}

/** Storage that a browser closed or never opened is storage with nothing in it. */
async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch {
    return null
  }
}

async function sealingKey(database: Open): Promise<CryptoKey> {
  const found = await storedKey(database)
  if (found !== undefined) return found
  const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ])
  const keys = (await database()).transaction(KEYS, "readwrite").objectStore(KEYS)
  // Of two tabs at once the first wins, and both use its key.
  await wait(keys.add(fresh, SEALING_KEY)).catch(() => undefined)
  return (await storedKey(database)) ?? fresh
}

async function storedKey(database: Open): Promise<CryptoKey | undefined> {
  return wait((await database()).transaction(KEYS).objectStore(KEYS).get(SEALING_KEY))
}

async function put(database: Open, name: string, bytes: Uint8Array): Promise<void> {
  const key = await sealingKey(database)
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const algorithm = { name: "AES-GCM", iv, additionalData: utf8(name) }
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, bytes as Bytes))
  const transaction = (await database()).transaction(SEALED, "readwrite")
  const done = committed(transaction)
  transaction.objectStore(SEALED).put(concat(iv, sealed), name)
  await done
}

async function read(database: Open, name: string): Promise<Bytes | null> {
  const stored: Uint8Array | undefined = await wait(
    (await database()).transaction(SEALED).objectStore(SEALED).get(name),
  )
  return stored === undefined ? null : unseal(await sealingKey(database), name, stored)
}

async function unseal(key: CryptoKey, name: string, stored: Uint8Array): Promise<Bytes> {
  const algorithm = { name: "AES-GCM", iv: stored.slice(0, NONCE_BYTES), additionalData: utf8(name) }
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, stored.slice(NONCE_BYTES)))
}

async function list(database: Open, prefix: string): Promise<readonly Kept[]> {
  const store = (await database()).transaction(SEALED).objectStore(SEALED)
  const names = (await wait(store.getAllKeys())).filter(
    (name): name is string => typeof name === "string" && name.startsWith(prefix),
  )
  const found = await Promise.all(
    names.map(async (name) => ({ name, bytes: await orNull(() => read(database, name)) })),
  )
  return found.filter((kept): kept is Kept => kept.bytes !== null)
}

async function erase(database: Open, factory: IDBFactory | undefined): Promise<void> {
  const open = await database()
  const transaction = open.transaction([KEYS, SEALED], "readwrite")
  transaction.objectStore(KEYS).clear()
  await wait(transaction.objectStore(SEALED).clear())
  open.close()
  if (factory !== undefined) await wait(factory.deleteDatabase(DATABASE))
}

/** Storage that dies with the tab. */
export function memoryDevice(): Device {
  const kept = new Map<string, Bytes>()
  const copy = (bytes: Uint8Array): Bytes => concat(bytes)
  return {
    durable: false,
    put: async (name, bytes) => {
      kept.set(name, copy(bytes))
    },
    get: async (name) => {
      const bytes = kept.get(name)
      return bytes === undefined ? null : copy(bytes)
    },
    drop: async (name) => {
      kept.delete(name)
    },
    list: async (prefix) =>
      [...kept]
        .filter(([name]) => name.startsWith(prefix))
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, bytes]) => ({ name, bytes: copy(bytes) })),
    erase: async () => kept.clear(),
  }
}
