// SPDX-License-Identifier: EUPL-1.2
/** The words of the mediator's desk. */
import type { Catalogue } from "./catalogue.ts"

export const DESK: Catalogue = {
  name: "desk",
  en: () => import("./en-desk.ftl"),
  fr: () => import("./fr-desk.ftl"),
}
