// SPDX-License-Identifier: EUPL-1.2
/** What will be done to a film, place by place: a list that can be changed, and the place that is being written. */

import { Button } from "../../elements/button/button.tsx"
import { Tick } from "../../elements/choice/choice.tsx"
import { Field } from "../../elements/field/field.tsx"
import { Edges } from "../../elements/placing/edges.tsx"
import { timeOf } from "../../elements/player/cue-list.tsx"
import { useKeptFocus } from "../../kept-focus.ts"
import { say } from "../../language.ts"
import type { Fault, Place, PlacedKind } from "./asked.ts"
import type { Asking } from "./asking.ts"
import { writtenTime } from "./times.ts"
import "./station.css"

type PlanProperties = { readonly kind: PlacedKind; readonly asking: Asking }

const OF_TIME: readonly Fault[] = ["time-wrong", "span-backwards", "span-outside"]
const OF_AREA: readonly Fault[] = ["region-wrong", "region-outside"]

/** Where the focus goes when a pressed button is gone. */
const FOCUS = [".plan-title"]

/** One of the faults in words, where it is one of `some`. */
function problemIn(some: readonly Fault[], fault: Fault | null): string | undefined {
  return fault !== null && some.includes(fault) ? say(`station-fault-${fault}`) : undefined
}

export function Plan({ kind, asking }: PlanProperties) {
  const { places, fault } = asking
  const room = useKeptFocus<HTMLElement>(FOCUS)
  const other = fault !== null && ![...OF_TIME, ...OF_AREA].includes(fault)
  return (
    <section ref={room} class="stack near" aria-label={say(`station-places-${kind}`)}>
      <h2 class="plan-title" tabIndex={-1}>
        {say(`station-places-${kind}`)}
      </h2>
      {places.length === 0 ? (
        <p class="soft">{say(`station-places-none-${kind}`)}</p>
      ) : (
        <ol class="plan-list">
          {places.map((place, at) => (
            <Line key={at} kind={kind} place={place} at={at} asking={asking} />
          ))}
        </ol>
      )}
      {other && (
        <p class="field-problem" role="alert">
          {say(`station-fault-${fault}`)}
        </p>
      )}
      <Writing kind={kind} asking={asking} />
    </section>
  )
}

function timeWords({ span }: Place): string {
  if (span === null) return say("station-whole-time")
  return say("station-span", { from: writtenTime(span.start_ms), to: writtenTime(span.end_ms) })
}

function areaWords({ area: { left, top, width, height } }: Place): string {
  if (width === 1000 && height === 1000) return say("station-area-whole")
  return say("station-area", { left: left / 10, top: top / 10, width: width / 10, height: height / 10 })
}

type LineProperties = PlanProperties & { readonly place: Place; readonly at: number }

function Line({ kind, place, at, asking: { changing, change, remove } }: LineProperties) {
  const number = at + 1
  return (
    <li class={changing === at ? "plan-line plan-changing" : "plan-line"}>
      <p>
        {timeWords(place)}
        {kind === "blur" && ` ${areaWords(place)}`}
      </p>
      <div class="row">
        <Button kind="quiet" onPress={() => change(at)}>
          {say("station-place-change", { number })}
        </Button>
        <Button kind="quiet" onPress={() => remove(at)}>
          {say("station-place-remove", { number })}
        </Button>
      </div>
    </li>
  )
}

function Writing({ kind, asking }: PlanProperties) {
  const { draft, changing, edit, keep, drop, fault } = asking
  const title =
    changing === null
      ? say(`station-place-new-${kind}`)
      : say("station-place-changing", { number: changing + 1 })
  return (
    <fieldset class="plan-writing stack near">
      <legend class="choice-question">{title}</legend>
      {asking.remote.film.value === null && <p class="small soft">{say("station-open-film")}</p>}
      {kind === "blur" && <Where asking={asking} />}
      {kind === "blur" && (
        <Tick
          label={say("station-only-passage")}
          ticked={draft.passage}
          onTick={(passage) => edit({ passage })}
        />
      )}
      {(kind !== "blur" || draft.passage) && <When asking={asking} problem={problemIn(OF_TIME, fault)} />}
      <div class="row">
        <Button onPress={keep}>{say(changing === null ? "station-place-add" : "station-place-keep")}</Button>
        {changing !== null && <Button onPress={drop}>{say("station-place-drop")}</Button>}
      </div>
    </fieldset>
  )
}

function Where({ asking }: { readonly asking: Asking }) {
  const { draft, drawing, draw, edit, fault, remote } = asking
  return (
    <>
      <Edges area={draft.area} onWrite={(area) => edit({ area })} problem={problemIn(OF_AREA, fault)} />
      {remote.film.value !== null && (
        <div class="row">
          <Button pressed={drawing} onPress={() => draw(!drawing)}>
            {say("station-draw")}
          </Button>
        </div>
      )}
      {drawing && <p role="status">{say("station-drawing")}</p>}
    </>
  )
}

type WhenProperties = { readonly asking: Asking; readonly problem: string | undefined }

function When({ asking: { draft, edit, remote }, problem }: WhenProperties) {
  const { film, seconds } = remote
  const present = () => writtenTime((film.value?.currentTime ?? 0) * 1000)
  return (
    <>
      <div class="plan-times">
        <Field
          label={say("station-from")}
          hint={say("station-time-hint")}
          problem={problem}
          value={draft.from}
          onWrite={(from) => edit({ from })}
        />
        <Field
          label={say("station-to")}
          hint={say("station-time-hint")}
          value={draft.to}
          onWrite={(to) => edit({ to })}
        />
      </div>
      {film.value !== null && (
        <div class="row">
          <Button onPress={() => edit({ from: present() })}>{say("station-from-here")}</Button>
          <Button onPress={() => edit({ to: present() })}>{say("station-to-here")}</Button>
          <span class="plan-now">{say("station-now", { time: timeOf(seconds.value * 1000) })}</span>
        </div>
      )}
    </>
  )
}
