// SPDX-License-Identifier: EUPL-1.2
/** The film that is worked on, with what will be hidden of it drawn over its picture. */
import type { Review } from "../../../relay/desk.ts"
import { Notice } from "../../elements/notice/notice.tsx"
import { areaIn, writtenArea } from "../../elements/placing/area.ts"
import { Overlay } from "../../elements/placing/overlay.tsx"
import type { Remote } from "../../elements/player/remote.ts"
import { say } from "../../language.ts"
import { Films } from "../../watching/films.tsx"
import { hiding } from "../care/hiding.ts"
import { isTouched, type Place } from "./asked.ts"
import type { Asking } from "./asking.ts"

export function FilmAtWork({ review, asking }: { readonly review: Review; readonly asking: Asking }) {
  const { kind, remote } = asking
  return (
    <Films
      media={review.media}
      language={review.language}
      veiled
      hidden={hiding.value}
      remote={remote}
      over={kind === "blur" ? <Hidden asking={asking} /> : null}
      unplayable={
        <Notice tone="care" title={say("station-needed")}>
          <p>{say("station-needed-here")}</p>
        </Notice>
      }
    />
  )
}

function Hidden({ asking }: { readonly asking: Asking }) {
  const { remote, places, draft, changing, drawing, edit, draw } = asking
  const size = sizeOf(remote)
  if (size === null) return null
  const area = areaIn(draft.area)
  const shown = places.filter((place, at) => at !== changing && isAt(place, remote.seconds.value * 1000))
  return (
    <Overlay
      {...size}
      areas={shown.map((place) => place.area)}
      now={typeof area === "string" || !(isTouched(draft) || drawing) ? null : area}
      onDraw={drawing ? (drawn) => edit({ area: writtenArea(drawn) }) : undefined}
      onDrawn={() => draw(false)}
    />
  )
}

function isAt({ span }: Place, milliseconds: number): boolean {
  return span === null || (span.start_ms <= milliseconds && milliseconds < span.end_ms)
}

/** How large the picture is as it is shown; null while none is there. */
function sizeOf({ film }: Remote): { readonly width: number; readonly height: number } | null {
  const element = film.value
  if (!(element instanceof HTMLVideoElement) || element.videoWidth === 0) return null
  return { width: element.videoWidth, height: element.videoHeight }
}
