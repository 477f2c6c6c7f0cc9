// SPDX-License-Identifier: EUPL-1.2
/** Making a code for somebody: on which side of the case, and whether they are new or set up anew. */
import { useState } from "preact/hooks"
import type { MemberKey } from "../../relay/trust.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Choice, type Option } from "../elements/choice/choice.tsx"
import { Form } from "../elements/form/form.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { signedIn } from "../session.ts"
import { deskActions } from "./actions.ts"
import { type SideName, sideWords, whoWords } from "./naming.ts"
import type { Made } from "./people.tsx"

const NEW = "new"

type Typed = { readonly side: SideName | null; readonly who: string }

/** People of the case on this side whom the policy already names. */
function known(members: readonly MemberKey[], side: SideName | null): readonly MemberKey[] {
  return members.filter((member) => member.role === "participant" && member.side === side)
}

function whoOptions(people: readonly MemberKey[]): readonly Option<string>[] {
  return [
    ...people.map(({ person, enrolled }) => ({
      value: person,
      label: enrolled ? say("people-make-again", { person: whoWords(person) }) : whoWords(person),
    })),
    { value: NEW, label: say("people-make-new") },
  ]
}

export type MakeCodeProperties = {
  readonly caseId: string
  readonly members: readonly MemberKey[]
  readonly onMade: (made: Made) => void
}

export function MakeCode({ caseId, members, onMade }: MakeCodeProperties) {
  const [typed, setTyped] = useState<Typed>({ side: null, who: NEW })
  const [asked, setAsked] = useState(false)
  const doing = useDoing()
  const people = known(members, typed.side)
  const chooseSide = (side: SideName) => {
    const first = known(members, side).find((member) => !member.enrolled)
    setTyped({ side, who: first?.person ?? NEW })
  }
  const send = () => {
    setAsked(true)
    const { side, who } = typed
    if (side === null) return
    doing.run(async () => {
      const { makeTicket } = await deskActions().people()
      const ticket = await makeTicket(signedIn(), { case: caseId, side, person: who === NEW ? null : who })
      onMade({ ticket, side })
    })
  }
  return (
    <Form class="stack decide-panel" onSend={send} label={say("people-make")}>
      <h3>{say("people-make")}</h3>
      <Choice<SideName>
        question={say("people-make-side")}
        value={typed.side}
        onChoose={chooseSide}
        problem={asked && typed.side === null ? say("people-make-missing") : undefined}
        options={[
          { value: "harmed", label: sideWords("harmed") },
          { value: "responsible", label: sideWords("responsible") },
        ]}
      />
      {people.length > 0 && (
        <Choice<string>
          question={say("people-make-who")}
          value={typed.who}
          onChoose={(who) => setTyped({ ...typed, who })}
          options={whoOptions(people)}
        />
      )}
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button ends busy={doing.busy}>
          {say("people-make")}
        </Button>
      </div>
    </Form>
  )
}
