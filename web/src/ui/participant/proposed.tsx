// SPDX-License-Identifier: EUPL-1.2
/** What a mediator wrote down or cut, before the person whose words they are: both versions, and answers of one size. */

import { useState } from "preact/hooks"
import type { Proposal } from "../../relay/proposals.ts"
import type { Proof } from "../../relay/take_back.ts"
import { leftOut } from "../../review/shortening.ts"
import { actions } from "../actions.ts"
import { useDoing, useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Cut } from "../elements/cut/cut.tsx"
import { Letter } from "../elements/letter/letter.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Sides } from "../elements/sides/sides.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenMoment } from "../language.ts"
import { useLive } from "../live.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import { sortOf } from "../sort.ts"
import { Films } from "../watching/films.tsx"
import { GONE, Gone } from "./gone.tsx"
import "./participant.css"

/** Null: nothing was answered on this page. */
type Answered = { readonly yes: true } | { readonly yes: false; readonly proof: Proof } | null

export function Proposed({ message }: { readonly message: string }) {
  const proposal = useLoaded(async () => (await actions().proposals()).openProposal(signedIn(), message))
  const [answered, setAnswered] = useState<Answered>(null)
  useLive(proposal.again, message)
  if (answered !== null) return <Said key="said" answered={answered} message={message} />
  if (proposal.trouble !== null && GONE.includes(proposal.trouble)) return <Gone />
  if (proposal.value === null) {
    return (
      <Page key="wait" title={say("proposed-title")}>
        {proposal.trouble === null && <p role="status">{say("loading")}</p>}
        <Trouble code={proposal.trouble} again={proposal.again} />
      </Page>
    )
  }
  const { original, letter } = proposal.value
  return (
    <Page key="shown" title={say("proposed-title")} wide={original !== null}>
      <p class="lead">{say(letter.kind === "relayed" ? "proposed-lead-told" : "proposed-lead-shorter")}</p>
      <p>{say("proposed-hurry")}</p>
      <Versions proposal={proposal.value} />
      <Answers proposal={proposal.value} onAnswered={setAnswered} />
    </Page>
  )
}

/** The words that are proposed, as their reader would see them. */
function NewWords({ proposal, label }: { readonly proposal: Proposal; readonly label: string }) {
  const { contentNote, paragraphs, language, media } = proposal
  return (
    <>
      {contentNote !== "" && (
        <Notice title={say("sent-note-first")}>
          <p class="note-words" lang={language} translate={false}>
            {contentNote}
          </p>
        </Notice>
      )}
      {paragraphs.length > 0 && <Letter paragraphs={paragraphs} language={language} label={label} />}
      <Films media={media} language={language} />
    </>
  )
}

function Versions({ proposal }: { readonly proposal: Proposal }) {
  const { letter, original } = proposal
  if (original === null) {
    return (
      <>
        {letter.kind !== "relayed" && <Notice tone="care" title={say("proposed-no-original")} />}
        <section class="stack part" aria-labelledby="proposed-words">
          <h2 id="proposed-words">{say("proposed-told")}</h2>
          <NewWords proposal={proposal} label={say("proposed-told")} />
        </section>
      </>
    )
  }
  return (
    <>
      <WhatChanged proposal={proposal} />
      <Sides
        both={say("sides-both")}
        first={{
          title: say("proposed-before"),
          only: say("proposed-before-only"),
          children: (
            <>
              {original.text !== "" && (
                <Cut
                  text={original.text}
                  language={original.language}
                  label={say("proposed-before")}
                  left={proposal.onlyLeftOut ? leftOut(original.text, proposal.text) : []}
                  begins={say("cut-begins")}
                  ends={say("cut-ends")}
                />
              )}
              <Films media={original.media} language={original.language} />
            </>
          ),
        }}
        second={{
          title: say("proposed-after"),
          only: say("proposed-after-only"),
          children: <NewWords proposal={proposal} label={say("proposed-after")} />,
        }}
      />
    </>
  )
}

/** Whether it holds only what they said is checked for words; a film they look at themselves. */
function WhatChanged({ proposal: { letter, onlyLeftOut } }: { readonly proposal: Proposal }) {
  if (sortOf(letter) === "film") return <p>{say("proposed-film")}</p>
  if (onlyLeftOut) return <p>{say("proposed-only-left-out")}</p>
  return (
    <Notice tone="care" title={say("proposed-other-words")}>
      <p>{say("proposed-other-words-text")}</p>
    </Notice>
  )
}

type AnswersProperties = {
  readonly proposal: Proposal
  readonly onAnswered: (answered: Answered) => void
}

function Answers({ proposal, onAnswered }: AnswersProperties) {
  const { letter } = proposal
  const doing = useDoing()
  if (letter.state !== "proposed") return <AnsweredBefore message={letter.id} />
  const yes = () =>
    doing.run(async () => {
      await (await actions().proposals()).confirmProposal(signedIn(), proposal)
      onAnswered({ yes: true })
    })
  const no = () =>
    doing.run(async () => {
      const proof = await (await actions().takeBack()).takeBack(signedIn(), letter.id)
      onAnswered({ yes: false, proof })
    })
  const told = letter.kind === "relayed"
  return (
    <section class="stack part" aria-labelledby="proposed-question">
      <h2 id="proposed-question">{say(told ? "proposed-question-told" : "proposed-question-shorter")}</h2>
      <p>{say("proposed-yes-means")}</p>
      <p>{say(told ? "proposed-no-means-told" : "proposed-no-means-shorter")}</p>
      <Trouble code={doing.trouble} />
      <div class="answers">
        <Button busy={doing.busy} onPress={yes}>
          {say(told ? "proposed-yes-told" : "proposed-yes-shorter")}
        </Button>
        <Button busy={doing.busy} onPress={no}>
          {say(told ? "proposed-no-told" : "proposed-no-shorter")}
        </Button>
        <Button onPress={() => go({ at: "home" })}>{say("proposed-later")}</Button>
      </div>
    </section>
  )
}

function AnsweredBefore({ message }: { readonly message: string }) {
  return (
    <Notice title={say("proposed-answered")}>
      <div class="row">
        <Button onPress={() => go({ at: "sent", message })}>{say("proposed-see")}</Button>
      </div>
    </Notice>
  )
}

type SaidProperties = { readonly answered: NonNullable<Answered>; readonly message: string }

function Said({ answered, message }: SaidProperties) {
  if (answered.yes) {
    return (
      <Page title={say("proposed-said-yes")}>
        <p>{say("proposed-said-yes-text")}</p>
        <div class="row">
          <Button onPress={() => go({ at: "sent", message })}>{say("proposed-see")}</Button>
          <Button onPress={() => go({ at: "home" })}>{say("receipt-home")}</Button>
        </div>
      </Page>
    )
  }
  const { proof } = answered
  const moment = writtenMoment(proof.at)
  return (
    <Page title={say("proposed-said-no")}>
      <Notice tone={proof.verified ? "done" : "care"}>
        <p>{say(proof.verified ? "proposed-said-no-text" : "receipt-unverified", { moment })}</p>
      </Notice>
      <p>{say("proposed-said-no-kept")}</p>
      <div class="row">
        <Button onPress={() => go({ at: "home" })}>{say("receipt-home")}</Button>
      </div>
    </Page>
  )
}
