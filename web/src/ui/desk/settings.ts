// SPDX-License-Identifier: EUPL-1.2
/** The mediator's own settings, at hand for the whole desk. */
import { signal } from "@preact/signals"
import type { DeskSettings } from "../../relay/desk_settings.ts"
import { passRefusal } from "../../relay/refusals.ts"
import { signedIn } from "../session.ts"
import { deskActions } from "./actions.ts"

/** As it is until somebody says otherwise. */
export const FIRST_SETTINGS: DeskSettings = { pauses: true, shortcuts: true }

/** What is set now. Change it with `setOnDesk`. */
export const deskSettings = signal<DeskSettings>(FIRST_SETTINGS)

/** Fetch what this device keeps. */
export async function fetchSettings(): Promise<void> {
  const { readSettings } = await deskActions().deskSettings()
  deskSettings.value = (await readSettings(signedIn())) ?? FIRST_SETTINGS
}

/** Set something from now on; where the device keeps nothing, for this visit. */
export async function setOnDesk(change: Partial<DeskSettings>): Promise<void> {
  deskSettings.value = { ...deskSettings.value, ...change }
  const { keepSettings } = await deskActions().deskSettings()
  await keepSettings(signedIn(), deskSettings.value).catch(passRefusal)
}
