// SPDX-License-Identifier: EUPL-1.2
/** The words of what a participant agrees to, and needs. */
import type { Catalogue } from "./catalogue.ts"

export const OWN: Catalogue = {
  name: "own",
  en: () => import("./en-own.ftl"),
  fr: () => import("./fr-own.ftl"),
}
