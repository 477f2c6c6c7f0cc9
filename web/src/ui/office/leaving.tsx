// SPDX-License-Identifier: EUPL-1.2
/** Somebody leaves: retired from now on, or revoked altogether; what follows is said before anything is signed. */
import { useState } from "preact/hooks"
import type { Office } from "../../relay/managing.ts"
import { Opening } from "../board/section.tsx"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Choice } from "../elements/choice/choice.tsx"
import { Form } from "../elements/form/form.tsx"
import { say } from "../language.ts"
import { shortId } from "../short-id.ts"
import { officeActions } from "./actions.ts"
import { heldDesk } from "./held.ts"
import { Signing } from "./signing.tsx"
import type { Listed } from "./staff.tsx"

type How = "retire" | "revoke"

export type LeavingProperties = {
  readonly who: Listed
  readonly office: Office
  readonly again: () => void
  readonly onDone: (words: readonly string[]) => void
}

/** Cases of this mediator, and those that would have too few without them. */
function casesOf({ policies }: Office, keyId: string) {
  const theirs = [...policies].filter(([, { body }]) => body.mediators.includes(keyId))
  const short = theirs.filter(([, { body }]) => body.mediators.length - 1 < body.quorum)
  const shared = theirs.filter(([, { body }]) => body.mediators.length > 1)
  return { shared: shared.map(([id]) => id), short: short.map(([id]) => id) }
}

function list(cases: readonly string[]): string {
  return cases.map(shortId).join(", ")
}

function saysOf({ role, keyId }: Listed, how: How, office: Office): readonly string[] {
  const person = shortId(keyId)
  const number = office.directory.body.epoch + 1
  if (role === "interpreter") {
    return [
      say(`leaving-interpreter-${how}-signs`, { person }),
      say("leaving-interpreter-grants"),
      say(`leaving-interpreter-${how}-counts`),
      say("leaving-remembers"),
      say("signing-list", { number }),
    ]
  }
  const { shared, short } = casesOf(office, keyId)
  return [
    say(`leaving-${how}-signs`, { person }),
    say(`leaving-${how}-counts`),
    ...(shared.length === 0 ? [] : [say("leaving-cases", { cases: list(shared) })]),
    ...(short.length === 0 ? [] : [say("leaving-short", { cases: list(short) })]),
    say("leaving-remembers"),
    say("signing-list", { number }),
  ]
}

async function leave(office: Office, { role, keyId }: Listed, how: How): Promise<readonly string[]> {
  const [{ managingOf }, managing] = await Promise.all([officeActions().office(), officeActions().managing()])
  const at = managingOf(heldDesk())
  const done = say(`leaving-done-${how}`, { person: `${say(`staff-${role}`)} ${shortId(keyId)}` })
  if (role === "interpreter") {
    const end = how === "retire" ? managing.retireInterpreter : managing.revokeInterpreter
    await end(at, office, keyId)
    return [done]
  }
  const act = how === "retire" ? managing.retireMediator : managing.revokeMediator
  const { stuck } = await act(at, office, keyId)
  return stuck.length === 0 ? [done] : [done, say("leaving-short", { cases: list(stuck) })]
}

/** Whoever retired can still be revoked: that a key was misused may come out later. */
function waysOf({ role, status }: Listed) {
  const retire = role === "interpreter" ? "leaving-interpreter-retire-hint" : "leaving-retire-hint"
  const revoke = role === "interpreter" ? "leaving-interpreter-revoke-hint" : "leaving-revoke-hint"
  const revoking = { value: "revoke" as const, label: say("leaving-revoke"), hint: say(revoke) }
  if (status !== "active") return [revoking]
  return [{ value: "retire" as const, label: say("leaving-retire"), hint: say(retire) }, revoking]
}

function openingOf({ status }: Listed) {
  return status === "active" ? "leaving-open" : "leaving-open-retired"
}

export function Leaving(at: LeavingProperties) {
  const [open, setOpen] = useState(false)
  return (
    <Opening open={open} add={say(openingOf(at.who))} onOpen={setOpen} quiet>
      {open && (
        <LeavingForm
          {...at}
          onCancel={() => setOpen(false)}
          onDone={(words) => {
            setOpen(false)
            at.onDone(words)
          }}
        />
      )}
    </Opening>
  )
}

function LeavingForm({ who, office, again, onDone, onCancel }: LeavingProperties & { onCancel: () => void }) {
  const [how, setHow] = useState<How | null>(null)
  const [asked, setAsked] = useState(false)
  const [sure, setSure] = useState(false)
  const doing = useDoing()
  if (sure && how !== null) {
    const sign = () => doing.run(async () => onDone(await leave(office, who, how)))
    return (
      <Signing says={saysOf(who, how, office)} doing={doing} onSign={sign} onBack={onCancel} again={again} />
    )
  }
  const look = () => {
    setAsked(true)
    if (how !== null) setSure(true)
  }
  return (
    <Form onSend={look} label={say(openingOf(who))}>
      <Choice<How>
        question={say("leaving-how")}
        value={how}
        onChoose={setHow}
        problem={asked && how === null ? say("leaving-missing") : undefined}
        options={waysOf(who)}
      />
      <div class="row">
        <Button ends>{say("signing-look-first")}</Button>
        <Button kind="quiet" onPress={onCancel}>
          {say("cancel")}
        </Button>
      </div>
    </Form>
  )
}
