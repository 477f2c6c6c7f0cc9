// SPDX-License-Identifier: EUPL-1.2
/** Writing down what somebody told: their words, read back to them, and sent for their yes. */
import { useState } from "preact/hooks"
import type { ToMake } from "../../../relay/making.ts"
import type { MemberKey } from "../../../relay/trust.ts"
import { Button } from "../../elements/button/button.tsx"
import { Choice, type Option } from "../../elements/choice/choice.tsx"
import { Field } from "../../elements/field/field.tsx"
import { Form } from "../../elements/form/form.tsx"
import { language, say } from "../../language.ts"
import { LookOver } from "../../made/look-over.tsx"
import { useSending } from "../../made/sending.ts"
import { WrittenIn } from "../../made/written-in.tsx"
import { Page } from "../../page.tsx"
import { go } from "../../place.ts"
import { signedIn } from "../../session.ts"
import { shortId } from "../../short-id.ts"
import { sideWords } from "../naming.ts"
import { mayTell, TellingShut } from "../telling.tsx"
import { Sent } from "./sent.tsx"
import "../desk.css"

type Typed = {
  readonly author: string | null
  readonly addressee: string | null
  readonly text: string
  readonly language: string
  readonly contentNote: string
}

/** Who of the case has keys: words can be sealed for them, and they can say yes. */
function enrolled(caseId: string): readonly MemberKey[] {
  return signedIn()
    .trust.members(caseId)
    .filter((member) => member.role === "participant" && member.enrolled)
}

function optionsOf(people: readonly MemberKey[]): readonly Option<string>[] {
  return people.map(({ person, side }) => ({
    value: person,
    label: `${sideWords(side)}, ${shortId(person)}`,
  }))
}

/** The only other person there is; null where a mediator has to choose. */
function onlyOther(people: readonly MemberKey[], author: string): string | null {
  const others = people.filter(({ person }) => person !== author)
  return others.length === 1 ? (others[0]?.person ?? null) : null
}

/** All that is needed; null while something is missing. */
function toldIn(caseId: string, typed: Typed): ToMake | null {
  const { author, addressee, text } = typed
  if (author === null || addressee === null || author === addressee || text.trim() === "") return null
  return { ...typed, case: caseId, kind: "relayed", author, addressee }
}

export function Tell({ caseId }: { readonly caseId: string }) {
  const [typed, setTyped] = useState<Typed>({
    ...{ author: null, addressee: null, text: "", language: language.value, contentNote: "" },
  })
  const [looking, setLooking] = useState<ToMake | null>(null)
  const sending = useSending()
  if (sending.sent !== null) return <Sent key="sent" text={say("making-sent-for-yes")} caseId={caseId} />
  if (looking !== null) {
    return (
      <Page key="look" title={say("tell-read-back")}>
        <p class="lead">{say("tell-read-back-text")}</p>
        <LookOver
          toMake={looking}
          sending={sending}
          label={say("tell-words")}
          about={say("making-yes-about")}
          go={say("making-send-for-yes")}
          onBack={() => setLooking(null)}
        />
      </Page>
    )
  }
  // What was typed already stays, whatever the rules became meanwhile.
  const shut = typed.text === "" && !mayTell(caseId)
  return (
    <Page key="write" title={say("tell-title")}>
      {shut ? (
        <TellingShut />
      ) : (
        <>
          <p class="lead">{say("tell-lead")}</p>
          <TellForm caseId={caseId} typed={typed} onType={setTyped} onLook={setLooking} />
        </>
      )}
      <div class="row">
        <Button kind="quiet" onPress={() => go({ at: "history", case: caseId, from: null })}>
          {say("making-leave")}
        </Button>
      </div>
    </Page>
  )
}

type TellFormProperties = {
  readonly caseId: string
  readonly typed: Typed
  readonly onType: (typed: Typed) => void
  readonly onLook: (toMake: ToMake) => void
}

function TellForm({ caseId, typed, onType, onLook }: TellFormProperties) {
  const [asked, setAsked] = useState(false)
  const people = enrolled(caseId)
  const change = (part: Partial<Typed>) => onType({ ...typed, ...part })
  const proceed = () => {
    setAsked(true)
    const told = toldIn(caseId, typed)
    if (told !== null) onLook(told)
  }
  const mustChoose = typed.author !== null && onlyOther(people, typed.author) === null
  return (
    <Form onSend={proceed} label={say("tell-title")}>
      <Choice<string>
        question={say("tell-author")}
        value={typed.author}
        options={optionsOf(people)}
        onChoose={(author) => change({ author, addressee: onlyOther(people, author) })}
        problem={asked && typed.author === null ? say("tell-author-missing") : undefined}
      />
      {mustChoose && (
        <Choice<string>
          question={say("tell-addressee")}
          value={typed.addressee}
          options={optionsOf(people.filter(({ person }) => person !== typed.author))}
          onChoose={(addressee) => change({ addressee })}
          problem={asked && typed.addressee === null ? say("tell-addressee-missing") : undefined}
        />
      )}
      <Field
        label={say("tell-label")}
        hint={say("tell-hint")}
        problem={asked && typed.text.trim() === "" ? say("making-empty") : undefined}
        lines={12}
        value={typed.text}
        onWrite={(text) => change({ text })}
      />
      <WrittenIn value={typed.language} onChoose={(chosen) => change({ language: chosen })} />
      <Field
        label={say("making-note")}
        hint={say("making-note-hint")}
        lines={2}
        value={typed.contentNote}
        onWrite={(contentNote) => change({ contentNote })}
      />
      <div class="row">
        <Button kind="main" ends>
          {say("tell-look")}
        </Button>
      </div>
    </Form>
  )
}
