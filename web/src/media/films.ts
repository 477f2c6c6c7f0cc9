// SPDX-License-Identifier: EUPL-1.2
/** The browser's store of sealed films: private files, made by the film worker, one tab at a time. */
import { RelayError } from "../errors.ts"
import type { FilmStore, FilmToLock, LockedFilm, Locking, OpenRecording } from "./film_store.ts"
import type { FilmAnswer, FilmQuestion } from "./film_work.ts"
import { dropFile, fileNames, readFile } from "./private_files.ts"
import { readSlices } from "./slices.ts"
import { inFile } from "./stored.ts"

/** The part of a worker that is used here. */
export type FilmWorker = Pick<Worker, "addEventListener" | "postMessage" | "terminate">

/** Return the browser's own store; each film is made by a worker of its own. */
export function openFilmStore(start: () => FilmWorker): FilmStore {
  const held = new Map<string, () => void>()
  return {
    lock: (name, film, locking) => lock(start, { name, film }, locking),
    open: async (name) => {
      const file = await readFile("sealed", name)
      return file === null ? null : inFile(file)
    },
    drop: (name) => dropFile("sealed", name),
    names: () => fileNames("sealed"),
    record: (name, key) => record(start(), name, key),
    recorded: async (name, key) => {
      const file = await readFile("slices", name)
      return file === null ? null : readSlices(file, key)
    },
    recordings: () => fileNames("slices"),
    dropRecording: (name) => dropFile("slices", name),
    room,
    askToKeep,
    isKept,
    alone: (name, work) => (held.has(name) ? work() : alone(name, work)),
    isFree: async (name) => held.has(name) || isFree(name),
    hold: (name) => hold(held, name),
    letOthers: (name) => {
      held.get(name)?.()
      held.delete(name)
    },
  }
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
  const answer = await answerOf(worker, question, onProgress)
  if ("locked" in answer) return answer.locked
  throw new RelayError("code" in answer ? answer.code : "internal", "from the film worker")
}

/** Ask one thing, and wait for its answer; progress is no answer. */
function answerOf(
  worker: FilmWorker,
  question: FilmQuestion,
  onProgress: (done: number) => void,
): Promise<FilmAnswer> {
  return new Promise((resolve, reject) => {
    const heard = new AbortController()
    const { signal } = heard
    const onMessage = (event: Event) => {
      const answer = (event as MessageEvent<FilmAnswer>).data
      if ("done" in answer) return onProgress(answer.done)
      heard.abort()
      resolve(answer)
    }
    worker.addEventListener("message", onMessage, { signal })
    worker.addEventListener("error", () => reject(new RelayError("internal", "the worker did not run")), {
      signal,
    })
    worker.postMessage(question)
  })
}

/** One worker a recording; each question waits for the answer to the one before. */
async function record(worker: FilmWorker, name: string, key: CryptoKey): Promise<OpenRecording> {
  let before: Promise<void> = Promise.resolve()
  const ask = (question: FilmQuestion) => {
    before = before.then(() => kept(worker, question))
    return before
  }
  await ask({ ask: "record", name, key })
  return {
    add: (slice) => ask({ ask: "slice", slice }),
    close: async () => {
      await before.catch(() => undefined)
      await kept(worker, { ask: "close" }).finally(() => worker.terminate())
    },
  }
}

async function kept(worker: FilmWorker, question: FilmQuestion): Promise<void> {
  const answer = await answerOf(worker, question, () => {})
  if ("code" in answer) throw new RelayError(answer.code, "from the film worker")
}

async function room(): Promise<number | null> {
  // WebKitGTK has none, whatever its type says: there is nowhere to keep a film until it is sent.
  const storage = navigator.storage as StorageManager | undefined
  if (storage === undefined) throw new RelayError("film-elsewhere", "this browser has no private files")
  const { quota, usage } = await storage.estimate()
  return quota === undefined ? null : quota - (usage ?? 0)
}

/** Firefox asks the person; the others decide by themselves. What cannot be asked is left as it is. */
async function askToKeep(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false)
}

async function isKept(): Promise<boolean> {
  return (await navigator.storage?.persisted?.().catch(() => false)) ?? false
}

async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = navigator.locks as LockManager | undefined
  if (locks === undefined) throw new RelayError("film-elsewhere", "this browser cannot keep tabs apart")
  return locks.request(`relay ${name}`, { ifAvailable: true }, (held) => {
    if (held === null) throw new RelayError("other-tab", "another tab is at it")
    return work()
  })
}

/** Asked, not tried: two who look at once would find each other. */
async function isFree(name: string): Promise<boolean> {
  const { held = [] } = (await (navigator.locks as LockManager | undefined)?.query()) ?? {}
  return !held.some((lock) => lock.name === `relay ${name}`)
}

/** The lock goes with the tab, whatever ends it. */
function hold(held: Map<string, () => void>, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const until = () =>
      new Promise<void>((release) => {
        held.set(name, release)
        resolve()
      })
    alone(name, until).catch(reject)
  })
}
