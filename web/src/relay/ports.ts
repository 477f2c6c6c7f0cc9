// SPDX-License-Identifier: EUPL-1.2
/** Everything outside that the app may touch, in one record: the screens make it once, tests make their own. */
import type { FilmStore } from "../media/film_store.ts"
import { type Client, openClient } from "./client.ts"
import { browserClock, type Clock } from "./clock.ts"
import { type Device, memoryDevice, openDevice } from "./device.ts"
import { browserRandom, type Random } from "./random.ts"
import { type Stretch, workerStretch } from "./stretch.ts"
import { filmWorkerAddress } from "./trusted.ts"

export type Ports = {
  readonly client: Client
  readonly random: Random
  readonly clock: Clock
  /** Turns words into a key, slowly, off the main thread. */
  readonly stretch: Stretch
  /** The relay's address, signed at sign-in: this page's own, but at a station's desk. */
  readonly origin: string
  /** Storage that outlives a reload: only for a device that the person calls private. */
  readonly kept: Device
  /** Storage that dies with the tab: everywhere else. */
  readonly memory: Device
  /** Where sealed films lie: fetched when the first one is asked for. */
  readonly films: () => Promise<FilmStore>
}

let opened: Promise<FilmStore> | undefined

function films(): Promise<FilmStore> {
  opened ??= import("../media/films.ts").then(({ openFilmStore }) => {
    return openFilmStore(() => new Worker(filmWorkerAddress(), { type: "module" }))
  })
  return opened
}

/** Return the browser's own; `relay` where another address than this page's is signed in for. */
export function openPorts(relay = ""): Ports {
  return {
    client: openClient(),
    random: browserRandom,
    clock: browserClock,
    stretch: workerStretch,
    origin: relay || globalThis.location.origin,
    kept: openDevice(),
    memory: memoryDevice(),
    films,
  }
}
