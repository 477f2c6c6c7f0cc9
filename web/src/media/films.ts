// SPDX-License-Identifier: EUPL-1.2
/** The browser's store of sealed films: private files, made by the film worker, one tab at a time. */
import { RelayError } from "../errors.ts"
import type { FilmStore, FilmToLock, LockedFilm, Locking } from "./film_store.ts"
import type { FilmAnswer, FilmQuestion } from "./film_work.ts"
import { dropFile, fileNames, readFile } from "./private_files.ts"
import type { Stored } from "./stored.ts"

/** The part of a worker that is used here. */
export type FilmWorker = Pick<Worker, "addEventListener" | "postMessage" | "terminate">

/** Return the browser's own store; each film is made by a worker of its own. */
export function openFilmStore(start: () => FilmWorker): FilmStore {
  return {
    lock: (name, film, locking) => lock(start, { name, film }, locking),
    open: async (name) => {
      const file = await readFile("sealed", name)
      return file === null ? null : inFile(file)
    },
    drop: (name) => dropFile("sealed", name),
    names: () => fileNames("sealed"),
    room,
    alone,
  }
}

function inFile(file: File): Stored {
  const slice = async (start: number, end: number) =>
    new Uint8Array(await file.slice(start, end).arrayBuffer())
  return { length: file.size, slice }
}

type Named = { readonly name: string; readonly film: FilmToLock }

async function lock(start: () => FilmWorker, { name, film }: Named, at: Locking): Promise<LockedFilm> {
  const worker = start()
  try {
    const question = { ask: "lock", name, film } as const
    return await Promise.race([locked(worker, question, at.onProgress), stopped(at.signal)])
  } catch (error) {
    worker.terminate()
    await dropFile("sealed", name)
    throw error
  } finally {
    worker.terminate()
  }
}

function stopped(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(new RelayError("offline", "locking was stopped"))
    if (signal?.aborted) stop()
    signal?.addEventListener("abort", stop, { once: true })
  })
}

async function locked(
  worker: FilmWorker,
  question: FilmQuestion,
  onProgress: (done: number) => void,
): Promise<LockedFilm> {
  const answered = new Promise<FilmAnswer>((resolve, reject) => {
    worker.addEventListener("message", (event) => {
      const answer = (event as MessageEvent<FilmAnswer>).data
      if ("done" in answer) onProgress(answer.done)
      else resolve(answer)
    })
    worker.addEventListener("error", () => reject(new RelayError("internal", "the film worker did not run")))
    worker.postMessage(question)
  })
  const answer = await answered
  if ("locked" in answer) return answer.locked
  throw new RelayError("code" in answer ? answer.code : "internal", "from the film worker")
}

async function room(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate()
  return quota === undefined ? null : quota - (usage ?? 0)
}

async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`relay ${name}`, { ifAvailable: true }, (held) => {
    if (held === null) throw new RelayError("other-tab", "another tab is at it")
    return work()
  })
}
