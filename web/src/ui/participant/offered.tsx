// SPDX-License-Identifier: EUPL-1.2
/** Being offered something: what the mediator says of it, and four answers of one size. Any of them can change. */

import { useEffect, useState } from "preact/hooks"
import type { Answer, OpenedOffer } from "../../relay/offers.ts"
import { actions } from "../actions.ts"
import { useDoing, useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { useLive } from "../live.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import { sortOf } from "../sort.ts"
import { GONE, Gone } from "./gone.tsx"
import { MediatorNote } from "./mediator-note.tsx"
import "./participant.css"

const ANSWERS: readonly Answer[] = ["ready", "not-now", "keep", "never"]

export function Offered({ message }: { readonly message: string }) {
  const offer = useLoaded(async () => (await actions().offers()).openOffer(signedIn(), message))
  useLive(offer.again, message)
  if (offer.trouble !== null && GONE.includes(offer.trouble)) return <Gone />
  return (
    <Page title={say("offered-title")}>
      <Trouble code={offer.trouble} again={offer.again} />
      {offer.value && <OfferParts opened={offer.value} again={offer.again} />}
    </Page>
  )
}

function FromMediator({ offer }: { readonly offer: OpenedOffer }) {
  if (offer.note === null) return <p>{say("offered-note-none")}</p>
  return <MediatorNote note={offer.note} />
}

/** What was answered; once a mediator has opened the letter, that it is ready. */
function AnswerNow({ offer, readable }: { readonly offer: OpenedOffer; readonly readable: boolean }) {
  if (offer.answer === null) return null
  return (
    <Notice tone="done" live="polite" title={say(readable ? "home-released-title" : "offered-now")}>
      <p>{say(readable ? "home-released-text" : `offered-is-${offer.answer}`)}</p>
    </Notice>
  )
}

function OfferParts({ opened, again }: { readonly opened: OpenedOffer; readonly again: () => void }) {
  const [offer, setOffer] = useState(opened)
  // What is new comes into the page that stands: whoever had the focus on an answer keeps it.
  useEffect(() => setOffer(opened), [opened.version])
  const doing = useDoing()
  const answer = (chosen: Answer) =>
    doing.run(async () => {
      const { answerOffer } = await actions().offers()
      try {
        setOffer(await answerOffer(signedIn(), offer, chosen))
      } catch (error) {
        again()
        throw error
      }
    })
  const what = sortOf(offer)
  const readable = offer.state === "released" || offer.state === "opened"
  return (
    <>
      {offer.state === "offered" && <p>{say("offered-lead")}</p>}
      <FromMediator offer={offer} />
      <AnswerNow offer={offer} readable={readable} />
      {readable && (
        <div class="row">
          <Button onPress={() => go({ at: "read", message: offer.id })}>
            {say("offered-read", { what })}
          </Button>
        </div>
      )}
      <section class="stack part" aria-labelledby="question">
        <h2 id="question">{say("offered-question")}</h2>
        <div class="answers">
          {ANSWERS.filter((one) => offer.answers.includes(one)).map((one) => (
            <Button key={one} busy={doing.busy} onPress={() => answer(one)}>
              {one === "ready" ? say("offered-ready", { what }) : say(`offered-${one}`)}
            </Button>
          ))}
        </div>
        <Trouble code={doing.trouble} />
        <p>{say("offered-change")}</p>
      </section>
      <div class="row">
        <Button kind="quiet" onPress={() => go({ at: "home" })}>
          {say("receipt-home")}
        </Button>
      </div>
    </>
  )
}
