// SPDX-License-Identifier: EUPL-1.2
/** The words of words made of other words. */
import type { Catalogue } from "./catalogue.ts"

export const MADE: Catalogue = {
  name: "made",
  en: () => import("./en-made.ftl"),
  fr: () => import("./fr-made.ftl"),
}
