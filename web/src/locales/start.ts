// SPDX-License-Identifier: EUPL-1.2
/** The words of what every visitor reads first. */
import type { Catalogue } from "./catalogue.ts"

export const START: Catalogue = {
  name: "start",
  en: () => import("./en.ftl"),
  fr: () => import("./fr.ftl"),
}
