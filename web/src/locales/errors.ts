// SPDX-License-Identifier: EUPL-1.2
/** The words of every refusal. */
import type { Catalogue } from "./catalogue.ts"

export const ERRORS: Catalogue = {
  name: "errors",
  en: () => import("./en-errors.ftl"),
  fr: () => import("./fr-errors.ftl"),
}
