// SPDX-License-Identifier: EUPL-1.2
/** The page's link to the media worker: registered when first needed, and given up on where none may run. */
import type { HandedFilm, ToPage, ToWorker } from "../media/watching.ts"
import { mediaWorkerAddress } from "./trusted.ts"

/** In some browsers and windows a registration is never answered: then films are opened another way. */
const PATIENCE_SECONDS = 1.5

export type MediaWorkerLink = {
  /** Hand a film over, with the port over which the worker then speaks of it. */
  readonly hand: (film: HandedFilm, port: MessagePort) => void
  /** Hear of a film that the worker no longer holds; the answer stops listening. */
  readonly onLost: (listener: (id: string) => void) => () => void
}

/** The part of `navigator.serviceWorker` that is used here, so that a test can stand in for it. */
export type WorkerContainer = Pick<
  ServiceWorkerContainer,
  "register" | "ready" | "controller" | "addEventListener" | "removeEventListener"
>

/** Return the link, or null where no worker answers for this page within 1.5 seconds. */
export async function mediaWorker(
  container: WorkerContainer | undefined = globalThis.navigator.serviceWorker,
  patienceSeconds: number = PATIENCE_SECONDS,
): Promise<MediaWorkerLink | null> {
  // Not every window has one, whatever its type says.
  if ((container as WorkerContainer | undefined) === undefined) return null
  let cancel: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<null>((resolve) => {
    cancel = setTimeout(() => resolve(null), patienceSeconds * 1000)
  })
  const link = linked(container).catch(() => null)
  return Promise.race([link, limit]).finally(() => clearTimeout(cancel))
}

async function linked(container: WorkerContainer): Promise<MediaWorkerLink> {
  await container.register(mediaWorkerAddress(), { scope: "/", updateViaCache: "none" })
  const { active } = await container.ready
  // A page that was there first, or was reloaded past the worker, is answered for only when asked.
  if (container.controller === null) {
    const taken = new Promise<void>((resolve) => {
      container.addEventListener("controllerchange", () => resolve(), { once: true })
    })
    active?.postMessage({ say: "claim" } satisfies ToWorker)
    await taken
  }
  return {
    hand: (film, port) => container.controller?.postMessage({ say: "film", film } satisfies ToWorker, [port]),
    onLost: (listener) => {
      const heard = (event: MessageEvent<ToPage>) => listener(event.data.id)
      container.addEventListener("message", heard)
      return () => container.removeEventListener("message", heard)
    },
  }
}
