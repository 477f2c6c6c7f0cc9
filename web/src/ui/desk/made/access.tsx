// SPDX-License-Identifier: EUPL-1.2
/** Letting an interpreter open one letter until a day, seeing who was let in, and ending it at once. */
import { useState } from "preact/hooks"
import { dayOf, today } from "../../../relay/clock.ts"
import type { Access, InterpreterKey } from "../../../relay/granting.ts"
import { useDoing, useLoaded } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Choice } from "../../elements/choice/choice.tsx"
import { Field } from "../../elements/field/field.tsx"
import { Form } from "../../elements/form/form.tsx"
import { Tag } from "../../elements/state/state.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../../language.ts"
import { useLive } from "../../live.ts"
import { Page } from "../../page.tsx"
import { go } from "../../place.ts"
import { signedIn } from "../../session.ts"
import { shortId } from "../../short-id.ts"
import { deskActions } from "../actions.ts"
import "../desk.css"

type Days = { readonly first: string; readonly last: string }

type Known = {
  readonly people: readonly InterpreterKey[]
  readonly access: readonly Access[]
  /** The first and the last day that may be given. */
  readonly days: Days
}

async function fetchKnown(message: string): Promise<Known> {
  const { interpreters, accessTo, MOST_DAYS } = await deskActions().granting()
  const { clock } = signedIn().ports
  const [people, access] = await Promise.all([interpreters(signedIn()), accessTo(signedIn(), message)])
  return { people, access, days: { first: today(clock), last: dayOf(clock.now() + MOST_DAYS * 86_400) } }
}

export function AccessPage({ message }: { readonly message: string }) {
  const known = useLoaded(() => fetchKnown(message))
  useLive(known.again, message)
  return (
    <Page title={say("access-title")}>
      <p class="lead">{say("access-lead")}</p>
      <p>{say("access-seen")}</p>
      <Trouble code={known.trouble} again={known.again} />
      {known.value === null && known.trouble === null && <p role="status">{say("loading")}</p>}
      {known.value !== null && (
        <>
          <Given message={message} access={known.value.access} again={known.again} />
          <Give message={message} known={known.value} again={known.again} />
        </>
      )}
      <div class="row">
        <Button kind="quiet" onPress={() => go({ at: "review", message })}>
          {say("making-to-letter")}
        </Button>
      </div>
    </Page>
  )
}

type GivenProperties = {
  readonly message: string
  readonly access: readonly Access[]
  readonly again: () => void
}

function Given({ message, access, again }: GivenProperties) {
  return (
    <section class="stack" aria-labelledby="access-given">
      <h2 id="access-given">{say("access-given")}</h2>
      {access.length === 0 ? (
        <p class="soft">{say("access-none")}</p>
      ) : (
        <ul class="cards">
          {access.map((one) => (
            <OneAccess key={one.keyId} message={message} one={one} again={again} />
          ))}
        </ul>
      )}
    </section>
  )
}

type OneProperties = { readonly message: string; readonly one: Access; readonly again: () => void }

function OneAccess({ message, one, again }: OneProperties) {
  const doing = useDoing()
  const end = () =>
    doing.run(async () => {
      await (await deskActions().granting()).endAccess(signedIn(), message, one)
      again()
    })
  return (
    <li class="card">
      <div class="card-head">
        <h3>{say("access-person", { person: shortId(one.person) })}</h3>
        <Tag words={one.stands ? say("access-until", { day: writtenDate(one.until) }) : say("access-over")} />
      </div>
      <p class="soft">{say("access-by", { person: shortId(one.by) })}</p>
      <Trouble code={doing.trouble} />
      {one.stands && (
        <div class="row">
          <Button busy={doing.busy} onPress={end}>
            {say("access-end")}
          </Button>
        </div>
      )}
    </li>
  )
}

type GiveProperties = {
  readonly message: string
  readonly known: Known
  readonly again: () => void
}

function Give({ message, known: { people, days }, again }: GiveProperties) {
  const [keyId, setKeyId] = useState<string | null>(null)
  const [until, setUntil] = useState("")
  const [asked, setAsked] = useState(false)
  const doing = useDoing()
  const wrongDay = until < days.first || until > days.last
  if (people.length === 0) return <p>{say("access-nobody")}</p>
  const give = () => {
    setAsked(true)
    if (keyId === null || wrongDay) return
    doing.run(async () => {
      await (await deskActions().granting()).giveAccess(signedIn(), message, { keyId, until })
      setKeyId(null)
      setUntil("")
      setAsked(false)
      again()
    })
  }
  return (
    <Form class="stack decide-panel" onSend={give} label={say("access-give")}>
      <h2>{say("access-give")}</h2>
      <Choice<string>
        question={say("access-who")}
        value={keyId}
        onChoose={setKeyId}
        options={people.map((one) => ({
          value: one.keyId,
          label: say("access-person", { person: shortId(one.person) }),
        }))}
        problem={asked && keyId === null ? say("access-who-missing") : undefined}
      />
      <Field
        type="date"
        label={say("access-day")}
        hint={say("access-day-hint", { day: writtenDate(days.last) })}
        min={days.first}
        value={until}
        onWrite={setUntil}
        problem={asked && wrongDay ? say("access-day-wrong") : undefined}
      />
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button ends busy={doing.busy}>
          {say("access-give")}
        </Button>
      </div>
    </Form>
  )
}
