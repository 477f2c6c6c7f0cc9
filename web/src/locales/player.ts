// SPDX-License-Identifier: EUPL-1.2
/** The words of watching a film or hearing a recording. */
import type { Catalogue } from "./catalogue.ts"

export const PLAYER: Catalogue = {
  name: "player",
  en: () => import("./en-player.ftl"),
  fr: () => import("./fr-player.ftl"),
}
