// SPDX-License-Identifier: EUPL-1.2
/** Filming in the invented case: a recording that was left, and a film that is on its way. */
import { type ErrorCode, RelayError } from "../../errors.ts"
import type { ComposedFilm, FilmOptions } from "../../relay/film.ts"
import { NOON } from "./records.ts"

type Of = {
  readonly of: {
    readonly empty?: boolean
    readonly trouble?: ErrorCode
    readonly minutes?: number
    readonly mayGo?: boolean
  }
}

function left({ empty = false }: Of["of"]) {
  return empty ? [] : [{ id: "recording", kind: "video", begunAt: NOON } as const]
}

export function filming({ of }: Of) {
  return {
    film: async () => ({
      giveFilm: async (_session: unknown, _film: ComposedFilm, options: FilmOptions) => {
        options.onSealed?.("film")
        options.onProgress?.({ stage: "sending", done: 0.3, mayClose: true })
        throw new RelayError(of.trouble ?? "offline", "invented")
      },
      continueSending: async () => "film",
      checkOpen: async () => undefined,
      dropOrphans: async () => undefined,
      mayGo: async () => of.mayGo ?? false,
      checkRoom: async () => undefined,
      minutesToRecord: async () => of.minutes ?? null,
      listRecordings: async () => left(of),
      openRecording: async () => {
        throw new RelayError("not-found", "invented")
      },
      dropRecording: async () => undefined,
      keepBeside: async () => undefined,
      ownConsents: async () => [{ channel: "video", said: of.empty ? "nothing" : "yes", day: null }],
    }),
    recordings: async () => ({ leftRecordings: async () => left(of) }),
    camera: async () => ({
      openCamera: async () => {
        throw new RelayError(of.trouble ?? "camera-missing", "invented")
      },
    }),
  }
}
