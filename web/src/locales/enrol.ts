// SPDX-License-Identifier: EUPL-1.2
/** The words of enrolling. */
import type { Catalogue } from "./catalogue.ts"

export const ENROL: Catalogue = {
  name: "enrol",
  en: () => import("./en-enrol.ftl"),
  fr: () => import("./fr-enrol.ftl"),
}
