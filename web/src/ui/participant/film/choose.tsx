// SPDX-License-Identifier: EUPL-1.2
/** Three ways to say it, what was left unfinished, and whether one has said yes to videos. */

import { useState } from "preact/hooks"
import { insist } from "../../../protocol/heard.ts"
import type { Beside } from "../../../relay/beside.ts"
import type { LeftRecording } from "../../../relay/recording.ts"
import { type Loaded, useDoing, useLoaded } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { FileChoice } from "../../elements/file/file.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say, writtenMoment } from "../../language.ts"
import { go as goTo } from "../../place.ts"
import { useReturning } from "../../returning.ts"
import { signedIn } from "../../session.ts"
import { LetGo } from "../let-go.tsx"
import { Returned } from "../returned.tsx"
import { type For, ToWhom } from "../to-whom.tsx"
import { filmActions } from "./actions.ts"
import type { Step, Told } from "./film.tsx"

type ChooseProperties = {
  readonly told: Told
  readonly step: Extract<Step, { at: "choose" }>
  readonly go: (step: Step) => void
  readonly onWhom: (whom: For) => void
}

type Standing = { readonly agreed: boolean; readonly left: readonly LeftRecording[] }

async function standing(caseId: string): Promise<Standing> {
  const module = await filmActions().film()
  await module.checkOpen(signedIn(), caseId)
  await module.dropOrphans(signedIn())
  const [consents, left] = await Promise.all([
    module.ownConsents(signedIn(), caseId),
    module.listRecordings(signedIn()),
  ])
  return { agreed: consents.some(({ channel, said }) => channel === "video" && said === "yes"), left }
}

export function Choose({ told, step, go, onWhom }: ChooseProperties) {
  const found = useLoaded(() => standing(told.case), told.case)
  const [known, setKnown] = useState(true)
  useReturning(found.again)
  return (
    <div class="stack far">
      <p class="lead">{say("film-lead")}</p>
      {step.beside !== undefined && hasWords(step.beside) && <Notice title={say("film-beside-kept")} />}
      {told.supersedes === null ? (
        <ToWhom now={told} onChoose={onWhom} onKnown={setKnown} asked={false} />
      ) : (
        <Returned manifest={told.supersedes} hint={say("film-returned-hint")} />
      )}
      <Trouble code={found.trouble} again={found.again} />
      {found.value === null && found.trouble === null && <p role="status">{say("loading")}</p>}
      {known && <Agreed found={found} go={go} />}
      <div class="row">
        <Button kind="quiet" onPress={() => goTo({ at: "home" })}>
          {say("receipt-home")}
        </Button>
      </div>
    </div>
  )
}

function hasWords({ captions, words, note }: Beside): boolean {
  return `${captions}${words}${note}`.trim() !== ""
}

type AgreedProperties = { readonly found: Loaded<Standing>; readonly go: (step: Step) => void }

/** What was left, and the ways to say it: once it is known for whom it is. */
function Agreed({ found: { value, again }, go }: AgreedProperties) {
  return (
    <>
      {value?.agreed === false && <NotAgreed />}
      {value?.left.map((one) => (
        <Left key={one.id} left={one} go={go} again={again} />
      ))}
      {value?.agreed === true && <Ways go={go} />}
    </>
  )
}

type WithGo = Pick<ChooseProperties, "go">

/** Recording a film, recording a voice, choosing a file: shut until it may be given. */
function Ways({ go }: WithGo) {
  const doing = useDoing()
  const choose = (file: File | null) =>
    doing.run(async () => {
      if (file === null) return
      insist(file.size > 0, "media-empty", "a file without a byte")
      await (await filmActions().film()).checkRoom(signedIn(), file.size)
      go({ at: "look", material: { kind: "file", file } })
    })
  return (
    <>
      <div class="row">
        <Button kind="main" onPress={() => go({ at: "record", picture: true })}>
          {say("film-video")}
        </Button>
        <Button onPress={() => go({ at: "record", picture: false })}>{say("film-voice")}</Button>
      </div>
      <FileChoice label={say("film-file-label")} hint={say("film-file-hint")} onChoose={choose} />
      <Trouble code={doing.trouble} />
    </>
  )
}

/** The gate's sentence before anything is recorded, and the way to change it. */
function NotAgreed() {
  return (
    <Notice tone="care" title={say("film-no-yes")}>
      <p>{say("film-no-yes-text")}</p>
      <div class="row">
        <Button onPress={() => goTo({ at: "agree" })}>{say("home-agree")}</Button>
      </div>
    </Notice>
  )
}

type LeftProperties = WithGo & { readonly left: LeftRecording; readonly again: () => void }

function Left({ left: { id, kind, begunAt }, go, again }: LeftProperties) {
  const doing = useDoing()
  const use = () =>
    doing.run(async () => {
      const recorded = await (await filmActions().film()).openRecording(signedIn(), id)
      go({ at: "look", material: { kind: "recording", recorded } })
    })
  const drop = () =>
    doing.run(async () => {
      await (await filmActions().film()).dropRecording(signedIn(), id)
      again()
    })
  return (
    <Notice title={say("film-left-title", { what: kind })}>
      <p>{say("film-left-from", { moment: writtenMoment(begunAt) })}</p>
      <p>{say("film-left")}</p>
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button busy={doing.busy} onPress={use}>
          {say("film-left-use")}
        </Button>
        <LetGo label={say("film-left-drop")} busy={doing.busy} onLetGo={drop} />
      </div>
    </Notice>
  )
}
