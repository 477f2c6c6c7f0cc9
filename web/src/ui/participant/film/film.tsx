// SPDX-License-Identifier: EUPL-1.2
/** A film or a voice: chosen or recorded, looked at as the other will see it, then sealed and given. */
import { useState } from "preact/hooks"
import type { Beside } from "../../../relay/beside.ts"
import type { DraftContent } from "../../../relay/drafts.ts"
import type { ComposedFilm } from "../../../relay/film.ts"
import type { Recorded } from "../../../relay/recording.ts"
import type { CaptionsError } from "../../../review/captions.ts"
import { useLoaded } from "../../doing.ts"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say } from "../../language.ts"
import { Page } from "../../page.tsx"
import { beginning } from "../beginning.ts"
import type { For } from "../to-whom.tsx"
import { Choose } from "./choose.tsx"
import { Look } from "./look.tsx"
import { sortOf } from "./material.ts"
import { Record } from "./record.tsx"
import { Send } from "./send.tsx"
import "../participant.css"
import "./film.css"

/** What is there to be given. */
export type Material =
  | { readonly kind: "file"; readonly file: File }
  | { readonly kind: "recording"; readonly recorded: Recorded }

/** What was written already: it stays, whatever is recorded or chosen for it. */
type WithBeside = { readonly beside?: Beside }

export type Step =
  | (WithBeside & { readonly at: "choose" })
  | (WithBeside & { readonly at: "record"; readonly picture: boolean })
  | (WithBeside & {
      readonly at: "look"
      readonly material: Material
      /** Why its captions could not be sealed. */
      readonly fault?: CaptionsError
    })
  | { readonly at: "send"; readonly material: Material; readonly beside: Beside; readonly film: ComposedFilm }

function titleOf(step: Step): string {
  switch (step.at) {
    case "look":
      return say("film-look-title", { what: sortOf(step.material) })
    case "send":
      return say("film-send-title")
    default:
      return say("film-title")
  }
}

/** What a returned film leaves to the one that takes its place; for a new one, its case. */
export type Told = Pick<DraftContent, "case" | "addressee" | "supersedes" | "language" | "contentNote">

export function Film({ supersedes }: { readonly supersedes: string | null }) {
  const begun = useLoaded(() => beginning(supersedes))
  const [step, setStep] = useState<Step>({ at: "choose" })
  const [whom, setWhom] = useState<Partial<For>>({})
  const go = (next: Step) => setStep((now) => withBeside(next, now.beside))
  return (
    <Page key={step.at} title={titleOf(step)}>
      <Trouble code={begun.trouble} again={begun.again} />
      {begun.value !== null && <At told={{ ...begun.value, ...whom }} step={step} go={go} onWhom={setWhom} />}
    </Page>
  )
}

function withBeside(step: Step, beside: Beside | undefined): Step {
  return beside === undefined || step.beside !== undefined ? step : { ...step, beside }
}

type AtProperties = {
  readonly told: Told
  readonly step: Step
  readonly go: (step: Step) => void
  readonly onWhom: (whom: For) => void
}

function At({ told, step, go, onWhom }: AtProperties) {
  switch (step.at) {
    case "choose":
      return <Choose told={told} step={step} go={go} onWhom={onWhom} />
    case "record":
      return <Record picture={step.picture} go={go} />
    case "look":
      return <Look told={told} step={step} go={go} />
    case "send":
      return <Send step={step} go={go} />
  }
}
