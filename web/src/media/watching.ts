// SPDX-License-Identifier: EUPL-1.2
/**
 * What the page and the media worker say to each other about one film.
 *
 * The page hands a film over with a port of its own; over that port the worker asks for ciphertext, so
 * that the token never leaves the page's client, and says why it had to stop. Whoever was ended in
 * between is handed everything again: neither keeps anything anywhere but in memory.
 */
import type { Bytes } from "../crypto/bytes.ts"
import type { ErrorCode } from "../errors.ts"
import type { SealedPart } from "./seekable.ts"

/** Every film's address begins so. What follows is random, and never used again for anything else. */
export const WATCH_PATH = "/watch/"

/** A film as the page hands it to the worker: its key cannot be read out of it, by neither of them. */
export type HandedFilm = {
  /** What stands behind `WATCH_PATH` in its address. */
  readonly id: string
  /** Media type, from the opened header. */
  readonly type: string
  readonly part: SealedPart
  /** 32 bytes a chunk; the worker compares them with the signed root. */
  readonly table: Bytes
}

/** From a page: here is a film (with a port); or: answer this page too, which was opened past you. */
export type ToWorker = { readonly say: "film"; readonly film: HandedFilm } | { readonly say: "claim" }

/** To a page: somebody asked for this film of yours, and it is no longer here. */
export type ToPage = { readonly say: "lost"; readonly id: string }

/** From the worker over a film's port. */
export type FromFilm =
  | { readonly say: "ready" }
  /** The stored chunks from `first` up to and without `end`, under this number. */
  | { readonly say: "fetch"; readonly number: number; readonly first: number; readonly end: number }
  | { readonly say: "stopped"; readonly code: ErrorCode }

/** To the worker over a film's port. */
export type ToFilm =
  | { readonly say: "fetched"; readonly number: number; readonly chunks: Bytes }
  | { readonly say: "refused"; readonly number: number; readonly code: ErrorCode }
  | { readonly say: "forget" }
