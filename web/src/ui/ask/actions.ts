// SPDX-License-Identifier: EUPL-1.2
/** What the page for asking to take part may ask for. */
import { acting, type Module } from "../acting.ts"

export type AskActions = {
  readonly ask: Module<Pick<typeof import("../../relay/ask.ts"), "programmeToAsk" | "sealAsking" | "handIn">>
}

const live: AskActions = {
  ask: () => import("../../relay/ask.ts"),
}

/** The set in use. */
export const askActions = acting(live)
