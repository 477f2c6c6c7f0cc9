// SPDX-License-Identifier: EUPL-1.2
/**
 * The browser's private files (OPFS): ciphertext that is too long for a record. The only file that touches them.
 *
 * Nothing readable ever lies here: sealed films, and slices of a recording under a key of its own.
 */
import { RelayError } from "../errors.ts"

/** `sealed`: films that wait to be sent. `slices`: recordings that are not sealed yet. */
export type Shelf = "sealed" | "slices"

/** A file as a worker writes it: in place, and at once. */
export type WritableFile = {
  readonly write: (bytes: Uint8Array, at: { readonly at: number }) => number
  readonly flush: () => void
  readonly close: () => void
}

type Openable = FileSystemFileHandle & { readonly createSyncAccessHandle: () => Promise<WritableFile> }

async function shelfOf(shelf: Shelf): Promise<FileSystemDirectoryHandle> {
  try {
    const root = await navigator.storage.getDirectory()
    return await root.getDirectoryHandle(shelf, { create: true })
  } catch (cause) {
    throw new RelayError("film-elsewhere", "this browser has no private files", { cause })
  }
}

/** Begin a file, in a worker. Throws `exists`: what was written once is not written again. */
export async function newFile(shelf: Shelf, name: string): Promise<WritableFile> {
  const folder = await shelfOf(shelf)
  if ((await found(folder, name)) !== null) throw new RelayError("exists", "a private file of this name")
  const handle = (await folder.getFileHandle(name, { create: true })) as Openable
  return handle.createSyncAccessHandle()
}

/** Return a file to read, or null. */
export async function readFile(shelf: Shelf, name: string): Promise<File | null> {
  const handle = await found(await shelfOf(shelf), name)
  return handle === null ? null : handle.getFile()
}

async function found(folder: FileSystemDirectoryHandle, name: string): Promise<FileSystemFileHandle | null> {
  try {
    return await folder.getFileHandle(name)
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotFoundError") return null
    throw error
  }
}

/** Let go of a file; one that is not there, or that another tab writes, is passed over. */
export async function dropFile(shelf: Shelf, name: string): Promise<void> {
  const folder = await shelfOf(shelf)
  await folder.removeEntry(name).catch(() => undefined)
}

/** Return the names on a shelf; none where this browser has no private files. */
export async function fileNames(shelf: Shelf): Promise<readonly string[]> {
  const names: string[] = []
  const folder = await shelfOf(shelf).catch(() => null)
  if (folder === null) return names
  for await (const name of (folder as unknown as { keys: () => AsyncIterable<string> }).keys())
    names.push(name)
  return names
}

/**
 * Write all of it. Throws `no-room` where not all of it was written.
 *
 * A store that is full does not always throw: Chromium answers with the number of its error, which is larger than
 * any length.
 */
export function writeWhole(file: Pick<WritableFile, "write">, bytes: Uint8Array, at: number): void {
  if (file.write(bytes, { at }) !== bytes.length) throw new RelayError("no-room", "not all of it was written")
}

/** Say `no-room` for a disk or a quota that is full, and pass on everything else. */
export function fullOr(cause: unknown): unknown {
  const full = cause instanceof DOMException && cause.name === "QuotaExceededError"
  return full ? new RelayError("no-room", "the browser's room is used up", { cause }) : cause
}
