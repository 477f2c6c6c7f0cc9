// SPDX-License-Identifier: EUPL-1.2
/** What whoever makes words out of words may ask for. */
import { acting, type Module } from "../acting.ts"

export type MakingActions = {
  readonly making: Module<Pick<typeof import("../../relay/making.ts"), "sealMade" | "sendMade">>
  readonly spoken: Module<Pick<typeof import("../../relay/spoken.ts"), "spokenFrom">>
}

const live: MakingActions = {
  making: () => import("../../relay/making.ts"),
  spoken: () => import("../../relay/spoken.ts"),
}

/** The set in use. */
export const makingActions = acting(live)
