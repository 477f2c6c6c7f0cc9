// SPDX-License-Identifier: EUPL-1.2
/** What the film worker does for each question, and in which words page and worker speak. */
import type { ErrorCode } from "../errors.ts"
import { RelayError } from "../errors.ts"
import type { FilmSource, FilmToLock, LockedFilm } from "./film_store.ts"
import { dropFile, fullOr, newFile, readFile, type WritableFile, writeWhole } from "./private_files.ts"
import { ofBlob, type RandomAccess } from "./random_access.ts"
import { readSlices, type SliceWriter, writeSlices } from "./slices.ts"
import { inFile } from "./stored.ts"

export type FilmQuestion =
  | { readonly ask: "lock"; readonly name: string; readonly film: FilmToLock }
  | { readonly ask: "record"; readonly name: string; readonly key: CryptoKey }
  | { readonly ask: "slice"; readonly slice: Blob }
  | { readonly ask: "close" }

export type FilmAnswer =
  | { readonly done: number }
  | { readonly locked: LockedFilm }
  | { readonly kept: true }
  | { readonly code: ErrorCode }

type Reply = (answer: FilmAnswer) => void

/** Answer one question. Throws what is refused: `no-room` wherever the browser's store is full. */
export async function answerFilm(question: FilmQuestion, reply: Reply): Promise<void> {
  try {
    await answered(question, reply)
  } catch (error) {
    throw fullOr(error)
  }
}

async function answered(question: FilmQuestion, reply: Reply): Promise<void> {
  switch (question.ask) {
    case "lock":
      return reply({ locked: await lock(question, (done) => reply({ done })) })
    case "record":
      await record(question)
      return reply({ kept: true })
    case "slice":
      await next(question.slice)
      return reply({ kept: true })
    case "close":
      await closed()
      return reply({ kept: true })
  }
}

type ToLock = Extract<FilmQuestion, { ask: "lock" }>

async function lock({ name, film }: ToLock, onProgress: (done: number) => void): Promise<LockedFilm> {
  const [{ clean }, { sealingSink }] = await Promise.all([import("./clean.ts"), import("./sealing_sink.ts")])
  const source = await accessTo(film.source)
  const file = await newFile("sealed", name)
  const write = async (at: number, bytes: Uint8Array) => writeWhole(file, bytes, at)
  try {
    const sink = sealingSink({ write }, film)
    const cleaned = await clean(source, sink, { plays, onProgress: seldom(onProgress) })
    const sealed = await sink.finish()
    file.flush()
    file.close()
    return { sealed, cleaned }
  } catch (error) {
    file.close()
    await dropFile("sealed", name)
    throw error
  }
}

async function accessTo(source: FilmSource): Promise<RandomAccess> {
  if (source.kind === "file") return ofBlob(source.file)
  if (source.kind === "sealed") return sealedBefore(source)
  const file = await readFile("slices", source.name)
  if (file === null) throw new RelayError("not-found", "no such recording")
  return readSlices(file, source.key)
}

type Sealed = Extract<FilmSource, { kind: "sealed" }>

async function sealedBefore({ name, part }: Sealed): Promise<RandomAccess> {
  const [file, { readSealed }] = await Promise.all([readFile("sealed", name), import("./sealed_again.ts")])
  if (file === null) throw new RelayError("not-found", "no such sealed film")
  return readSealed(inFile(file), part)
}

/** Tell of progress at most two hundred times. */
function seldom(tell: (done: number) => void): (done: number) => void {
  let told = -1
  return (done) => {
    const step = Math.floor(done * 200)
    if (step <= told) return
    told = step
    tell(done)
  }
}

/** Ask the browser whether it shows such a film; one that cannot say is taken to. */
async function plays(type: string, { width, height }: { readonly width: number; readonly height: number }) {
  const [container, codecs = ""] = type.split("; codecs=")
  const parts = codecs.replaceAll('"', "").split(", ")
  if (container?.startsWith("audio/")) return true
  const contentType = `${container}; codecs="${parts[0]}"`
  const video = { contentType, width, height, bitrate: 2_000_000, framerate: 30 }
  const found = await navigator.mediaCapabilities?.decodingInfo({ type: "file", video }).catch(() => null)
  return found?.supported ?? true
}

let recording: { readonly file: WritableFile; readonly writer: SliceWriter } | null = null
let before: Promise<void> = Promise.resolve()

async function record({ name, key }: Extract<FilmQuestion, { ask: "record" }>): Promise<void> {
  const opened = newFile("slices", name).then((file) => {
    recording = { file, writer: writeSlices(file, key) }
  })
  before = opened
  await opened
}

/** Slices are kept in the order in which they came. */
function next(slice: Blob): Promise<void> {
  const kept = before.then(async () => {
    if (recording === null) throw new RelayError("not-found", "no recording has begun")
    await recording.writer.add(new Uint8Array(await slice.arrayBuffer()))
  })
  before = kept
  return kept
}

async function closed(): Promise<void> {
  await before.catch(() => undefined)
  recording?.file.close()
  recording = null
}
