// SPDX-License-Identifier: EUPL-1.2
/** What whoever makes words out of words may ask for. */
import { acting, type Module } from "../acting.ts"

export type MakingActions = {
  readonly making: Module<Pick<typeof import("../../relay/making.ts"), "sealMade" | "sendMade">>
}

const live: MakingActions = {
  making: () => import("../../relay/making.ts"),
}

/** The set in use. */
export const makingActions = acting(live)
