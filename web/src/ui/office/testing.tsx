// SPDX-License-Identifier: EUPL-1.2
/** Sitting in the office of the invented programme, for its tests. */
import { actWith } from "../acting.ts"
import { type AllActions, type Invented, inventedActions, inventedSession } from "../examples/invented.ts"
import { inventedDesk } from "../examples/office-records.ts"
import { begin, signedIn } from "../session.ts"
import { hold } from "./held.ts"

/** Sign a manager in with their key file open; `instead`: actions in place of the invented ones. */
export function asManager(of: Partial<Invented> = {}, instead: Partial<AllActions> = {}): void {
  const manager: Invented = { role: "manager", side: "harmed", ...of }
  actWith({ ...inventedActions(manager, "en"), ...instead })
  begin(inventedSession(manager))
  hold(inventedDesk(signedIn()))
}

/** Choose a file, as a person does. */
export function chooseFile(field: HTMLInputElement, name: string): void {
  Object.defineProperty(field, "files", { value: [new File(["{}"], name)], configurable: true })
  field.dispatchEvent(new Event("change", { bubbles: true }))
}
