// SPDX-License-Identifier: EUPL-1.2
/** Letting somebody in: the number compared by voice, and for a mediator a second key file beside the first. */
import { useState } from "preact/hooks"
import type { Newcomer } from "../../relay/admitting.ts"
import type { Office } from "../../relay/managing.ts"
import type { SecondKey } from "../../relay/office.ts"
import { Remember } from "../desk/remember.tsx"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Choice, Tick } from "../elements/choice/choice.tsx"
import { Form } from "../elements/form/form.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { SafetyNumber } from "../elements/words/words.tsx"
import { language, say, writtenDay } from "../language.ts"
import { shortId } from "../short-id.ts"
import { officeActions } from "./actions.ts"
import { heldDesk } from "./held.ts"
import { givenOf, KeyFileFields, type KeyFileTyped, NOTHING_TYPED } from "./key-file.tsx"
import { type Saved, SavedFirst } from "./saved.tsx"
import { Signing } from "./signing.tsx"

export type LettingInProperties = {
  readonly newcomer: Newcomer
  readonly office: Office
  readonly again: () => void
  readonly onDone: (words: readonly string[]) => void
}

export function LettingIn(at: LettingInProperties) {
  const { newcomer, again } = at
  if (newcomer.proof === "open") {
    return <p>{say("waiting-open", { day: writtenDay(newcomer.expiresAt) })}</p>
  }
  if (newcomer.proof === "wrong") return <Notice tone="trouble" title={say("waiting-wrong")} />
  if (newcomer.proof === "no-secret") return <Remember again={again} />
  return <Comparing {...at} />
}

/** True where the directory does not list them yet and two keys have to sign. */
function needsSecond({ role, listed }: Newcomer): boolean {
  return role === "mediator" && !listed
}

async function secondOf(newcomer: Newcomer, typed: KeyFileTyped): Promise<SecondKey | null> {
  if (!needsSecond(newcomer)) return null
  const given = await givenOf(typed)
  if (given === null) return null
  return (await officeActions().office()).openSecond(heldDesk(), given)
}

/** Where the second one signs. */
type Where = "here" | "elsewhere"

function saysOf({ role, keyId, listed }: Newcomer, { directory }: Office, where: Where): readonly string[] {
  const person = shortId(keyId ?? "")
  if (where === "elsewhere" && !listed) return [say("first-signs", { person }), say("first-means")]
  if (listed) return [say("letting-answers", { person: `${say(`staff-${role}`)} ${person}` })]
  return [
    say(`letting-signs-${role}`, { person }),
    say(`letting-means-${role}`),
    say("signing-list", { number: directory.body.epoch + 1 }),
  ]
}

async function signFirst(office: Office, { lookup, keyId }: Newcomer): Promise<Saved> {
  const [admitting, vouching] = await Promise.all([officeActions().admitting(), officeActions().vouching()])
  const { content, keys } = await admitting.signFirst(heldDesk(), office, lookup)
  const words = await vouching.mediatorWords(office.root.body.programme, keys, language.value)
  return { content, words, name: `mediator-${shortId(keyId ?? "")}.json` }
}

function Comparing({ newcomer, office, again, onDone }: LettingInProperties) {
  const [compared, setCompared] = useState(false)
  const [where, setWhere] = useState<Where>("here")
  const [saved, setSaved] = useState<Saved | null>(null)
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const [asked, setAsked] = useState(false)
  const [sure, setSure] = useState(false)
  const doing = useDoing()
  const two = needsSecond(newcomer)
  const look = () => {
    setAsked(true)
    const complete = !two || where === "elsewhere" || (typed.file !== null && typed.words.trim() !== "")
    if (compared && complete) setSure(true)
  }
  const sign = () =>
    doing.run(async () => {
      if (two && where === "elsewhere") {
        setSaved(await signFirst(office, newcomer))
        setSure(false)
        return
      }
      const second = await secondOf(newcomer, typed)
      try {
        await (await officeActions().admitting()).letIn(heldDesk(), office, {
          lookup: newcomer.lookup,
          second,
        })
      } finally {
        second?.forget()
      }
      const person = `${say(`staff-${newcomer.role}`)} ${shortId(newcomer.keyId ?? "")}`
      onDone([say("letting-done", { person }), say("letting-done-next")])
    })
  const back = () => {
    doing.clear()
    setSure(false)
  }
  return (
    <>
      {sure && (
        <Signing
          says={saysOf(newcomer, office, where)}
          doing={doing}
          onSign={sign}
          onBack={back}
          again={again}
        />
      )}
      {saved && !newcomer.listed && <SavedFirst {...saved} />}
      <div hidden={sure}>
        <Form onSend={look} label={say("letting-title")}>
          <p>{say("letting-compare")}</p>
          {newcomer.safetyNumber !== null && <SafetyNumber number={newcomer.safetyNumber} />}
          <div>
            {asked && !compared && <p class="field-problem">{say("letting-compared-missing")}</p>}
            <Tick label={say("letting-compared")} ticked={compared} onTick={setCompared} />
          </div>
          {two && (
            <>
              <Choice<Where>
                question={say("letting-two")}
                value={where}
                onChoose={setWhere}
                options={[
                  { value: "here", label: say("letting-here"), hint: say("letting-two-text") },
                  {
                    value: "elsewhere",
                    label: say("letting-elsewhere"),
                    hint: say("letting-elsewhere-text"),
                  },
                ]}
              />
              {where === "here" && (
                <KeyFileFields
                  typed={typed}
                  onType={setTyped}
                  asked={asked}
                  label={say("letting-second-file")}
                  hint={say("letting-second-hint")}
                />
              )}
            </>
          )}
          <div class="row">
            <Button kind="main" ends>
              {say("signing-look-first")}
            </Button>
          </div>
        </Form>
      </div>
    </>
  )
}
