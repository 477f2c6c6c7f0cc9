// SPDX-License-Identifier: EUPL-1.2
/** A store of sealed films in memory: cleaned and sealed by the real code, in this thread. */
import { concat } from "../src/crypto/bytes.ts"
import { RelayError } from "../src/errors.ts"
import { clean } from "../src/media/clean.ts"
import type { FilmSource, FilmStore } from "../src/media/film_store.ts"
import { ofBlob, type RandomAccess } from "../src/media/random_access.ts"
import { readSealed } from "../src/media/sealed_again.ts"
import { sealingSink } from "../src/media/sealing_sink.ts"
import { inMemory } from "../src/media/stored.ts"

/** A file in memory that refuses to be written twice at one place. */
export function memoryFile() {
  const rows = new Map<number, Uint8Array>()
  return {
    write: async (position: number, bytes: Uint8Array) => {
      if (rows.has(position)) throw new Error(`written twice at ${position}`)
      rows.set(position, bytes)
    },
    whole: () => concat(...[...rows].sort(([one], [other]) => one - other).map(([, bytes]) => bytes)),
  }
}

/** What lies in a browser, for all of its tabs. */
function shelves() {
  return {
    files: new Map<string, Uint8Array>(),
    slices: new Map<string, Blob[]>(),
    held: new Set<string>(),
    asked: { kept: false },
  }
}

/** Return the stores of two tabs of one browser. */
export function twoTabs(): readonly [FilmStore, FilmStore] {
  const shared = shelves()
  return [memoryFilms(shared), memoryFilms(shared)]
}

/** Return a store with 1 GiB of room. */
export function memoryFilms({ files, slices, held, asked } = shelves()): FilmStore {
  const own = new Set<string>()
  const accessTo = async (source: FilmSource): Promise<RandomAccess> => {
    if (source.kind === "file") return ofBlob(source.file)
    if (source.kind === "recording") return ofBlob(new Blob(slices.get(source.name)))
    return readSealed(inMemory(files.get(source.name) ?? new Uint8Array(0)), source.part)
  }
  return {
    lock: async (name, { source, keys, salt }, { onProgress }) => {
      const film = await accessTo(source)
      const file = memoryFile()
      const sink = sealingSink(file, { keys, salt })
      const cleaned = await clean(film, sink, { plays: async () => true, onProgress })
      const sealed = await sink.finish()
      files.set(name, file.whole())
      return { sealed, cleaned }
    },
    open: async (name) => {
      const found = files.get(name)
      return found === undefined ? null : inMemory(found)
    },
    drop: async (name) => {
      files.delete(name)
    },
    names: async () => [...files.keys()],
    record: async (name) => {
      const row: Blob[] = []
      slices.set(name, row)
      return {
        add: async (slice) => {
          row.push(slice)
        },
        close: async () => {},
      }
    },
    recorded: async (name) => {
      const row = slices.get(name)
      return row === undefined ? null : ofBlob(new Blob(row))
    },
    recordings: async () => [...slices.keys()],
    dropRecording: async (name) => {
      slices.delete(name)
    },
    room: async () => 2 ** 30,
    askToKeep: async () => {
      asked.kept = true
    },
    isKept: async () => asked.kept,
    hold: async (name) => {
      if (held.has(name)) throw new RelayError("other-tab", "held")
      held.add(name)
      own.add(name)
    },
    isFree: async (name) => own.has(name) || !held.has(name),
    letOthers: (name) => {
      if (own.delete(name)) held.delete(name)
    },
    alone: async (name, work) => {
      if (own.has(name)) return work()
      if (held.has(name)) throw new RelayError("other-tab", "held")
      held.add(name)
      try {
        return await work()
      } finally {
        held.delete(name)
      }
    },
  }
}
