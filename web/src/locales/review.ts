// SPDX-License-Identifier: EUPL-1.2
/** The words of reviewing and deciding. */
import type { Catalogue } from "./catalogue.ts"

export const REVIEW: Catalogue = {
  name: "review",
  en: () => import("./en-review.ftl"),
  fr: () => import("./fr-review.ftl"),
}
