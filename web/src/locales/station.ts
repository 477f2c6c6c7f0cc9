// SPDX-License-Identifier: EUPL-1.2
/** The words of working on films at a station. */
import type { Catalogue } from "./catalogue.ts"

export const STATION: Catalogue = {
  name: "station",
  en: () => import("./en-station.ftl"),
  fr: () => import("./fr-station.ftl"),
}
