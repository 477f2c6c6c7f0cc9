// SPDX-License-Identifier: EUPL-1.2
/** From what is selected in the page to a passage of the letter: by mouse, by finger, by whatever selects. */
import { type Passage, type Points, pointsOf, trimmed } from "../../../review/passages.ts"

/** Names the code point that an element's text begins with. */
export const FROM = "data-from"

/** The place in the letter of a point in the page; null outside of the letter's words. */
function placeOf(letter: Element, node: Node, offset: number): number | null {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest(`[${FROM}]`)
  if (piece === null || piece === undefined || !letter.contains(piece)) return null
  const from = Number(piece.getAttribute(FROM))
  const before = document.createRange()
  before.selectNodeContents(piece)
  before.setEnd(node, offset)
  return from + Array.from(before.toString()).length
}

/** The first or last place of the letter, for a selection that began or ended outside of it. */
function edge(all: Points, letter: Element, node: Node): number {
  const follows = letter.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING
  return follows ? all.points.length : 0
}

/** What of the letter is selected, without blanks at its ends; null when nothing of it is. */
export function selectedIn(letter: Element, text: string): Passage | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(letter)) return null
  const all = pointsOf(text)
  const from = placeOf(letter, range.startContainer, range.startOffset)
  const to = placeOf(letter, range.endContainer, range.endOffset)
  return trimmed(all, {
    from: from ?? edge(all, letter, range.startContainer),
    to: to ?? edge(all, letter, range.endContainer),
  })
}
