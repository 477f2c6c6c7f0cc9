// SPDX-License-Identifier: EUPL-1.2
/**
 * An office page follows what happens elsewhere, but never under somebody's pen.
 *
 * While it is said what will be signed, nothing is fetched: a signature over what was there a moment ago is
 * refused and told, where one that quietly moved to newer rules would undo another manager's work.
 */
import { signal } from "@preact/signals"
import { useEffect, useRef } from "preact/hooks"
import { useLive } from "../live.ts"

const pens = signal(0)
const changes = signal(0)

/** Hold the pages of the office still for as long as this is drawn. */
export function useHeldStill(): void {
  useEffect(() => {
    pens.value += 1
    return () => {
      pens.value -= 1
    }
  }, [])
}

/** Follow what happens elsewhere, for every page of the office: by one stream, drawn once. */
export function useElsewhere(): void {
  const missed = useRef(false)
  useLive(() => {
    if (pens.peek() === 0) changes.value += 1
    else missed.current = true
  })
  useEffect(
    () =>
      pens.subscribe((count) => {
        if (count > 0 || !missed.current) return
        missed.current = false
        changes.value += 1
      }),
    [],
  )
}

/** Call `again` after every change elsewhere; one that came during a signature waits until its end. */
export function useFresh(again: () => void): void {
  const latest = useRef(again)
  latest.current = again
  useEffect(() => {
    const drawn = changes.peek()
    return changes.subscribe((count) => {
      if (count !== drawn) latest.current()
    })
  }, [])
}
