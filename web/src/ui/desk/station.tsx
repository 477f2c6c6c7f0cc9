// SPDX-License-Identifier: EUPL-1.2
/** What of a film belongs at a station, on every desk: fetched with its words where there is a film. */
import { STATION } from "../../locales/station.ts"
import { lazily } from "../lazy.tsx"
import type { NeededProperties } from "./station/needed.tsx"

/** The way to the work on a film, where a station served this page; elsewhere where to go. */
export const AtStation = lazily<{ readonly message: string }>([STATION], () =>
  import("./station/ways.tsx").then((module) => module.AtStation),
)

/** In place of a film that this browser cannot show. */
export const Needed = lazily<NeededProperties>([STATION], () =>
  import("./station/needed.tsx").then((module) => module.Needed),
)
