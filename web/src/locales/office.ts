// SPDX-License-Identifier: EUPL-1.2
/** The words of the programme's office. */
import type { Catalogue } from "./catalogue.ts"

export const OFFICE: Catalogue = {
  name: "office",
  en: () => import("./en-office.ftl"),
  fr: () => import("./fr-office.ftl"),
}
