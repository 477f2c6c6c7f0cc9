// SPDX-License-Identifier: EUPL-1.2
/** Pseudonyms short enough to say. */

const CHARACTERS = 6

/** The first characters of an id: enough to tell people of one case apart, and to say by telephone. */
export function shortId(id: string): string {
  return id.slice(0, CHARACTERS)
}
