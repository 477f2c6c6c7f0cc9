// SPDX-License-Identifier: EUPL-1.2
/**
 * The media worker: answers for films that a page of this origin handed to it, and for nothing else.
 *
 * It keeps no part of the app, no answer and no key anywhere but in memory. Built into one file of its
 * own (`vite.worker.ts`), because not every browser runs a service worker that imports.
 */
import { openFilmHost } from "./film_host.ts"
import { type ToPage, type ToWorker, WATCH_PATH } from "./watching.ts"

type Waiting = { readonly waitUntil: (work: Promise<unknown>) => void }
type Rule = { readonly condition: object; readonly source: "network" }
type Install = Waiting & { readonly addRoutes?: (rule: Rule) => Promise<void> }
type Page = { readonly id: string; readonly postMessage: (said: ToPage) => void }
type FetchEvent = Event & {
  readonly request: Request
  readonly clientId: string
  readonly respondWith: (answer: Promise<Response>) => void
}

type Heard = {
  readonly install: Install
  readonly activate: Waiting
  readonly message: MessageEvent<ToWorker> & Waiting
  readonly fetch: FetchEvent
}

/** The part of a service worker's own names that is used here. */
type MediaWorker = {
  readonly location: { readonly origin: string }
  readonly skipWaiting: () => Promise<void>
  readonly clients: {
    readonly claim: () => Promise<void>
    readonly get: (id: string) => Promise<Page | undefined>
  }
  readonly addEventListener: <N extends keyof Heard>(name: N, listen: (event: Heard[N]) => void) => void
}

const worker = self as unknown as MediaWorker
const host = openFilmHost()

// A browser that can is told once what is not ours: its chunks are then fetched without asking here first.
const NOT_OURS: Rule = { condition: { not: { urlPattern: `${WATCH_PATH}*` } }, source: "network" }

worker.addEventListener("install", (event) => {
  event.waitUntil(Promise.resolve(event.addRoutes?.(NOT_OURS)).catch(() => undefined))
  event.waitUntil(worker.skipWaiting())
})
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener("message", (event) => {
  const { data, ports, source } = event
  if (data.say === "claim") event.waitUntil(worker.clients.claim())
  const [port] = ports
  if (data.say === "film" && port !== undefined) {
    host.take(data.film, port, (source as unknown as Page | null)?.id ?? "")
  }
})

worker.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url)
  if (origin !== worker.location.origin || !pathname.startsWith(WATCH_PATH)) return
  const id = pathname.slice(WATCH_PATH.length)
  const askAgain = async () => {
    const page = await worker.clients.get(event.clientId)
    page?.postMessage({ say: "lost", id })
  }
  const range = event.request.headers.get("Range")
  event.respondWith(host.answer({ id, client: event.clientId, range }, askAgain))
})
