// SPDX-License-Identifier: EUPL-1.2
/** What a page may ask the station for that served it. */
import { acting, type Module } from "../../acting.ts"

export type StationActions = {
  readonly station: Module<
    Pick<typeof import("../../../relay/station.ts"), "beginWork" | "listWorks" | "lookAtWork" | "stopWork">
  >
}

const live: StationActions = {
  station: () => import("../../../relay/station.ts"),
}

/** The set in use. */
export const stationActions = acting(live)
