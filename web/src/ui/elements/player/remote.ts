// SPDX-License-Identifier: EUPL-1.2
/** A hand on the film that is open elsewhere on the page: for who writes down what is said in it. */
import { type Signal, signal } from "@preact/signals"

export type Remote = {
  /** Null while none is open. */
  readonly film: Signal<HTMLMediaElement | null>
  /** Where it is, in seconds. */
  readonly seconds: Signal<number>
  readonly plays: Signal<boolean>
}

export function newRemote(): Remote {
  return { film: signal(null), seconds: signal(0), plays: signal(false) }
}

/** Listen to a film from when it is shown until what this returns is called. */
export function handOn({ film, seconds, plays }: Remote, element: HTMLMediaElement): () => void {
  const look = () => {
    seconds.value = element.currentTime
    plays.value = !element.paused
  }
  const heard = ["timeupdate", "seeked", "play", "pause", "ended"]
  for (const name of heard) element.addEventListener(name, look)
  film.value = element
  look()
  return () => {
    for (const name of heard) element.removeEventListener(name, look)
    film.value = null
    plays.value = false
  }
}
