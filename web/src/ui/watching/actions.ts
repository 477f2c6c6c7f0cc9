// SPDX-License-Identifier: EUPL-1.2
/** What a page with a film on it may ask for. */
import { acting, type Module } from "../acting.ts"

export type WatchingActions = {
  readonly watch: Module<Pick<typeof import("../../relay/watch.ts"), "watch">>
}

const live: WatchingActions = {
  watch: () => import("../../relay/watch.ts"),
}

/** The set in use. */
export const watchingActions = acting(live)
