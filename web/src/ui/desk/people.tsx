// SPDX-License-Identifier: EUPL-1.2
/** The people of a mediator's cases: codes to hand out, enrolments to confirm, numbers to compare. */
import { useState } from "preact/hooks"
import type { NewTicket, WaitingEnrolment } from "../../relay/people.ts"
import type { MemberKey } from "../../relay/trust.ts"
import { useDoing, useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Tag } from "../elements/state/state.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { SafetyNumber } from "../elements/words/words.tsx"
import { say } from "../language.ts"
import { useLive } from "../live.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { caseIds, settle, signedIn, standing } from "../session.ts"
import { shortId } from "../short-id.ts"
import { deskActions } from "./actions.ts"
import { MakeCode } from "./make-code.tsx"
import { sideWords } from "./naming.ts"
import { TicketSheet } from "./ticket.tsx"
import { WaitingList } from "./waiting-list.tsx"
import "./desk.css"

export type Made = { readonly ticket: NewTicket; readonly side: "harmed" | "responsible" }

function memberWords(member: MemberKey): string {
  return member.role === "mediator" ? say("side-mediator") : sideWords(member.side)
}

function Compare({ person }: { readonly person: string }) {
  const [number, setNumber] = useState<string | null>(null)
  const doing = useDoing()
  const show = () =>
    doing.run(async () => setNumber(await (await deskActions().trust()).safetyNumberWith(signedIn(), person)))
  if (number !== null) return <SafetyNumber number={number} />
  return (
    <div class="row">
      <Button kind="quiet" busy={doing.busy} onPress={show}>
        {say("people-safety")}
      </Button>
      <Trouble code={doing.trouble} />
    </div>
  )
}

function Member({ member }: { readonly member: MemberKey }) {
  const me = member.person === signedIn().person
  return (
    <li class="card">
      <div class="card-head">
        <h3>
          {memberWords(member)} <span class="soft">{shortId(member.person)}</span>
        </h3>
        <Tag words={say(member.enrolled ? "people-member-enrolled" : "people-member-not")} />
      </div>
      {member.enrolled && !me && <Compare person={member.person} />}
    </li>
  )
}

type CaseProperties = {
  readonly caseId: string
  readonly waiting: readonly WaitingEnrolment[]
  readonly again: () => void
}

function CasePart({ caseId, waiting, again }: CaseProperties) {
  const [made, setMade] = useState<Made | null>(null)
  const members = signedIn().trust.members(caseId)
  return (
    <section class="stack part ticket-place" aria-labelledby={`case-${caseId}`}>
      <h2 id={`case-${caseId}`}>{say("people-case", { case: shortId(caseId) })}</h2>
      {standing.value?.paused.includes(caseId) && <Notice tone="care" title={say("people-paused")} />}
      <ul class="cards" aria-label={say("people-members")}>
        {members.map((member) => (
          <Member key={member.person} member={member} />
        ))}
      </ul>
      {made === null ? (
        <MakeCode
          caseId={caseId}
          members={members}
          onMade={(fresh) => {
            setMade(fresh)
            again()
          }}
        />
      ) : (
        <TicketSheet made={made} onClose={() => setMade(null)} />
      )}
      <WaitingList waiting={waiting} again={again} />
      <div class="row">
        <Button kind="quiet" onPress={() => go({ at: "handover", case: caseId })}>
          {say("people-handover")}
        </Button>
      </div>
    </section>
  )
}

export function People() {
  const waiting = useLoaded(async () => (await deskActions().people()).listEnrolments(signedIn()))
  // Who belongs to a case, and who takes a pause, changes with what the manager and the people sign.
  useLive(() => void settle(signedIn()).then(waiting.again, waiting.again))
  return (
    <Page title={say("people-title")} wide>
      <p class="soft">{say("people-lead")}</p>
      <Trouble code={waiting.trouble} again={waiting.again} />
      {caseIds().map((caseId) => (
        <CasePart
          key={caseId}
          caseId={caseId}
          waiting={(waiting.value ?? []).filter((one) => one.case === caseId && one.next !== "done")}
          again={waiting.again}
        />
      ))}
    </Page>
  )
}
