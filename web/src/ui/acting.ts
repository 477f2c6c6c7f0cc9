// SPDX-License-Identifier: EUPL-1.2
/** What the screens may ask for comes in sets, one a room, so that nobody fetches another room's. */

/** One module, fetched when first needed. */
export type Module<T> = () => Promise<T>

let standIn: object | null = null

/** Make the way to a room's set: the live one, or what was put in its place. */
export function acting<T extends object>(live: T): () => T {
  return () => (standIn as T | null) ?? live
}

/** Put one set in the place of all of them: for examples and tests, before anything is drawn. */
export function actWith(other: object): void {
  standIn = other
}
