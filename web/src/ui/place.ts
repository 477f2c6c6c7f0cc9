// SPDX-License-Identifier: EUPL-1.2
/**
 * Where the person is in the app: a value, never an address.
 *
 * Nothing is pushed to the browser's history, so that Back always leads out of the app and what was
 * looked at stands nowhere. The fragment of a link is read once and removed.
 */
import { signal } from "@preact/signals"

export type Place =
  | { readonly at: "start" }
  | { readonly at: "sign-in" }
  | { readonly at: "link"; readonly fragment: string }
  | { readonly at: "enrol"; readonly fragment: string }
  | { readonly at: "ask"; readonly staff: boolean }
  | { readonly at: "out"; readonly idle: boolean }
  /** The way in for managers: a key file. */
  | { readonly at: "office-door" }
  | { readonly at: "home" }
  | { readonly at: "write"; readonly draft: string | null; readonly supersedes: string | null }
  /** Recording or choosing a film or a voice; `supersedes`: id of a returned one, whose place it takes. */
  | { readonly at: "film"; readonly supersedes: string | null }
  | { readonly at: "sent"; readonly message: string }
  | { readonly at: "take-back"; readonly message: string }
  | { readonly at: "proposed"; readonly message: string }
  | { readonly at: "offered"; readonly message: string }
  | { readonly at: "read"; readonly message: string }
  | { readonly at: "stop" }
  /** One's own yes or no to each channel, and one's own needs. */
  | { readonly at: "agree" | "needs" }
  | { readonly at: "today" }
  | { readonly at: "case"; readonly case: string }
  /** A released letter, to be printed and brought. */
  | { readonly at: "paper"; readonly case: string; readonly message: string }
  | { readonly at: "queue" }
  | { readonly at: "review"; readonly message: string }
  /** Everything of one case; `from`: the letter from which somebody came here. */
  | { readonly at: "history"; readonly case: string; readonly from: string | null }
  | { readonly at: "reading-log" }
  | { readonly at: "people" }
  /** Who looks after a case, who came and went, and what is to go over. */
  | { readonly at: "handover"; readonly case: string }
  /** Writing down what somebody of a case told. */
  | { readonly at: "tell"; readonly case: string }
  /** Leaving something out of a letter; putting it in another form; letting an interpreter in; both versions. */
  | { readonly at: "shorten" | "render" | "access" | "compare"; readonly message: string }
  /** Working on a film at the station that served this page. */
  | { readonly at: "station"; readonly message: string }
  /** The programme's office. */
  | { readonly at: "office" | "supervision" }
  | { readonly at: "office" | "requests" | "staff" | "office-cases" }
  /** What an interpreter was let in to. */
  | { readonly at: "granted"; readonly message: string }

/** The place of now. Change it with `go`. */
export const place = signal<Place>({ at: "start" })

/** Go somewhere, leaving no trace in the history. */
export function go(there: Place): void {
  globalThis.history?.replaceState(null, "", globalThis.location.pathname)
  place.value = there
}

/** Take the fragment off the address, and return it without its `#`. */
export function takeFragment(): string {
  const fragment = globalThis.location.hash.slice(1)
  if (fragment !== "") globalThis.history.replaceState(null, "", globalThis.location.pathname)
  return fragment
}

/** Say where a link's fragment leads; null when it is not one of ours. */
export function placeOfFragment(fragment: string): Place | null {
  const names = new Set(new URLSearchParams(fragment).keys())
  if (names.has("ticket")) return { at: "enrol", fragment }
  if (names.has("link")) return { at: "link", fragment }
  if (names.has("office")) return { at: "office-door" }
  if (names.has("ask")) return { at: "ask", staff: false }
  if (names.has("refer")) return { at: "ask", staff: true }
  return null
}
