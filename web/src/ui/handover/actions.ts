// SPDX-License-Identifier: EUPL-1.2
/** What the pages of a hand-over may ask for, at the desk and at home. */
import { acting, type Module } from "../acting.ts"

export type HandoverActions = {
  readonly handover: Module<
    Pick<typeof import("../../relay/handover.ts"), "receivers" | "planHandover" | "runHandover">
  >
  readonly mediators: Module<
    Pick<typeof import("../../relay/mediators.ts"), "mediatorsHistory" | "pastHandovers">
  >
}

const live: HandoverActions = {
  handover: () => import("../../relay/handover.ts"),
  mediators: () => import("../../relay/mediators.ts"),
}

/** The set in use. */
export const handoverActions = acting(live)
