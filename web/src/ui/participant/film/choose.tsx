// SPDX-License-Identifier: EUPL-1.2
/** Three ways to say it, what was left unfinished, and whether one has said yes to videos. */
import { useDoing, useLoaded } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { FileChoice } from "../../elements/file/file.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say } from "../../language.ts"
import { go as goTo } from "../../place.ts"
import { caseIds, signedIn } from "../../session.ts"
import { filmActions } from "./actions.ts"
import type { Step } from "./film.tsx"

type ChooseProperties = { readonly go: (step: Step) => void }

type Standing = { readonly agreed: boolean; readonly left: readonly string[] }

async function standing(): Promise<Standing> {
  const module = await filmActions().film()
  const [first = ""] = caseIds()
  await module.checkOpen(signedIn(), first)
  await module.dropOrphans(signedIn())
  const [consents, left] = await Promise.all([
    module.ownConsents(signedIn(), first),
    module.listRecordings(signedIn()),
  ])
  return { agreed: consents.some(({ channel, said }) => channel === "video" && said === "yes"), left }
}

export function Choose({ go }: ChooseProperties) {
  const found = useLoaded(standing)
  const doing = useDoing()
  const choose = (file: File | null) =>
    doing.run(async () => {
      if (file === null) return
      await (await filmActions().film()).checkRoom(signedIn(), file.size)
      go({ at: "look", material: { kind: "file", file } })
    })
  return (
    <div class="stack far">
      <p class="lead">{say("film-lead")}</p>
      <Trouble code={found.trouble} again={found.again} />
      {found.value?.agreed === false && <NotAgreed />}
      {found.value?.left.map((id) => (
        <Left key={id} id={id} go={go} again={found.again} />
      ))}
      <div class="row">
        <Button kind="main" onPress={() => go({ at: "record", picture: true })}>
          {say("film-video")}
        </Button>
        <Button onPress={() => go({ at: "record", picture: false })}>{say("film-voice")}</Button>
      </div>
      <FileChoice label={say("film-file-label")} hint={say("film-file-hint")} onChoose={choose} />
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button kind="quiet" onPress={() => goTo({ at: "home" })}>
          {say("receipt-home")}
        </Button>
      </div>
    </div>
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

type LeftProperties = ChooseProperties & { readonly id: string; readonly again: () => void }

function Left({ id, go, again }: LeftProperties) {
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
    <Notice title={say("film-left-title")}>
      <p>{say("film-left")}</p>
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button busy={doing.busy} onPress={use}>
          {say("film-left-use")}
        </Button>
        <Button kind="quiet" busy={doing.busy} onPress={drop}>
          {say("film-left-drop")}
        </Button>
      </div>
    </Notice>
  )
}
