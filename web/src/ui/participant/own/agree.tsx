// SPDX-License-Identifier: EUPL-1.2
/** Yes or "not now" to each channel: two answers of one size, changed in one press, and never a reason asked. */
import { useState } from "preact/hooks"
import { RelayError } from "../../../errors.ts"
import type { ChannelConsent, Said } from "../../../relay/consent.ts"
import { type Doing, useDoing, useLoaded } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../../language.ts"
import { useLive } from "../../live.ts"
import { Page } from "../../page.tsx"
import { signedIn } from "../../session.ts"
import { ownActions } from "./actions.ts"
import { EachCase, Home } from "./case.tsx"
import { ConsentWords } from "./text.tsx"
import "../participant.css"

const HOLDS = ["change", "effect", "seen", "limits", "statement", "text", "past"] as const

export function Agree() {
  return (
    <Page title={say("agree-title")}>
      <p class="lead">{say("agree-lead")}</p>
      <section class="stack near" aria-labelledby="holds">
        <h2 id="holds">{say("agree-hold-title")}</h2>
        <ul>
          {HOLDS.map((hold) => (
            <li key={hold}>{say(`agree-hold-${hold}`)}</li>
          ))}
        </ul>
      </section>
      <EachCase draw={(caseId) => <Channels caseId={caseId} />} />
      <Home />
    </Page>
  )
}

/** What came of the last answer. */
type Outcome = "kept" | "changed"

type Answering = {
  readonly doing: Doing
  /** Which channel was answered last. */
  readonly last: ChannelConsent["channel"] | null
  readonly outcome: Outcome | null
  readonly answer: (channel: ChannelConsent["channel"], given: boolean) => void
}

async function give(caseId: string, said: Said): Promise<Outcome> {
  const { giveConsent } = await ownActions().ownSay()
  try {
    await giveConsent(signedIn(), caseId, said)
    return "kept"
  } catch (error) {
    if (!(error instanceof RelayError) || error.code !== "policy-mismatch") throw error
  }
  // A new text, or a policy that does not verify: which of the two, this says or throws.
  await signedIn().trust.refresh()
  return "changed"
}

function useAnswering(caseId: string, text: string | null, again: () => void): Answering {
  const [last, setLast] = useState<ChannelConsent["channel"] | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const doing = useDoing()
  const answer = (channel: ChannelConsent["channel"], given: boolean) =>
    doing.run(async () => {
      setLast(channel)
      setOutcome(null)
      setOutcome(await give(caseId, { channel, given, text }))
      again()
    })
  return { doing, last, outcome, answer }
}

function Channels({ caseId }: { readonly caseId: string }) {
  const consents = useLoaded(async () => (await ownActions().ownSay()).ownConsents(signedIn(), caseId))
  const text = useLoaded(async () => (await ownActions().ownSay()).consentTextOf(signedIn(), caseId))
  const again = () => {
    consents.again()
    text.again()
  }
  const answering = useAnswering(caseId, text.value?.hash ?? null, again)
  useLive(again, caseId)
  return (
    <div class="stack">
      <ConsentWords text={text} />
      <Trouble code={consents.trouble} again={consents.again} />
      {consents.value === null && consents.trouble === null && <p role="status">{say("loading")}</p>}
      {consents.value?.map((one) => (
        <Channel key={one.channel} consent={one} answering={answering} shown={text.value !== null} />
      ))}
    </div>
  )
}

function Now({ said, day }: ChannelConsent) {
  if (said === "nothing") return <p role="status">{say("agree-now-nothing")}</p>
  return <p role="status">{say(`agree-now-${said}`, { day: writtenDate(day ?? "") })}</p>
}

type ChannelProperties = {
  readonly consent: ChannelConsent
  readonly answering: Answering
  /** Whether the text is here that a yes is over: without it there is no yes to give. */
  readonly shown: boolean
}

function Channel({ consent, answering, shown }: ChannelProperties) {
  const { channel, said } = consent
  const { doing, last, outcome, answer } = answering
  const mine = last === channel
  const title = `channel-${channel}`
  return (
    <section class="card" aria-labelledby={title}>
      <h2 id={title}>{say(`agree-${channel}-title`)}</h2>
      <p>{say(`agree-${channel}-text`)}</p>
      <Now {...consent} />
      <div class="answers">
        {([true, false] as const)
          .filter((given) => shown || !given)
          .map((given) => (
            <Button
              key={String(given)}
              busy={doing.busy && mine}
              describedBy={title}
              pressed={said === (given ? "yes" : "no")}
              onPress={() => answer(channel, given)}
            >
              {say(given ? "agree-yes" : "agree-no")}
            </Button>
          ))}
      </div>
      {mine && <Trouble code={doing.trouble} />}
      {mine && outcome !== null && (
        <Notice tone={outcome === "kept" ? "done" : "care"} live="polite" title={say(`agree-${outcome}`)} />
      )}
    </section>
  )
}
