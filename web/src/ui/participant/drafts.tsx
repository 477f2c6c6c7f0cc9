// SPDX-License-Identifier: EUPL-1.2
/** What is not finished: drafts, and letters sealed on this device that the server does not have yet. */
import { useState } from "preact/hooks"
import type { SavedDraft } from "../../relay/drafts.ts"
import type { Unsent } from "../../relay/give.ts"
import type { LeftRecording } from "../../relay/recording.ts"
import { actions } from "../actions.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Dialog } from "../elements/dialog/dialog.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenMoment } from "../language.ts"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import { LetGo } from "./let-go.tsx"
import { HowFar, Pause, type Sending, StandsStill, useGoingOn, useSending } from "./sending.tsx"

type DraftsProperties = {
  readonly drafts: readonly SavedDraft[]
  readonly recordings: readonly LeftRecording[]
  readonly again: () => void
}

async function dropDraft(draft: SavedDraft): Promise<void> {
  const module = await actions().drafts()
  await module.openDraft(signedIn(), draft).discard()
}

function DraftCard({ draft, again }: { readonly draft: SavedDraft; readonly again: () => void }) {
  const [asking, setAsking] = useState(false)
  const doing = useDoing()
  const drop = () => {
    setAsking(false)
    doing.run(async () => {
      await dropDraft(draft)
      again()
    })
  }
  return (
    <li class="card">
      <p>{say("home-draft", { moment: writtenMoment(draft.updatedAt) })}</p>
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button onPress={() => go({ at: "write", draft: draft.id, supersedes: null })}>
          {say("home-draft-open")}
        </Button>
        <Button kind="quiet" busy={doing.busy} onPress={() => setAsking(true)}>
          {say("home-draft-drop")}
        </Button>
      </div>
      {asking && (
        <Dialog title={say("home-draft-drop-ask")} onCancel={() => setAsking(false)}>
          <p>{say("home-draft-drop-text")}</p>
          <div class="answers">
            <Button onPress={() => setAsking(false)}>{say("home-draft-drop-no")}</Button>
            <Button onPress={drop}>{say("home-draft-drop-yes")}</Button>
          </div>
        </Dialog>
      )}
    </li>
  )
}

/** A recording that was left in the middle, or not sent: its page shows it, and lets go of it. */
function RecordingCard({ left }: { readonly left: LeftRecording }) {
  return (
    <li class="card">
      <p>{say("home-recording", { what: left.kind, moment: writtenMoment(left.begunAt) })}</p>
      <div class="row">
        <Button onPress={() => go({ at: "film", supersedes: null })}>{say("home-recording-open")}</Button>
      </div>
    </li>
  )
}

export function Drafts({ drafts, recordings, again }: DraftsProperties) {
  if (drafts.length + recordings.length === 0) return null
  return (
    <section class="stack" aria-labelledby="drafts-title">
      <h2 id="drafts-title">{say("home-drafts-title")}</h2>
      <ul class="cards">
        {recordings.map((left) => (
          <RecordingCard key={left.id} left={left} />
        ))}
        {drafts.map((draft) => (
          <DraftCard key={draft.id} draft={draft} again={again} />
        ))}
      </ul>
    </section>
  )
}

type UnsentProperties = {
  readonly unsent: readonly Unsent[]
  /** Ids of those that the server no longer waits for. */
  readonly lapsed: readonly string[]
  readonly again: () => void
}

type UnsentCardProperties = {
  readonly unsent: Unsent
  readonly lapsed: boolean
  readonly again: () => void
}

type Unfinished = {
  readonly sending: Sending
  readonly proceed: () => void
  readonly anew: () => void
  readonly drop: () => void
}

/** What may be done with what is sealed and not sent; the list is read again after it. */
function useUnfinished({ id }: Unsent, again: () => void): Unfinished {
  const sending = useSending()
  const proceed = () =>
    sending.run(async (options) => {
      await (await actions().give()).continueSending(signedIn(), id, options)
      again()
    })
  useGoingOn(sending, proceed)
  return {
    ...{ sending, proceed },
    anew: () =>
      sending.run(async (options) => {
        const { giveAnew } = await actions().anew()
        // However it ends: from the sealing on another one waits in its place.
        await giveAnew(signedIn(), id, options).finally(again)
      }),
    drop: () =>
      sending.doing.run(async () => {
        await (await actions().give()).dropUnsent(signedIn(), id)
        again()
      }),
  }
}

function UnsentCard({ unsent, lapsed, again }: UnsentCardProperties) {
  const { sending, proceed, anew, drop } = useUnfinished(unsent, again)
  const { doing } = sending
  return (
    <li class="card">
      <p>
        {say(unsent.isFilm ? "home-unsent-film" : "home-unsent", { moment: writtenMoment(unsent.sealedAt) })}
      </p>
      <HowFar sending={sending} />
      <WhyStill sending={sending} lapsed={lapsed} />
      <div class="row">
        <GoOnOrPause sending={sending} lapsed={lapsed} proceed={proceed} anew={anew} />
        {unsent.isFilm ? (
          <LetGo label={say("home-unsent-drop")} busy={doing.busy} onLetGo={drop} />
        ) : (
          <Button kind="quiet" busy={doing.busy} onPress={drop}>
            {say("home-unsent-drop")}
          </Button>
        )}
      </div>
    </li>
  )
}

type GoOnProperties = WhyStillProperties & Pick<Unfinished, "proceed" | "anew">

function GoOnOrPause({ sending, lapsed, proceed, anew }: GoOnProperties) {
  const { doing, progress } = sending
  if (doing.busy && progress?.stage === "sending") return <Pause sending={sending} />
  const ended = lapsed || doing.trouble === "lapsed"
  return (
    <Button busy={doing.busy} onPress={ended ? anew : proceed}>
      {say(ended ? "home-unsent-again" : "home-unsent-continue")}
    </Button>
  )
}

type WhyStillProperties = { readonly sending: Sending; readonly lapsed: boolean }

/** Why it does not go on. */
function WhyStill({ sending, lapsed }: WhyStillProperties) {
  const { trouble, busy } = sending.doing
  if (busy) return null
  if (lapsed && trouble === null) return <p>{say("home-unsent-lapsed")}</p>
  return trouble === "offline" && sending.progress !== null ? (
    <StandsStill sending={sending} />
  ) : (
    <Trouble code={trouble} />
  )
}

export function UnsentLetters({ unsent, lapsed, again }: UnsentProperties) {
  if (unsent.length === 0) return null
  return (
    <section class="stack" aria-labelledby="unsent-title">
      <h2 id="unsent-title">{say("home-unsent-title")}</h2>
      <ul class="cards">
        {unsent.map((one) => (
          <UnsentCard key={one.id} unsent={one} lapsed={lapsed.includes(one.id)} again={again} />
        ))}
      </ul>
    </section>
  )
}
