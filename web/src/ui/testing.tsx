// SPDX-License-Identifier: EUPL-1.2
/** Drawing one element into a document of its own, for its test. */

import { render, type VNode } from "preact"
import { act } from "preact/test-utils"
import { EVERY_CATALOGUE } from "../locales/every.ts"
import { needWords, speak } from "./language.ts"

/** Have every word in English. */
export async function inEnglish(): Promise<void> {
  await speak("en")
  await needWords(...EVERY_CATALOGUE)
}

/** Draw, and return the place where it stands. */
export function draw(what: VNode): HTMLElement {
  const room = document.createElement("div")
  document.body.replaceChildren(room)
  void act(() => render(what, room))
  return room
}

/** Do something and let the page follow. */
export async function after(work: () => void): Promise<void> {
  await act(async () => {
    work()
    await new Promise((resolve) => setTimeout(resolve))
  })
}

/** Find one element. Throws when it is not there. */
export function one<E extends Element = HTMLElement>(room: Element, selector: string): E {
  const found = room.querySelector<E>(selector)
  if (found === null) throw new Error(`no ${selector} in ${room.innerHTML.slice(0, 300)}`)
  return found
}

/** Write into a field as a person does. */
export async function write(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  await after(() => {
    field.value = text
    field.dispatchEvent(new Event("input", { bubbles: true }))
  })
}
