// SPDX-License-Identifier: EUPL-1.2
/** The manager's opened key file, for as long as this page and this session live. */
import { computed, signal } from "@preact/signals"
import type { Office } from "../../relay/managing.ts"
import type { Desk } from "../../relay/office.ts"
import { type Loaded, useLoaded } from "../doing.ts"
import { session } from "../session.ts"
import { officeActions } from "./actions.ts"

const opened = signal<Desk | null>(null)

/** The desk of now; null: the key file has to be opened, first or again. */
export const desk = computed(() => (opened.value?.session === session.value ? opened.value : null))

/** Work with these keys from here on. */
export function hold(fresh: Desk): void {
  opened.value = fresh
}

/** Return the desk. Throws when an office page is drawn without one: our own bug. */
export function heldDesk(): Desk {
  const now = desk.value
  if (now === null) throw new Error("no key file is open")
  return now
}

/** What stands, fetched and verified when the page is drawn, and again when asked. */
export function useOffice(): Loaded<Office> {
  return useLoaded(async () => (await officeActions().office()).openOffice(heldDesk()))
}
