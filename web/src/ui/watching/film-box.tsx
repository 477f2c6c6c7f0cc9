// SPDX-License-Identifier: EUPL-1.2
/**
 * A film of a message, wherever it is watched: closed until one deliberate click, and stopped with a sentence.
 *
 * The only way to show one. A mediator sees it blurred, grey and silent first.
 */
import type { ComponentChildren } from "preact"
import type { ErrorCode } from "../../errors.ts"
import type { Cue } from "../../review/captions.ts"
import type { Film } from "../../review/contents.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { CueList } from "../elements/player/cue-list.tsx"
import { type Captions, Player } from "../elements/player/player.tsx"
import type { Remote } from "../elements/player/remote.ts"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { Switches, useLook } from "../elements/viewer/look.tsx"
import { useKeptFocus } from "../kept-focus.ts"
import { say } from "../language.ts"
import { useAddress } from "./address.ts"
import { notePlayed } from "./played.ts"
import { useWatched, type Watched } from "./watching.ts"

/** What is said, with times, and in which language. */
export type Written = { readonly captions: readonly Cue[]; readonly language: string }

export type FilmBoxProperties = {
  readonly film: Film
  readonly own: Written
  /** Of another form that stands beside it. */
  readonly beside: Written | null
  /** Blurred, grey and silent until chosen otherwise. */
  readonly veiled: boolean
  /** True while everything is hidden. */
  readonly hidden: boolean
  /** Said in place of the refusal where this browser cannot show it; null for none. */
  readonly unplayable: ComponentChildren
  readonly remote?: Remote | undefined
  /** What lies over its picture. */
  readonly over?: ComponentChildren
}

function captionsOf({ own, beside }: Pick<FilmBoxProperties, "own" | "beside">): readonly Captions[] {
  const named = [
    { written: own, label: say("player-captions") },
    { written: beside, label: say("player-captions-beside") },
  ]
  return named.flatMap(({ written, label }) =>
    written === null || written.captions.length === 0
      ? []
      : [{ cues: written.captions, language: written.language, label }],
  )
}

/** What is said in a film that is not here: it stands with another message. */
export function WrittenAlone({ written: { captions, language } }: { readonly written: Written }) {
  return <CueList cues={captions} language={language} title={say("player-captions")} open />
}

/** What was pressed gives way to the player, and the player to what opens it again. */
const FOCUS = ["video, audio", "button"] as const

export function FilmBox(properties: FilmBoxProperties) {
  const { film } = properties
  const room = useKeptFocus<HTMLElement>(FOCUS)
  const watched = useWatched(film)
  const { showing, open } = watched
  return (
    <section ref={room} class="stack near no-print" aria-label={say(`player-${film.kind}`)}>
      {(showing.at === "closed" || showing.at === "checking") && (
        <Closed film={film} busy={showing.at === "checking"} onOpen={open} />
      )}
      <p role="status">{showing.at === "checking" && say("player-checking")}</p>
      {showing.at === "open" && <Open {...properties} watched={watched} {...showing} />}
      {showing.at === "stopped" && (
        <Stopped code={showing.code} onAgain={open} unplayable={properties.unplayable} />
      )}
    </section>
  )
}

type ClosedProperties = { readonly film: Film; readonly busy: boolean; readonly onOpen: () => void }

function Closed({ film: { kind, seconds }, busy, onOpen }: ClosedProperties) {
  return (
    <>
      <p>
        {seconds !== null && say("player-length", { minutes: Math.round(seconds / 60) })}{" "}
        {say("player-quiet")}
      </p>
      <div class="row">
        <Button busy={busy} onPress={onOpen}>
          {say(`player-open-${kind}`)}
        </Button>
      </div>
    </>
  )
}

type OpenProperties = FilmBoxProperties & {
  readonly watched: Watched
  readonly source: string
  readonly from: number
}

function Open({ film, own, beside, veiled, hidden, remote, over, watched, source, from }: OpenProperties) {
  const poster = useAddress(film.poster)
  const looking = useLook(hidden)
  return (
    <>
      <Player
        key={source}
        kind={film.kind}
        source={source}
        label={say(`player-${film.kind}`)}
        poster={poster}
        captions={captionsOf({ own, beside })}
        {...(veiled ? { look: looking.look } : {})}
        hidden={hidden}
        remote={remote}
        over={over}
        startAt={from}
        onPlaying={(element) => {
          watched.noteTime(element.currentTime)
          if (veiled) notePlayed(film, element)
        }}
        onTrouble={watched.onTrouble}
      />
      {veiled && <Switches {...looking} picture={film.kind === "video"} sound />}
      <div class="row">
        <Button onPress={watched.close}>{say(`player-close-${film.kind}`)}</Button>
      </div>
    </>
  )
}

type StoppedProperties = Pick<FilmBoxProperties, "unplayable"> & {
  readonly code: ErrorCode
  readonly onAgain: () => void
}

/** Why it stopped. Only where the line broke is there anything to try again. */
function Stopped({ code, onAgain, unplayable }: StoppedProperties) {
  if (code === "film-unplayable" && unplayable !== null) return <>{unplayable}</>
  return (
    <>
      <Notice tone="care" live="now" title={say("player-stopped")}>
        <p>{say("player-stopped-text")}</p>
      </Notice>
      <Trouble code={code} />
      {code === "offline" && (
        <div class="row">
          <Button onPress={onAgain}>{say("player-go-on")}</Button>
        </div>
      )}
    </>
  )
}
