// SPDX-License-Identifier: EUPL-1.2
/** What an interpreter may ask for. */
import { acting, type Module } from "../acting.ts"

export type InterpreterActions = {
  readonly interpreting: Module<
    Pick<typeof import("../../relay/interpreting.ts"), "listWork" | "openGranted">
  >
}

const live: InterpreterActions = {
  interpreting: () => import("../../relay/interpreting.ts"),
}

/** The set in use. */
export const interpreterActions = acting(live)
