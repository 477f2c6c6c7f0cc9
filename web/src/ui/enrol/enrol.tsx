// SPDX-License-Identifier: EUPL-1.2
/** Joining, one decision a page: the code, the words, the sheet, then the mediator's part. */
import { useState } from "preact/hooks"
import type { NewSecrets } from "../../relay/enrol.ts"
import type { Ticket } from "../../relay/ticket.ts"
import { Steps } from "../elements/steps/steps.tsx"
import { say } from "../language.ts"
import { Page } from "../page.tsx"
import { CodeStep } from "./code.tsx"
import { SheetStep } from "./sheet.tsx"
import { Waiting } from "./waiting.tsx"
import { WordsStep } from "./words.tsx"

type Stage =
  | { readonly name: "code" }
  | { readonly name: "words"; readonly ticket: Ticket; readonly privateDevice: boolean }
  | { readonly name: "sheet"; readonly ticket: Ticket; readonly secrets: NewSecrets }
  | { readonly name: "wait"; readonly ticket: Ticket }

const ORDER: readonly Stage["name"][] = ["code", "words", "sheet", "wait"]

export function Enrol({ fragment }: { readonly fragment: string }) {
  const [stage, setStage] = useState<Stage>({ name: "code" })
  const names = ORDER.map((name) => say(`enrol-step-${name}`))
  return (
    <Page key={stage.name} title={say("enrol-title")}>
      <Steps names={names} now={ORDER.indexOf(stage.name) + 1} />
      <Step stage={stage} fragment={fragment} onStage={setStage} />
    </Page>
  )
}

type StepProperties = {
  readonly stage: Stage
  readonly fragment: string
  readonly onStage: (stage: Stage) => void
}

function Step({ stage, fragment, onStage }: StepProperties) {
  switch (stage.name) {
    case "code":
      return (
        <CodeStep
          fragment={fragment}
          onDone={(ticket, privateDevice) => onStage({ name: "words", ticket, privateDevice })}
        />
      )
    case "words":
      return (
        <WordsStep
          ticket={stage.ticket}
          privateDevice={stage.privateDevice}
          onDone={(secrets) => onStage({ name: "sheet", ticket: stage.ticket, secrets })}
        />
      )
    case "sheet":
      return (
        <SheetStep secrets={stage.secrets} onDone={() => onStage({ name: "wait", ticket: stage.ticket })} />
      )
    case "wait":
      return <Waiting ticket={stage.ticket} />
  }
}
