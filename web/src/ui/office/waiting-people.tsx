// SPDX-License-Identifier: EUPL-1.2
/** People whom a mediator confirmed and no case names yet: each looked at, then named by the next policy. */
import { useState } from "preact/hooks"
import type { Waiting } from "../../relay/managing.ts"
import { sideWithin, sideWords } from "../desk/naming.ts"
import { useDoing, useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Tick } from "../elements/choice/choice.tsx"
import { Form } from "../elements/form/form.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { shortId } from "../short-id.ts"
import { officeActions } from "./actions.ts"
import type { AtCases } from "./cases.tsx"
import { useFresh } from "./fresh.ts"
import { heldDesk } from "./held.ts"
import { Signing } from "./signing.tsx"

function lineOf({ participant, case: place, side, replaces }: Waiting): string {
  const about = { person: shortId(participant), case: shortId(place) }
  if (replaces) return say("naming-replaces", { ...about, side: sideWithin(side) })
  return say("naming-person", { ...about, side: sideWords(side) })
}

export function WaitingPeople({ office, again, onDone }: AtCases) {
  const waiting = useLoaded(async () => {
    const [{ managingOf }, { peopleWaiting }] = await Promise.all([
      officeActions().office(),
      officeActions().managing(),
    ])
    return peopleWaiting(managingOf(heldDesk()), office)
  }, office.directory.hash)
  useFresh(waiting.again)
  const all = waiting.value ?? []
  return (
    <section class="stack" aria-labelledby="naming">
      <h2 id="naming">{say("naming-title")}</h2>
      <Trouble code={waiting.trouble} again={waiting.again} />
      {waiting.value !== null && all.length === 0 && <p class="soft">{say("naming-none")}</p>}
      {all.length > 0 && (
        <Naming
          office={office}
          people={all}
          onDone={onDone}
          again={() => {
            again()
            waiting.again()
          }}
        />
      )}
    </section>
  )
}

type NamingProperties = Pick<AtCases, "office" | "again" | "onDone"> & { readonly people: readonly Waiting[] }

function Naming({ office, people, again, onDone }: NamingProperties) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [asked, setAsked] = useState(false)
  const [sure, setSure] = useState(false)
  const doing = useDoing()
  const chosen = people.filter(({ hash }) => ticked.includes(hash))
  const sign = () =>
    doing.run(async () => {
      const [{ managingOf }, { namePeople }] = await Promise.all([
        officeActions().office(),
        officeActions().managing(),
      ])
      await namePeople(managingOf(heldDesk()), office, chosen)
      onDone([say("naming-done"), say("naming-done-next")])
    })
  if (sure && chosen.length > 0) {
    const says = [
      ...chosen.map(lineOf),
      say("naming-means"),
      say("signing-list", { number: office.directory.body.epoch + 1 }),
    ]
    return <Signing says={says} doing={doing} onSign={sign} onBack={() => setSure(false)} again={again} />
  }
  const look = () => {
    setAsked(true)
    if (chosen.length > 0) setSure(true)
  }
  return (
    <Form class="stack decide-panel" onSend={look} label={say("naming-title")}>
      <p>{say("naming-ask")}</p>
      {people.some(({ replaces }) => replaces) && <Notice tone="care" title={say("naming-changed")} />}
      {asked && chosen.length === 0 && <p class="field-problem">{say("naming-missing")}</p>}
      {people.map((one) => (
        <Tick
          key={one.hash}
          label={lineOf(one)}
          ticked={ticked.includes(one.hash)}
          onTick={(on) => setTicked(on ? [...ticked, one.hash] : ticked.filter((hash) => hash !== one.hash))}
        />
      ))}
      <div class="row">
        <Button ends>{say("signing-look-first")}</Button>
      </div>
    </Form>
  )
}
