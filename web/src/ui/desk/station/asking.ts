// SPDX-License-Identifier: EUPL-1.2
/** What is being asked for on a station's page: kept while the work runs, so that a refusal loses nothing. */
import { useState } from "preact/hooks"
import type { WorkKind, WorkPost } from "../../../protocol/wire_station.ts"
import { newRemote, type Remote } from "../../elements/player/remote.ts"
import {
  type Draft,
  draftOf,
  type Fault,
  faultIn,
  isFault,
  isPlaced,
  isTouched,
  NO_DRAFT,
  type Place,
  type PlacedKind,
  placeIn,
  postOf,
} from "./asked.ts"

export type Asking = {
  readonly remote: Remote
  readonly kind: WorkKind
  readonly note: string
  /** Of the chosen kind. */
  readonly places: readonly Place[]
  readonly draft: Draft
  /** Which of the places is being changed; null for a new one. */
  readonly changing: number | null
  readonly drawing: boolean
  /** Why a place was not taken, or nothing begun. */
  readonly fault: Fault | null
  readonly choose: (kind: WorkKind) => void
  readonly write: (note: string) => void
  readonly draw: (drawing: boolean) => void
  readonly edit: (part: Partial<Draft>) => void
  /** Take what is written into the list. */
  readonly keep: () => void
  readonly change: (at: number) => void
  /** Put away what is written, and leave the list as it is. */
  readonly drop: () => void
  readonly remove: (at: number) => void
  /** What the station is asked; null, with the fault said, while it cannot be. */
  readonly post: (message: string) => WorkPost | null
}

type Lists = { readonly [kind in PlacedKind]: readonly Place[] }

type State = Pick<Asking, "kind" | "note" | "draft" | "changing" | "drawing" | "fault"> & {
  readonly lists: Lists
}

const FIRST: State = {
  kind: "watchable",
  note: "",
  draft: NO_DRAFT,
  changing: null,
  drawing: false,
  fault: null,
  lists: { cut: [], mute: [], blur: [] },
}

const PUT_AWAY = { draft: NO_DRAFT, changing: null, drawing: false, fault: null } as const

function placesIn({ kind, lists }: State): readonly Place[] {
  return isPlaced(kind) ? lists[kind] : []
}

function withPlaces(state: State, places: readonly Place[]): State {
  const { kind, lists } = state
  return isPlaced(kind) ? { ...state, lists: { ...lists, [kind]: places } } : state
}

/** What is written taken into the list, or why it is not. */
function kept(state: State, durationMs: number | null): State {
  if (!isPlaced(state.kind)) return state
  const read = placeIn(state.kind, state.draft, durationMs)
  if (isFault(read)) return { ...state, fault: read, drawing: false }
  const before = placesIn(state)
  const after =
    state.changing === null
      ? [...before, read]
      : before.map((place, at) => (at === state.changing ? read : place))
  const fault = after.length > before.length ? faultIn(state.kind, after, null) : null
  return fault === null ? { ...withPlaces(state, after), ...PUT_AWAY } : { ...state, fault }
}

function faultOf(state: State, durationMs: number | null): Fault | null {
  if (!isPlaced(state.kind)) return null
  if (isTouched(state.draft)) return "not-in-list"
  return faultIn(state.kind, placesIn(state), durationMs)
}

/** How long the open film plays; null while none is open. */
function durationOf({ film }: Remote): number | null {
  const seconds = film.value?.duration ?? Number.NaN
  return Number.isFinite(seconds) ? seconds * 1000 : null
}

export function useAsking(): Asking {
  const [state, setState] = useState(FIRST)
  const [remote] = useState(newRemote)
  const turn = (part: Partial<State>) => setState((before) => ({ ...before, ...part }))
  return {
    ...state,
    remote,
    places: placesIn(state),
    choose: (kind) => turn({ kind, ...PUT_AWAY }),
    write: (note) => turn({ note }),
    draw: (drawing) => {
      if (drawing) {
        remote.film.value?.pause()
        remote.film.value?.scrollIntoView({ block: "center" })
      }
      turn({ drawing })
    },
    edit: (part) => setState((before) => ({ ...before, draft: { ...before.draft, ...part }, fault: null })),
    keep: () => setState((before) => kept(before, durationOf(remote))),
    change: (at) => {
      const place = placesIn(state)[at]
      if (place !== undefined) turn({ ...PUT_AWAY, draft: draftOf(place), changing: at })
    },
    drop: () => turn(PUT_AWAY),
    remove: (at) =>
      setState((before) => ({
        ...withPlaces(
          before,
          placesIn(before).filter((_, other) => other !== at),
        ),
        ...PUT_AWAY,
      })),
    post: (message) => {
      const fault = faultOf(state, durationOf(remote))
      turn({ fault })
      return fault === null ? postOf(message, state.kind, placesIn(state), state.note) : null
    },
  }
}
