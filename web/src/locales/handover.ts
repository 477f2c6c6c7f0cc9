// SPDX-License-Identifier: EUPL-1.2
/** The words of handing a case over. */
import type { Catalogue } from "./catalogue.ts"

export const HANDOVER: Catalogue = {
  name: "handover",
  en: () => import("./en-handover.ftl"),
  fr: () => import("./fr-handover.ftl"),
}
