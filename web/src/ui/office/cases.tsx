// SPDX-License-Identifier: EUPL-1.2
/** The programme's cases: people who wait to be named, each case's rules, and a new case. */
import { useState } from "preact/hooks"
import type { VerifiedPolicy } from "../../protocol/policy.ts"
import type { Office } from "../../relay/managing.ts"
import { Opening } from "../board/section.tsx"
import { useLoaded } from "../doing.ts"
import { Facts } from "../elements/facts/facts.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { Page } from "../page.tsx"
import { shortId } from "../short-id.ts"
import { officeActions } from "./actions.ts"
import { CaseForm } from "./case-form.tsx"
import { Done } from "./done.tsx"
import { useFresh } from "./fresh.ts"
import { heldDesk, useOffice } from "./held.ts"
import { NewCase } from "./new-case.tsx"
import { mediatorsIn } from "./passing-on.tsx"
import { WaitingPeople } from "./waiting-people.tsx"

/** What every part of the page works on. */
export type AtCases = {
  readonly office: Office
  /** The retention classes of this relay. */
  readonly classes: readonly string[]
  readonly again: () => void
  readonly onDone: (words: readonly string[]) => void
}

const HOUR_SECONDS = 3_600

/** In words; a case without any is closed. */
function channelsOf(channels: VerifiedPolicy["body"]["channels"]): string {
  if (channels.length === 0) return say("case-closed")
  return channels.map((channel) => say(`case-channel-${channel}`)).join(", ")
}

function CaseCard({ policy, ...at }: AtCases & { readonly policy: VerifiedPolicy }) {
  const [open, setOpen] = useState(false)
  const { body } = policy
  const mediators = mediatorsIn(at.office, body.case)
  const short = mediators === "" || mediators.split(", ").length < body.quorum
  return (
    <li class="card">
      <h3>{say("queue-case", { case: shortId(body.case) })}</h3>
      {short && <Notice tone="care" title={say("case-short")} />}
      <Facts
        facts={[
          { name: say("case-mediators"), value: mediators === "" ? say("case-nobody") : mediators },
          { name: say("case-quorum"), value: say("case-quorum-now", { number: body.quorum }) },
          {
            name: say("case-cooling"),
            value: say("case-hours", { hours: body.cooling_seconds / HOUR_SECONDS }),
          },
          {
            name: say("case-channels"),
            value: channelsOf(body.channels),
          },
          { name: say("case-retention"), value: body.retention },
          { name: say("case-version"), value: String(body.version) },
        ]}
      />
      <Opening
        open={open}
        add={say(body.channels.length === 0 ? "case-reopen" : "case-change")}
        onOpen={setOpen}
      >
        {open && (
          <CaseForm
            {...at}
            before={body}
            onCancel={() => setOpen(false)}
            onDone={(words) => {
              setOpen(false)
              at.onDone(words)
            }}
          />
        )}
      </Opening>
    </li>
  )
}

function CaseList(at: AtCases) {
  const all = [...at.office.policies.values()]
  return (
    <section class="stack" aria-labelledby="case-list">
      <h2 id="case-list">{say("cases-list")}</h2>
      {all.length === 0 && <p class="soft">{say("cases-none")}</p>}
      <ul class="cards">
        {all.map((policy) => (
          <CaseCard key={policy.body.case} {...at} policy={policy} />
        ))}
      </ul>
    </section>
  )
}

export function Cases() {
  const office = useOffice()
  const classes = useLoaded(async () => (await officeActions().opening()).retentionClasses(heldDesk()))
  useFresh(office.again)
  const [done, setDone] = useState<readonly string[]>([])
  const onDone = (words: readonly string[]) => {
    setDone(words)
    office.again()
  }
  const [now, known] = [office.value, classes.value]
  const at = now && known && { office: now, classes: known, again: office.again, onDone }
  return (
    <Page title={say("cases-title")} wide>
      <p class="soft">{say("cases-lead")}</p>
      <Done words={done} />
      <Trouble code={office.trouble ?? classes.trouble} again={office.again} />
      {!at && office.trouble === null && <p role="status">{say("loading")}</p>}
      {at && (
        <>
          <WaitingPeople {...at} />
          <CaseList {...at} />
          <NewCase {...at} />
        </>
      )}
    </Page>
  )
}
