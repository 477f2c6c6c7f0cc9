// SPDX-License-Identifier: EUPL-1.2
/** What of a message is watched, fetched with its words where there is any: most messages have none. */
import type { ComponentChildren } from "preact"
import { PLAYER } from "../../locales/player.ts"
import type { Media } from "../../review/contents.ts"
import type { Remote } from "../elements/player/remote.ts"
import { lazily } from "../lazy.tsx"
import type { FilmBoxProperties, Written } from "./film-box.tsx"

const FilmBox = lazily<FilmBoxProperties>([PLAYER], () =>
  import("./film-box.tsx").then((module) => module.FilmBox),
)
const WrittenAlone = lazily<{ readonly written: Written }>([PLAYER], () =>
  import("./film-box.tsx").then((module) => module.WrittenAlone),
)

export type FilmsProperties = {
  readonly media: Media
  /** The language of what is said, as its author says. */
  readonly language: string
  /** Captions of another form that stands beside it. */
  readonly beside?: Written | null
  readonly veiled?: boolean
  readonly hidden?: boolean
  /** What is said of a film that this browser cannot show, in place of the refusal. */
  readonly unplayable?: ComponentChildren
  /** What lies over the first one's picture. */
  readonly over?: ComponentChildren
  /** A hand on the first one, for who writes down what is said. */
  readonly remote?: Remote
}

export function Films(properties: FilmsProperties) {
  const { media, language, beside = null, veiled = false, hidden = false, unplayable = null } = properties
  const own = { captions: media.captions, language }
  if (media.films.length === 0) return own.captions.length === 0 ? null : <WrittenAlone written={own} />
  return media.films.map((film, at) => (
    <FilmBox
      // The same film stays as it is when the page is fetched anew.
      key={`${film.message} ${film.part}`}
      film={film}
      own={own}
      beside={beside}
      veiled={veiled}
      hidden={hidden}
      unplayable={unplayable}
      remote={at === 0 ? properties.remote : undefined}
      over={at === 0 ? properties.over : undefined}
    />
  ))
}
