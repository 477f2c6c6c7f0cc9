// SPDX-License-Identifier: EUPL-1.2
/** Mediators and interpreters: codes to hand out, letting in by signature, and who leaves. */
import { useState } from "preact/hooks"
import type { Newcomer, StaffTicket } from "../../relay/admitting.ts"
import type { Office } from "../../relay/managing.ts"
import { useDoing, useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Choice } from "../elements/choice/choice.tsx"
import { Form } from "../elements/form/form.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Qr } from "../elements/qr/qr.tsx"
import { Tag } from "../elements/state/state.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { Groups } from "../elements/words/words.tsx"
import { say, writtenDay } from "../language.ts"
import { Page } from "../page.tsx"
import { shortId } from "../short-id.ts"
import { officeActions } from "./actions.ts"
import { Done } from "./done.tsx"
import { useFresh } from "./fresh.ts"
import { heldDesk, useOffice } from "./held.ts"
import { Leaving } from "./leaving.tsx"
import { LettingIn } from "./letting-in.tsx"
import { SecondSignature } from "./second.tsx"

type Role = StaffTicket["role"]

function NewCode({ onMade }: { readonly onMade: () => void }) {
  const [role, setRole] = useState<Role | null>(null)
  const [asked, setAsked] = useState(false)
  const [made, setMade] = useState<StaffTicket | null>(null)
  const doing = useDoing()
  const make = () => {
    setAsked(true)
    if (role === null) return
    doing.run(async () => {
      setMade(await (await officeActions().admitting()).makeStaffTicket(heldDesk(), role))
      onMade()
    })
  }
  if (made !== null) return <CodeSheet made={made} onClose={() => setMade(null)} />
  return (
    <Form class="stack decide-panel" onSend={make} label={say("staff-code-title")}>
      <h2>{say("staff-code-title")}</h2>
      <Choice<Role>
        question={say("staff-code-who")}
        value={role}
        onChoose={setRole}
        problem={asked && role === null ? say("staff-code-missing") : undefined}
        options={[
          { value: "mediator", label: say("staff-mediator"), hint: say("staff-mediator-hint") },
          { value: "interpreter", label: say("staff-interpreter"), hint: say("staff-interpreter-hint") },
        ]}
      />
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button ends busy={doing.busy}>
          {say("people-make")}
        </Button>
      </div>
    </Form>
  )
}

function CodeSheet({ made, onClose }: { readonly made: StaffTicket; readonly onClose: () => void }) {
  return (
    <section class="stack" aria-label={say("staff-code-title")}>
      <Notice tone="done" live="polite" title={say(`staff-code-${made.role}`)}>
        <p>{say("ticket-once", { day: writtenDay(made.expiresAt) })}</p>
        <p>{say("staff-code-by-hand")}</p>
        <p>{say(made.kept ? "ticket-kept" : "ticket-not-kept")}</p>
      </Notice>
      <div class="ticket stack">
        <Groups code={made.typed} label={say("ticket-code")} />
        <Qr text={made.link} label={say("ticket-qr")} />
        <p>
          {say("ticket-sheet-address")}
          <br />
          <span class="fingerprint">{new URL(made.link).origin}</span>
        </p>
      </div>
      <div class="row no-print">
        <Button onPress={() => globalThis.print()}>{say("ticket-print")}</Button>
        <Button kind="quiet" onPress={onClose}>
          {say("close")}
        </Button>
      </div>
    </section>
  )
}

/** Somebody in the directory. */
export type Listed = { readonly keyId: string; readonly role: Role; readonly status: string }

function listedIn({ directory: { mediators, interpreters } }: Office): readonly Listed[] {
  const as =
    (role: Role) =>
    ([keyId, entry]: readonly [string, { readonly status: string }]) => ({
      keyId,
      role,
      status: entry.status,
    })
  const all = [...[...mediators].map(as("mediator")), ...[...interpreters].map(as("interpreter"))]
  return [
    ...all.filter(({ status }) => status === "active"),
    ...all.filter(({ status }) => status !== "active"),
  ]
}

type StandingProperties = {
  readonly office: Office
  readonly again: () => void
  readonly onDone: (words: readonly string[]) => void
}

function StaffList(at: StandingProperties) {
  return (
    <section class="stack" aria-labelledby="staff-list">
      <h2 id="staff-list">{say("staff-list")}</h2>
      <ul class="cards">
        {listedIn(at.office).map((one) => (
          <li key={one.keyId} class="card">
            <div class="card-head">
              <h3>
                {say(`staff-${one.role}`)} <span class="soft">{shortId(one.keyId)}</span>
              </h3>
              <Tag words={say(`staff-status-${one.status as "active" | "retired" | "revoked"}`)} />
            </div>
            {one.status !== "revoked" && <Leaving {...at} who={one} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

type WaitingProperties = StandingProperties & { readonly newcomers: readonly Newcomer[] }

function WaitingPart({ newcomers, ...at }: WaitingProperties) {
  return (
    <section class="stack" aria-labelledby="staff-waiting">
      <h2 id="staff-waiting">{say("staff-waiting")}</h2>
      {newcomers.length === 0 && <p class="soft">{say("waiting-none")}</p>}
      <ul class="cards">
        {newcomers.map((one) => (
          <li key={one.lookup} class="card">
            <h3>
              {say(`staff-${one.role}`)}{" "}
              {one.keyId !== null && <span class="soft">{shortId(one.keyId)}</span>}
            </h3>
            <LettingIn {...at} newcomer={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Staff() {
  const office = useOffice()
  const now = office.value
  const waiting = useLoaded(
    async () => (now === null ? [] : (await officeActions().admitting()).newcomers(heldDesk(), now)),
    now?.directory.hash ?? "",
  )
  const [done, setDone] = useState<readonly string[]>([])
  const again = () => {
    office.again()
    waiting.again()
  }
  useFresh(again)
  const at = (standing: Office) => ({
    office: standing,
    again,
    onDone: (words: readonly string[]) => {
      setDone(words)
      again()
    },
  })
  return (
    <Page title={say("staff-title")} wide>
      <p class="soft">{say("staff-lead")}</p>
      <Done words={done} />
      <Trouble code={office.trouble ?? waiting.trouble} again={again} />
      {now === null && office.trouble === null && <p role="status">{say("loading")}</p>}
      {now && <WaitingPart {...at(now)} newcomers={waiting.value ?? []} />}
      <NewCode onMade={waiting.again} />
      {now && <SecondSignature {...at(now)} />}
      {now && <StaffList {...at(now)} />}
    </Page>
  )
}
