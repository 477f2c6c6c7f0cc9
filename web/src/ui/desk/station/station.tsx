// SPDX-License-Identifier: EUPL-1.2
/** Working on a film at a station: asked for in a few words, followed in percent and minutes, stopped at will. */
import { useState } from "preact/hooks"
import type { WorkView } from "../../../protocol/wire_station.ts"
import type { Review } from "../../../relay/desk.ts"
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Bar } from "../../elements/progress/progress.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say } from "../../language.ts"
import { go } from "../../place.ts"
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
  const { work, earlier, found, doing } = station
  const asking = useAsking()
  const going = work !== null && !isOver(work)
  return (
    <>
      <p class="lead">{say("station-lead")}</p>
      <Trouble code={found.trouble} again={found.again} />
      {work === null && earlier !== null && <Earlier work={earlier} />}
      {going ? (
        <Going station={station} />
      ) : (
        <AskForm review={review} asking={asking} busy={doing.busy} onAsk={station.begin} />
      )}
      <Refused code={refusalOf(work)} />
      <Trouble code={doing.trouble} />
      <Others works={found.value ?? []} message={review.item.id} />
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
  "too-many-works",
  "several-films",
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

/** What ended while no page looked. */
function Earlier({ work }: { readonly work: WorkView }) {
  const kind = say(`station-kind-${work.kind}`)
  if (work.state === "refused") {
    return (
      <>
        <p>{say("station-earlier", { kind })}</p>
        <Refused code={refusalOf(work)} />
      </>
    )
  }
  return (
    <Notice tone="done" title={say("station-earlier", { kind })}>
      <p>{say(isPlaced(work.kind) ? "station-done-author" : "station-done-review")}</p>
    </Notice>
  )
}

/** What runs at the station for other films: seen from there, and stopped. */
function Others({ works, message }: { readonly works: readonly WorkView[]; readonly message: string }) {
  const others = works.filter((one) => one.message !== message && !isOver(one))
  if (others.length === 0) return null
  return (
    <section class="stack near" aria-label={say("station-others")}>
      <h2>{say("station-others")}</h2>
      <ul class="plan-list">
        {others.map((one) => (
          <li key={one.work} class="plan-line">
            <p>
              {say("station-other", {
                kind: say(`station-kind-${one.kind}`),
                state: say(`station-at-${one.state}`),
              })}
            </p>
            <div class="row">
              <Button kind="quiet" onPress={() => go({ at: "station", message: one.message })}>
                {say("station-other-open")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
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
