// SPDX-License-Identifier: EUPL-1.2
/** What recording, choosing and sending a film may ask for. */
import { acting, type Module } from "../../acting.ts"

export type FilmActions = {
  readonly film: Module<
    Pick<
      typeof import("../../../relay/film.ts"),
      "giveFilm" | "checkRoom" | "minutesToRecord" | "checkOpen" | "dropOrphans" | "mayGo"
    > &
      Pick<typeof import("../../../relay/give.ts"), "continueSending"> &
      Pick<
        typeof import("../../../relay/recording.ts"),
        "beginRecording" | "openRecording" | "listRecordings"
      > &
      Pick<typeof import("../../../relay/kept_recording.ts"), "dropRecording"> &
      Pick<typeof import("../../../relay/beside.ts"), "keepBeside"> &
      Pick<typeof import("../../../relay/own_say.ts"), "ownConsents">
  >
  readonly camera: Module<
    Pick<typeof import("../../../media/camera.ts"), "openCamera" | "closeCamera" | "listenIn" | "recorderOf">
  >
}

const live: FilmActions = {
  film: async () => ({
    ...(await import("../../../relay/film.ts")),
    ...(await import("../../../relay/give.ts")),
    ...(await import("../../../relay/recording.ts")),
    ...(await import("../../../relay/kept_recording.ts")),
    ...(await import("../../../relay/beside.ts")),
    ...(await import("../../../relay/own_say.ts")),
  }),
  camera: () => import("../../../media/camera.ts"),
}

/** The set in use. */
export const filmActions = acting(live)
