// SPDX-License-Identifier: EUPL-1.2
/** The edit list of a track, row by row: which passages of it are shown, and when. Source: ISO/IEC 14496-12, 8.6.6. */

/** Where each full box begins: its version and flags. */
export const HEAD_BYTES = 4
/** A row that shows nothing: what follows begins later. */
export const EMPTY = -1
export const NORMAL_SPEED = 0x1_0000

/** How long a passage lasts, by the film's clock; where in the track it begins, by the track's; how fast it goes. */
export type Edit = { readonly lasts: number; readonly from: number; readonly speed: number }

/** Return the rows of an edit list; null where it holds fewer than it says. */
export function editsIn(list: DataView): readonly Edit[] | null {
  if (list.byteLength < 2 * HEAD_BYTES) return null
  const wide = list.getUint8(0) === 1
  const bytes = wide ? 20 : 12
  const count = list.getUint32(HEAD_BYTES)
  if (2 * HEAD_BYTES + count * bytes > list.byteLength) return null
  return Array.from({ length: count }, (_, row) => {
    const at = 2 * HEAD_BYTES + row * bytes
    return {
      lasts: wide ? Number(list.getBigUint64(at)) : list.getUint32(at),
      from: wide ? Number(list.getBigInt64(at + 8)) : list.getInt32(at + 4),
      speed: list.getInt32(at + bytes - 4),
    }
  })
}

/** Return the number that follows when something was made and changed, in four bytes each or in eight; 0 where none does. */
export function afterTimes(head: DataView): number {
  if (head.byteLength === 0) return 0
  const at = HEAD_BYTES + (head.getUint8(0) === 1 ? 16 : 8)
  return at + 4 <= head.byteLength ? head.getUint32(at) : 0
}
