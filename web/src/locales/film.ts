// SPDX-License-Identifier: EUPL-1.2
/** The words of recording, choosing and sending a film or a voice. */
import type { Catalogue } from "./catalogue.ts"

export const FILM: Catalogue = {
  name: "film",
  en: () => import("./en-film.ftl"),
  fr: () => import("./fr-film.ftl"),
}
