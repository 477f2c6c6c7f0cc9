// SPDX-License-Identifier: EUPL-1.2
/** What of each film has played in this tab: who approves one is told where that is not all of it. Nobody else is. */
import { signal } from "@preact/signals"
import type { Film } from "../../review/contents.ts"
import { signedIn } from "../session.ts"

type Stretch = { readonly from: number; readonly to: number }
type Which = Pick<Film, "message" | "part">
type Playing = Pick<HTMLMediaElement, "played" | "duration">

/** What a jump to the beginning or a rounded length leaves out. */
const BEARABLE_SECONDS = 1

const stretches = new Map<string, readonly Stretch[]>()
const whole = signal<ReadonlySet<string>>(new Set())

function nameOf({ message, part }: Which): string {
  return `${signedIn().person} ${message} ${part}`
}

/** Note what has played of a film until now, also before it was closed and opened again. */
export function notePlayed(film: Which, { played, duration }: Playing): void {
  const name = nameOf(film)
  const now = Array.from({ length: played.length }, (_, at) => ({
    from: played.start(at),
    to: played.end(at),
  }))
  const merged = joined([...(stretches.get(name) ?? []), ...now])
  stretches.set(name, merged)
  const seconds = merged.reduce((sum, { from, to }) => sum + to - from, 0)
  if (seconds >= duration - BEARABLE_SECONDS && !whole.value.has(name))
    whole.value = new Set([...whole.value, name])
}

/** Whether all of it has played; a page that asks is drawn again when it has. */
export function hasPlayedWhole(film: Which): boolean {
  return whole.value.has(nameOf(film))
}

function joined(given: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const one of given.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last === undefined || one.from > last.to) found.push(one)
    else found[found.length - 1] = { from: last.from, to: Math.max(last.to, one.to) }
  }
  return found
}
