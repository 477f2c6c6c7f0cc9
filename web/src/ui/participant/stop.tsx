// SPDX-License-Identifier: EUPL-1.2
/** Pausing, coming back, or stopping for good: in two clicks from anywhere, and never a reason asked. */
import { useState } from "preact/hooks"
import type { Proof } from "../../relay/take_back.ts"
import { actions } from "../actions.ts"
import { type Doing, useDoing, useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Dialog } from "../elements/dialog/dialog.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenMoment } from "../language.ts"
import { Page } from "../page.tsx"
import { caseIds, signedIn } from "../session.ts"

type Scope = "pause" | "resume" | "leave"

type Outcome = { readonly scope: Scope; readonly at: number }

async function isPaused(): Promise<boolean> {
  const { cases } = await signedIn().ports.client.cases()
  return cases.some((place) => place.paused_by_me)
}

/** The same choice for every case of this person. */
async function changeAll(scope: Scope): Promise<Outcome> {
  const now = signedIn()
  const { changeTakingPart } = await actions().takeBack()
  let last: Proof = { verified: false, at: 0 }
  for (const one of caseIds()) last = await changeTakingPart(now, one, scope)
  return { scope, at: last.at }
}

function outcomeWords({ scope, at }: Outcome): string {
  if (scope === "leave") return say("stop-left", { moment: writtenMoment(at) })
  return say(scope === "pause" ? "stop-paused" : "stop-resumed")
}

export function Stop() {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const paused = useLoaded(isPaused)
  const doing = useDoing()
  const change = (scope: Scope) =>
    doing.run(async () => {
      setOutcome(await changeAll(scope))
      paused.again()
    })
  const left = outcome?.scope === "leave"
  return (
    <Page title={say("stop-title")}>
      <p class="lead">{say("stop-lead")}</p>
      {outcome && <Notice tone="done" live="polite" title={outcomeWords(outcome)} />}
      <Trouble code={doing.trouble ?? paused.trouble} />
      {!left && paused.value !== null && <PausePart paused={paused.value} doing={doing} onChange={change} />}
      {!left && <LeavePart doing={doing} onLeave={() => change("leave")} />}
    </Page>
  )
}

type PauseProperties = {
  readonly paused: boolean
  readonly doing: Doing
  readonly onChange: (scope: "pause" | "resume") => void
}

function PausePart({ paused, doing, onChange }: PauseProperties) {
  const scope = paused ? "resume" : "pause"
  return (
    <section class="stack part" aria-labelledby="pause-title">
      <h2 id="pause-title">{say(`stop-${scope}-title`)}</h2>
      <p>{say(`stop-${scope}-text`)}</p>
      <div class="row">
        <Button busy={doing.busy} onPress={() => onChange(scope)}>
          {say(`stop-${scope}`)}
        </Button>
      </div>
    </section>
  )
}

function LeavePart({ doing, onLeave }: { readonly doing: Doing; readonly onLeave: () => void }) {
  const [asking, setAsking] = useState(false)
  const leave = () => {
    setAsking(false)
    onLeave()
  }
  return (
    <section class="stack part" aria-labelledby="leave-title">
      <h2 id="leave-title">{say("stop-leave-title")}</h2>
      <p>{say("stop-leave-text")}</p>
      <p>{say("stop-leave-cannot")}</p>
      <div class="row">
        <Button busy={doing.busy} onPress={() => setAsking(true)}>
          {say("stop-leave")}
        </Button>
      </div>
      {asking && (
        <Dialog title={say("stop-leave-ask")} onCancel={() => setAsking(false)}>
          <p>{say("stop-leave-text")}</p>
          <p>{say("stop-leave-cannot")}</p>
          <div class="answers">
            <Button onPress={() => setAsking(false)}>{say("stop-leave-no")}</Button>
            <Button onPress={leave}>{say("stop-leave-yes")}</Button>
          </div>
        </Dialog>
      )}
    </section>
  )
}
