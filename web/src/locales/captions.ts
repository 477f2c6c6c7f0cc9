// SPDX-License-Identifier: EUPL-1.2
/** The words of writing captions, and of captions that are not taken. */
import type { Catalogue } from "./catalogue.ts"

export const CAPTIONS: Catalogue = {
  name: "captions",
  en: () => import("./en-captions.ftl"),
  fr: () => import("./fr-captions.ftl"),
}
