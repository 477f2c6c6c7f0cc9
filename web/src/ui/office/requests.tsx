// SPDX-License-Identifier: EUPL-1.2
/** Requests to take part: what waits, the longest waiting first, opened in this browser alone. */
import { useState } from "preact/hooks"
import { RelayError } from "../../errors.ts"
import type { IntakeStateName } from "../../protocol/wire_office.ts"
import type { Request, RequestPage } from "../../relay/inbox.ts"
import { useDoing, useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Select } from "../elements/select/select.tsx"
import { Tag } from "../elements/state/state.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDay } from "../language.ts"
import { Page } from "../page.tsx"
import { officeActions } from "./actions.ts"
import { useFresh } from "./fresh.ts"
import { heldDesk } from "./held.ts"
import { nameOf } from "./name-of.ts"
import { RequestPageOf } from "./request.tsx"

const STATES: readonly IntakeStateName[] = ["new", "screening", "assigned", "closed"]

/** Fetch `count` pages, or as many as there are. */
async function requestsIn(state: IntakeStateName, count: number): Promise<RequestPage> {
  const { inboxPage } = await officeActions().inbox()
  let all = await inboxPage(heldDesk(), state)
  for (let page = 1; page < count && all.next !== null; page++) {
    const more = await inboxPage(heldDesk(), state, all.next)
    all = { requests: [...all.requests, ...more.requests], next: more.next }
  }
  return all
}

/** Find one request again, wherever another manager has moved it. Throws `not-found`. */
async function found(id: string): Promise<Request> {
  const { inboxPage } = await officeActions().inbox()
  for (const state of STATES) {
    let after: string | null | undefined
    while (after !== null) {
      const page: RequestPage = await inboxPage(heldDesk(), state, after)
      const request = page.requests.find((one) => one.id === id)
      if (request !== undefined) return request
      after = page.next
    }
  }
  throw new RelayError("not-found", "no such request")
}

function Card({ request, onOpen }: { readonly request: Request; readonly onOpen: () => void }) {
  const { asking, trouble, at, receipt } = request
  return (
    <li class="card">
      <div class="card-head">
        <h2 class="card-title" translate={false}>
          {nameOf(request)}
        </h2>
        <Tag words={say(`request-state-${request.state}`)} />
      </div>
      <p class="soft">{say("request-since", { day: writtenDay(at), receipt })}</p>
      {asking && <p>{say(`request-who-${asking.who}`)}</p>}
      {trouble && <p>{say("request-closed")}</p>}
      <div class="row">
        <Button onPress={onOpen}>
          {say("request-open")} <span class="unseen">{receipt}</span>
        </Button>
      </div>
    </li>
  )
}

export function Requests() {
  const [state, setState] = useState<IntakeStateName>("new")
  const [count, setCount] = useState(1)
  const [chosen, setChosen] = useState<Request | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const looking = useDoing()
  const page = useLoaded(() => requestsIn(state, count), `${state} ${count}`)
  useFresh(page.again)
  if (chosen !== null) {
    const back = (words: string | null) => {
      setChosen(null)
      setDone(words)
      page.again()
    }
    const again = () => looking.run(async () => setChosen(await found(chosen.id)))
    return <RequestPageOf request={chosen} onBack={back} again={again} />
  }
  return (
    <Page title={say("requests-title")} wide>
      <p class="soft">{say("requests-lead")}</p>
      {done && <Notice tone="done" live="polite" title={done} />}
      <div class="filters">
        <Select<IntakeStateName>
          label={say("requests-show")}
          value={state}
          onChoose={(next) => {
            setState(next)
            setCount(1)
          }}
          options={STATES.map((value) => ({ value, label: say(`request-state-${value}`) }))}
        />
      </div>
      <Trouble code={page.trouble === "forbidden" ? null : page.trouble} again={page.again} />
      {page.trouble === "forbidden" && <Notice tone="care" title={say("requests-no-key")} />}
      {page.value === null && page.trouble === null && <p role="status">{say("loading")}</p>}
      {page.value?.requests.length === 0 && <p>{say("requests-none")}</p>}
      <ul class="cards">
        {page.value?.requests.map((request) => (
          <Card key={request.id} request={request} onOpen={() => setChosen(request)} />
        ))}
      </ul>
      {page.value?.next && (
        <div class="row">
          <Button onPress={() => setCount(count + 1)}>{say("queue-more")}</Button>
        </div>
      )}
    </Page>
  )
}
