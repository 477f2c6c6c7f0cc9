// SPDX-License-Identifier: EUPL-1.2
/** What the screens may ask for comes in sets, one a room, so that nobody fetches another room's. */
import { RelayError } from "../errors.ts"

/** One module, fetched when first needed. Throws `part-missing`: it is not to be had, or not any more. */
export type Module<T> = () => Promise<T>

type Modules = { readonly [name: string]: Module<unknown> }

let standIn: object | null = null

/** Make the way to a room's set: the live one, or what was put in its place. */
export function acting<T extends Modules>(live: T): () => T {
  const fetched = Object.entries(live).map(([name, fetchIt]) => [name, () => fetchIt().catch(missing)])
  const set = Object.fromEntries(fetched) as T
  return () => (standIn as T | null) ?? set
}

/** After an upgrade of the service an open page asks for files that are gone; so does one without a line. */
function missing(cause: unknown): never {
  throw new RelayError("part-missing", "a module could not be fetched", { cause })
}

/** Put one set in the place of all of them: for examples and tests, before anything is drawn. */
export function actWith(other: object): void {
  standIn = other
}
