// SPDX-License-Identifier: EUPL-1.2
/** Preparing, sealing, sending: with what is left of it, a pause, and going on when the line is back. */
import { useEffect, useRef, useState } from "preact/hooks"
import type { ErrorCode } from "../../../errors.ts"
import type { Cleaned } from "../../../media/clean.ts"
import type { FilmOptions } from "../../../relay/film.ts"
import type { Progress as Sending } from "../../../relay/give.ts"
import { CaptionsError } from "../../../review/captions.ts"
import { type Doing, useDoing } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Progress } from "../../elements/progress/progress.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say } from "../../language.ts"
import { go as goTo } from "../../place.ts"
import { signedIn } from "../../session.ts"
import { type FilmActions, filmActions } from "./actions.ts"
import { useAwake } from "./awake.ts"
import type { Step } from "./film.tsx"
import { MayGo } from "./may-go.tsx"
import { minutesLeft } from "./pace.ts"

export type SendProperties = {
  readonly step: Extract<Step, { at: "send" }>
  readonly go: (step: Step) => void
}

type Giving = {
  readonly doing: Doing
  readonly sending: Sending | null
  readonly cleaned: Cleaned | null
  /** Whether it is sealed: from there on only the sending is done again. */
  readonly sealed: boolean
  readonly minutes: number | null
  readonly proceed: () => void
  readonly pause: () => void
}

type FilmModule = Awaited<ReturnType<FilmActions["film"]>>

/** Captions that end after the film: only now is it known how long it lasts. */
function captionsFault(error: unknown): CaptionsError {
  if (error instanceof CaptionsError) return error
  throw error
}

/** Give a film once; after it is sealed, go on with those bytes and no others. */
function useGiving({ step: { film, material, beside }, go }: SendProperties): Giving {
  const [sending, setSending] = useState<Sending | null>(null)
  const [cleaned, setCleaned] = useState<Cleaned | null>(null)
  const [id, setId] = useState<string | null>(null)
  const [begun, setBegun] = useState(0)
  const stop = useRef<AbortController | null>(null)
  const doing = useDoing()
  const onProgress = (now: Sending) => {
    // Whoever waits for it touches nothing, and is there all the same.
    signedIn().touch()
    setSending((before) => {
      if (before?.stage !== now.stage) setBegun(performance.now())
      return now
    })
  }
  const proceed = () =>
    doing.run(async () => {
      const module = await filmActions().film()
      stop.current = new AbortController()
      const { signal } = stop.current
      const given = await giveOrGoOn(module, { onProgress, onCleaned: setCleaned, onSealed: setId, signal })
      if (given instanceof CaptionsError) return go({ at: "look", material, beside, fault: given })
      if (material.kind === "recording") await module.dropRecording(signedIn(), material.recorded.id)
      goTo({ at: "sent", message: given })
    })
  const giveOrGoOn = async (module: FilmModule, options: FilmOptions): Promise<string | CaptionsError> => {
    if (id === null) return module.giveFilm(signedIn(), film, options).catch(captionsFault)
    await module.continueSending(signedIn(), id, options)
    return id
  }
  useEffect(proceed, [])
  useAwake(doing.busy)
  useEffect(() => {
    globalThis.addEventListener("online", proceed)
    return () => globalThis.removeEventListener("online", proceed)
  })
  const minutes = sending === null ? null : minutesLeft(sending.done, (performance.now() - begun) / 1000)
  return {
    doing,
    sending,
    cleaned,
    sealed: id !== null,
    minutes,
    proceed,
    pause: () => stop.current?.abort(),
  }
}

export function Send({ step, go }: SendProperties) {
  const giving = useGiving({ step, go })
  const back = () => go({ ...step, at: "look" })
  const choose = () => go({ at: "choose", beside: step.beside })
  return (
    <div class="stack">
      {giving.doing.busy && <HowFar giving={giving} />}
      <About cleaned={giving.cleaned} />
      <Stopped giving={giving} />
      <div class="row">
        {giving.doing.busy ? (
          <While giving={giving} />
        ) : (
          <After giving={giving} onBack={back} onOther={choose} />
        )}
      </div>
    </div>
  )
}

type Given = { readonly giving: Giving }

function HowFar({ giving: { sending, minutes } }: Given) {
  if (sending === null) return null
  return (
    <>
      <Progress {...sending} />
      {minutes !== null && <p class="small soft">{say("film-minutes", { minutes })}</p>}
    </>
  )
}

/** Why it does not go on, and what is kept. */
function Stopped({ giving: { doing, sealed, sending } }: Given) {
  if (doing.busy) return null
  return (
    <>
      {doing.trouble === "offline" && sealed ? (
        <Notice tone="care" live="polite" title={say("film-paused")} />
      ) : (
        <Trouble code={doing.trouble} />
      )}
      {sealed && sending?.mayClose === true && (
        <>
          <p>{say("film-is-kept")}</p>
          <MayGo />
        </>
      )}
    </>
  )
}

function While({ giving: { sealed, pause } }: Given) {
  return sealed ? <Button onPress={pause}>{say("film-pause")}</Button> : null
}

/** What another try with the same file cannot mend. */
const OF_THE_FILE: readonly ErrorCode[] = [
  "media-empty",
  "media-too-large",
  "media-unknown",
  "media-codec",
  "media-broken",
  "media-edited",
  "media-not-clean",
]

type AfterProperties = Given & { readonly onBack: () => void; readonly onOther: () => void }

function After({ giving: { doing, sealed, proceed }, onBack, onOther }: AfterProperties) {
  const isOfTheFile = doing.trouble !== null && OF_THE_FILE.includes(doing.trouble)
  return (
    <>
      {isOfTheFile ? (
        <Button kind="main" onPress={onOther}>
          {say("film-other")}
        </Button>
      ) : (
        <Button kind="main" onPress={proceed}>
          {say(sealed ? "film-go-on" : "again")}
        </Button>
      )}
      {sealed ? (
        <Button onPress={() => goTo({ at: "home" })}>{say("receipt-home")}</Button>
      ) : (
        <Button onPress={onBack}>{say("film-back")}</Button>
      )}
    </>
  )
}

/** What the film turned out to be, where that is worth knowing. */
function About({ cleaned }: { readonly cleaned: Cleaned | null }) {
  if (cleaned === null) return null
  return (
    <>
      {!cleaned.hasSound && <Notice title={say("film-silent")} />}
      {!cleaned.playsHere && <Notice title={say("film-not-here")} />}
    </>
  )
}
