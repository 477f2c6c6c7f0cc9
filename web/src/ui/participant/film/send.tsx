// SPDX-License-Identifier: EUPL-1.2
/** Preparing, sealing, sending: with what is left of it, a pause, and going on when the line is back. */
import { useEffect, useState } from "preact/hooks"
import type { ErrorCode } from "../../../errors.ts"
import type { Cleaned } from "../../../media/clean.ts"
import type { FilmOptions } from "../../../relay/film.ts"
import { CaptionsError } from "../../../review/captions.ts"
import { actions } from "../../actions.ts"
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say } from "../../language.ts"
import { go as goTo } from "../../place.ts"
import { signedIn } from "../../session.ts"
import { HowFar, Pause, type Sending, StandsStill, useGoingOn, useSending } from "../sending.tsx"
import { filmActions } from "./actions.ts"
import { useAwake } from "./awake.ts"
import type { Step } from "./film.tsx"
import { MayGo } from "./may-go.tsx"

export type SendProperties = {
  readonly step: Extract<Step, { at: "send" }>
  readonly go: (step: Step) => void
}

type Giving = {
  readonly sending: Sending
  readonly cleaned: Cleaned | null
  /** Whether it is sealed: from there on only the sending is done again. */
  readonly sealed: boolean
  readonly proceed: () => void
}

/** Captions that end after the film: only now is it known how long it lasts. */
function captionsFault(error: unknown): CaptionsError {
  if (error instanceof CaptionsError) return error
  throw error
}

/** Give a film once; after it is sealed, go on with those bytes and no others, unless the relay waits no more. */
function useGiving({ step: { film, material, beside }, go }: SendProperties): Giving {
  const [cleaned, setCleaned] = useState<Cleaned | null>(null)
  const [id, setId] = useState<string | null>(null)
  const sending = useSending()
  const lapsed = sending.doing.trouble === "lapsed"
  const giveOrGoOn = async (options: FilmOptions): Promise<string | CaptionsError> => {
    const module = await filmActions().film()
    if (id === null) return module.giveFilm(signedIn(), film, options).catch(captionsFault)
    if (lapsed) return (await actions().anew()).giveAnew(signedIn(), id, options)
    return module.continueSending(signedIn(), id, options)
  }
  const proceed = () =>
    sending.run(async (options) => {
      const given = await giveOrGoOn({ ...options, onCleaned: setCleaned, onSealed: setId })
      if (given instanceof CaptionsError) return go({ at: "look", material, beside, fault: given })
      goTo({ at: "sent", message: given })
    })
  useEffect(proceed, [])
  useAwake(sending.doing.busy)
  useGoingOn(sending, proceed)
  return { sending, cleaned, sealed: id !== null, proceed }
}

export function Send({ step, go }: SendProperties) {
  const giving = useGiving({ step, go })
  const { doing } = giving.sending
  const back = () => go({ ...step, at: "look" })
  const choose = () => go({ at: "choose", beside: step.beside })
  return (
    <div class="stack">
      {(doing.busy || giving.sealed) && <HowFar sending={giving.sending} />}
      <About cleaned={giving.cleaned} />
      <Stopped giving={giving} />
      <div class="row">
        {doing.busy ? (
          giving.sealed && <Pause sending={giving.sending} />
        ) : (
          <After giving={giving} onBack={back} onOther={choose} />
        )}
      </div>
    </div>
  )
}

type Given = { readonly giving: Giving }

/** Why it does not go on, and what is kept. */
function Stopped({ giving: { sending, sealed } }: Given) {
  const { doing, progress } = sending
  if (doing.busy) return null
  if (doing.trouble === "offline" && sealed) {
    return (
      <>
        <StandsStill sending={sending} />
        {progress?.mayClose === true && <MayGo />}
      </>
    )
  }
  return (
    <>
      <Trouble code={doing.trouble} />
      {sealed && doing.trouble !== "lapsed" && progress?.mayClose === true && (
        <>
          <p>{say("film-is-kept")}</p>
          <MayGo />
        </>
      )}
    </>
  )
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

function goOnWord(sealed: boolean, trouble: ErrorCode | null) {
  if (trouble === "lapsed") return "home-unsent-again"
  return sealed ? "film-go-on" : "again"
}

type AfterProperties = Given & { readonly onBack: () => void; readonly onOther: () => void }

function After({ giving: { sending, sealed, proceed }, onBack, onOther }: AfterProperties) {
  const { doing } = sending
  const isOfTheFile = doing.trouble !== null && OF_THE_FILE.includes(doing.trouble)
  return (
    <>
      {isOfTheFile ? (
        <Button kind="main" onPress={onOther}>
          {say("film-other")}
        </Button>
      ) : (
        <Button kind="main" onPress={proceed}>
          {say(goOnWord(sealed, doing.trouble))}
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
