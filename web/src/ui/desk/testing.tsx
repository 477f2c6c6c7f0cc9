// SPDX-License-Identifier: EUPL-1.2
/** Sitting at the desk of the invented case, for its tests. */
import { actWith } from "../acting.ts"
import { type AllActions, type Invented, inventedActions, inventedSession } from "../examples/invented.ts"
import { begin, settle, signedIn } from "../session.ts"
import { after } from "../testing.tsx"

/** Sign a mediator in; `of`: what is different from the usual; `instead`: actions in place of the invented ones. */
export async function asMediator(
  of: Partial<Invented> = {},
  instead: Partial<AllActions> = {},
): Promise<void> {
  const mediator: Invented = { role: "mediator", side: "harmed", ...of }
  actWith({ ...inventedActions(mediator, "en"), ...instead })
  begin(inventedSession(mediator))
  await settle(signedIn())
}

/** Press the button that says this; of several, the last. Throws when there is none. */
export async function press(room: Element, words: string): Promise<void> {
  const found = [...room.querySelectorAll("button")].filter(({ textContent }) => textContent === words).at(-1)
  if (found === undefined) throw new Error(`no button ${words} in ${room.textContent}`)
  await after(() => found.click())
  await atRest()
}

/** Let what was asked for come, and its words after it. */
export async function atRest(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await after(() => undefined)
}

function labelled<E extends Element>(room: Element, words: string): E {
  const label = [...room.querySelectorAll("label")].find(({ textContent }) => textContent === words)
  const field = label?.htmlFor ? document.getElementById(label.htmlFor) : label?.querySelector("input")
  if (!field) throw new Error(`no field ${words} in ${room.textContent}`)
  return field as unknown as E
}

/** The field with this label. */
export function field(room: Element, words: string): HTMLTextAreaElement {
  return labelled(room, words)
}

/** Choose from the list with this label. */
export async function choose(room: Element, words: string, value: string): Promise<void> {
  const select = labelled<HTMLSelectElement>(room, words)
  const option = [...select.options].find((one) => one.value === value || one.value.startsWith(value))
  await after(() => {
    select.value = option?.value ?? value
    select.dispatchEvent(new Event("change", { bubbles: true }))
  })
  await atRest()
}

/** Tick everything that can be ticked in a part of the page. */
export async function tickAll(room: Element): Promise<void> {
  for (const box of room.querySelectorAll<HTMLInputElement>("input[type=checkbox]"))
    await after(() => !box.checked && box.click())
}

/** Press a key, wherever the focus is. */
export async function key(name: string, more: KeyboardEventInit = {}): Promise<void> {
  const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more })
  await after(() => (document.activeElement ?? document.body).dispatchEvent(event))
}
