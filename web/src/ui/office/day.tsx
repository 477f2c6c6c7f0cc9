// SPDX-License-Identifier: EUPL-1.2
/** The manager's first page: what waits for them, and until when the programme's list counts. Nothing is counted. */
import { useState } from "preact/hooks"
import type { Office } from "../../relay/managing.ts"
import { useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDay } from "../language.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { officeActions } from "./actions.ts"
import { Done } from "./done.tsx"
import { useFresh } from "./fresh.ts"
import { heldDesk, useOffice } from "./held.ts"
import { Renewal } from "./renewal.tsx"

/** What waits, or null where nothing does. */
type Waits = {
  /** Since when the oldest request waits, seconds since 1970. */
  readonly requestSince: number | null
  readonly newcomer: boolean
  readonly person: boolean
}

async function waitsFor(office: Office): Promise<Waits> {
  const desk = heldDesk()
  const [{ inboxPage }, { newcomers }, { peopleWaiting }, { managingOf }] = await Promise.all([
    officeActions().inbox(),
    officeActions().admitting(),
    officeActions().managing(),
    officeActions().office(),
  ])
  const [requests, entering, people] = await Promise.all([
    desk.keys.intake === null ? [] : inboxPage(desk, "new").then((page) => page.requests),
    newcomers(desk, office),
    peopleWaiting(managingOf(desk), office),
  ])
  return {
    requestSince: requests[0]?.at ?? null,
    newcomer: entering.some(({ proof }) => proof !== "open"),
    person: people.length > 0,
  }
}

function WaitsPart({ office }: { readonly office: Office }) {
  const waits = useLoaded(() => waitsFor(office), office.directory.hash)
  useFresh(waits.again)
  const all = waits.value
  const nothing = all?.requestSince === null && !all.newcomer && !all.person
  return (
    <section class="stack" aria-labelledby="office-waits">
      <h2 id="office-waits">{say("office-waits")}</h2>
      <Trouble code={waits.trouble} again={waits.again} />
      {nothing && <p class="soft">{say("office-waits-nothing")}</p>}
      <ul class="cards">
        {all && all.requestSince !== null && (
          <li class="card">
            <p>{say("office-waits-request", { day: writtenDay(all.requestSince) })}</p>
            <Button onPress={() => go({ at: "requests" })}>{say("office-nav-requests")}</Button>
          </li>
        )}
        {all?.newcomer && (
          <li class="card">
            <p>{say("office-waits-newcomer")}</p>
            <Button onPress={() => go({ at: "staff" })}>{say("office-nav-staff")}</Button>
          </li>
        )}
        {all?.person && (
          <li class="card">
            <p>{say("office-waits-person")}</p>
            <Button onPress={() => go({ at: "office-cases" })}>{say("office-nav-cases")}</Button>
          </li>
        )}
      </ul>
    </section>
  )
}

export function Day() {
  const office = useOffice()
  useFresh(office.again)
  const [done, setDone] = useState<readonly string[]>([])
  const onDone = (words: readonly string[]) => {
    setDone(words)
    office.again()
  }
  return (
    <Page title={say("office-title")} wide>
      <p class="lead">{say("office-lead")}</p>
      <Done words={done} />
      <Trouble code={office.trouble} again={office.again} />
      {office.value === null && office.trouble === null && <p role="status">{say("loading")}</p>}
      {office.value && (
        <>
          <WaitsPart office={office.value} />
          <Renewal office={office.value} again={office.again} onDone={onDone} />
        </>
      )}
    </Page>
  )
}
