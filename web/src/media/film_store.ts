// SPDX-License-Identifier: EUPL-1.2
/** Where sealed films lie until they are sent, and who makes them: a port, so that tests have one in memory. */
import type { SealKeys } from "../crypto/box.ts"
import type { Bytes } from "../crypto/bytes.ts"
import type { Cleaned } from "./clean.ts"
import type { RandomAccess } from "./random_access.ts"
import type { SealedFilm } from "./sealing_sink.ts"
import type { SealedPart } from "./seekable.ts"
import type { Stored } from "./stored.ts"

/** What a film is made from: a file that somebody chose, a recording of this device, or what was sealed here before. */
export type FilmSource =
  | { readonly kind: "file"; readonly file: Blob }
  | { readonly kind: "recording"; readonly name: string; readonly key: CryptoKey }
  | { readonly kind: "sealed"; readonly name: string; readonly part: SealedPart }

export type FilmToLock = {
  readonly source: FilmSource
  /** Drawn for this one file. */
  readonly keys: SealKeys
  readonly salt: Bytes
}

export type LockedFilm = { readonly sealed: SealedFilm; readonly cleaned: Cleaned }

export type Locking = {
  /** 0 to 1. */
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal | undefined
}

/** A recording in the making: each slice is sealed and on the disk before the answer. */
export type OpenRecording = {
  /** Slices are kept in the order in which they are given. Throws `no-room`. */
  readonly add: (slice: Blob) => Promise<void>
  readonly close: () => Promise<void>
}

export type FilmStore = {
  /**
   * Clean and seal a film into a new private file. What breaks off leaves no file.
   *
   * Throws as `clean` and `sealingSink`; `no-room`, `film-elsewhere`, `offline` when stopped.
   */
  readonly lock: (name: string, film: FilmToLock, locking: Locking) => Promise<LockedFilm>
  /** Return a sealed film to read in slices, or null. */
  readonly open: (name: string) => Promise<Stored | null>
  readonly drop: (name: string) => Promise<void>
  /** Names of all sealed films on this device, whole or not. */
  readonly names: () => Promise<readonly string[]>
  /** Begin a recording in a new private file, under a key drawn for it. Throws `film-elsewhere`, `no-room`. */
  readonly record: (name: string, key: CryptoKey) => Promise<OpenRecording>
  /** Return what was recorded, up to its last whole slice, or null. */
  readonly recorded: (name: string, key: CryptoKey) => Promise<RandomAccess | null>
  readonly recordings: () => Promise<readonly string[]>
  readonly dropRecording: (name: string) => Promise<void>
  /** How many bytes more this browser would keep; null where it does not say. */
  readonly room: () => Promise<number | null>
  /** Ask the browser not to clear what lies here; it may say no, and may take its time. */
  readonly askToKeep: () => Promise<void>
  /** Whether the browser keeps what lies here, however little room is left on the device. */
  readonly isKept: () => Promise<boolean>
  /** Do something that no other tab does at the same time, nor holds. Throws `other-tab`. */
  readonly alone: <T>(name: string, work: () => Promise<T>) => Promise<T>
  /** Whether no other tab is at something, nor holds it; this keeps nobody from it meanwhile. */
  readonly isFree: (name: string) => Promise<boolean>
  /** Keep other tabs from something until `letOthers`, or until this one is closed. Throws `other-tab`. */
  readonly hold: (name: string) => Promise<void>
  readonly letOthers: (name: string) => void
}
