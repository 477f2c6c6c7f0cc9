// SPDX-License-Identifier: EUPL-1.2
/** Working on a film at a station: asked for in a few words, followed in percent and minutes, stopped at will. */
import { useState } from "preact/hooks"
import type { Review } from "../../../relay/desk.ts"
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Bar } from "../../elements/progress/progress.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say } from "../../language.ts"
import { Sent } from "../made/sent.tsx"
import { WithReview } from "../made/with-review.tsx"
import { isPlaced } from "./asked.ts"
import { useAsking } from "./asking.ts"
import { AskForm } from "./form.tsx"
import { type AtStation, isOver, type Refusal, refusalOf, useStation } from "./working.ts"

export function StationPage({ message }: { readonly message: string }) {
  const station = useStation(message)
  const [caseId, setCaseId] = useState("")
  const { work } = station
  if (work?.state === "done") {
    const text = say(isPlaced(work.kind) ? "station-done-author" : "station-done-review")
    return <Sent key="sent" text={text} caseId={caseId} />
  }
  return (
    <WithReview message={message} title={say("station-title")}>
      {(review) => {
        if (caseId === "") setCaseId(review.item.case)
        return <Work review={review} station={station} />
      }}
    </WithReview>
  )
}

type WorkProperties = { readonly review: Review; readonly station: AtStation }

function Work({ review, station }: WorkProperties) {
  const { work, doing } = station
  const asking = useAsking()
  const going = work !== null && !isOver(work)
  return (
    <>
      <p class="lead">{say("station-lead")}</p>
      {going ? (
        <Going station={station} />
      ) : (
        <AskForm review={review} asking={asking} busy={doing.busy} onAsk={station.begin} />
      )}
      <Refused code={refusalOf(work)} />
      <Trouble code={doing.trouble} />
    </>
  )
}

/** What a mediator can do about it here; what is said elsewhere is for a film's author. */
const OWN_WORDS = [
  "ffmpeg-missing",
  "sandbox-missing",
  "media-too-slow",
  "no-room",
  "span-missing",
  "span-outside",
  "region-outside",
  "too-many-places",
  "media-empty",
  "media-unknown",
  "media-codec",
  "media-broken",
  "media-too-large",
  "media-not-clean",
] as const

function isOwn(code: Refusal | null): code is (typeof OWN_WORDS)[number] {
  return OWN_WORDS.some((one) => one === code)
}

function Refused({ code }: { readonly code: Refusal | null }) {
  if (!isOwn(code)) return <Trouble code={code} />
  return (
    <Notice tone="trouble" live="now" title={say("error-title")}>
      <p>{say(`station-refused-${code}`)}</p>
      <p class="small soft">{say("error-code", { code })}</p>
    </Notice>
  )
}

function Going({ station: { work, doing, stop } }: { readonly station: AtStation }) {
  if (work === null) return null
  const { state, seconds_left } = work
  const minutes = seconds_left === null ? null : Math.ceil(seconds_left / 60)
  return (
    <section class="stack" aria-label={say("station-title")}>
      <Bar
        label={say(`station-at-${state}`)}
        done={work.share / 1000}
        inWords={(percent) => say("station-percent", { percent })}
      >
        {minutes !== null && <p class="small soft">{say("station-minutes", { minutes })}</p>}
        <p class="small">{say("station-may-leave")}</p>
        {work.claim === "mine" && <p class="small">{say("station-claim-mine")}</p>}
      </Bar>
      {work.claim === "lost" && (
        <Notice tone="care" live="polite" title={say("station-claim-lost")}>
          <p>{say("station-claim-lost-text")}</p>
        </Notice>
      )}
      <div class="row">
        <Button busy={doing.busy} onPress={stop}>
          {say("station-stop")}
        </Button>
      </div>
    </section>
  )
}
