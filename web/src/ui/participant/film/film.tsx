// SPDX-License-Identifier: EUPL-1.2
/** A film or a voice: chosen or recorded, looked at as the other will see it, then sealed and given. */
import { useState } from "preact/hooks"
import type { ComposedFilm } from "../../../relay/film.ts"
import type { Recorded } from "../../../relay/recording.ts"
import { say } from "../../language.ts"
import { Page } from "../../page.tsx"
import { Choose } from "./choose.tsx"
import { Look } from "./look.tsx"
import { Record } from "./record.tsx"
import { Send } from "./send.tsx"
import "../participant.css"
import "./film.css"

/** What is there to be given. */
export type Material =
  | { readonly kind: "file"; readonly file: File }
  | { readonly kind: "recording"; readonly recorded: Recorded }

/** What is written to go with it, as it was typed. */
export type Beside = {
  readonly captions: string
  readonly words: string
  readonly note: string
  readonly language: string
}

export type Step =
  | { readonly at: "choose" }
  | { readonly at: "record"; readonly picture: boolean }
  | { readonly at: "look"; readonly material: Material; readonly beside?: Beside }
  | { readonly at: "send"; readonly material: Material; readonly beside: Beside; readonly film: ComposedFilm }

const TITLES = {
  choose: "film-title",
  record: "film-title",
  look: "film-look-title",
  send: "film-send-title",
} as const

export function Film() {
  const [step, setStep] = useState<Step>({ at: "choose" })
  return (
    <Page key={step.at} title={say(TITLES[step.at])}>
      <At step={step} go={setStep} />
    </Page>
  )
}

function At({ step, go }: { readonly step: Step; readonly go: (step: Step) => void }) {
  switch (step.at) {
    case "choose":
      return <Choose go={go} />
    case "record":
      return <Record picture={step.picture} go={go} />
    case "look":
      return <Look step={step} go={go} />
    case "send":
      return <Send step={step} go={go} />
  }
}
