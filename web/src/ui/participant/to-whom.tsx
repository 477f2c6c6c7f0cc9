// SPDX-License-Identifier: EUPL-1.2
/** For whom something is, and in which case: asked where there is more than one, and only there. */
import { useEffect } from "preact/hooks"
import type { DraftContent } from "../../relay/drafts.ts"
import type { Possible } from "../../relay/to_whom.ts"
import { actions } from "../actions.ts"
import { useLoaded } from "../doing.ts"
import { Choice } from "../elements/choice/choice.tsx"
import { say, writtenDate } from "../language.ts"
import { caseIds, signedIn } from "../session.ts"
import { shortId } from "../short-id.ts"

/** For whom, and where; `addressee` is null where nobody had to say. */
export type For = Pick<DraftContent, "case" | "addressee">

export type ToWhomProperties = {
  readonly now: For
  readonly onChoose: (chosen: For) => void
  /** Hear whether it is known for whom it is. */
  readonly onKnown: (known: boolean) => void
  /** Whether somebody went on without an answer. */
  readonly asked: boolean
}

function keyOf({ case: place, person }: Possible): string {
  return `${place} ${person}`
}

export function ToWhom({ now, onChoose, onKnown, asked }: ToWhomProperties) {
  const found = useLoaded(async () => (await actions().toWhom()).possibilities(signedIn(), caseIds()))
  const all = found.value ?? []
  const [only] = all
  const chosen = all.find((one) => one.case === now.case && one.person === now.addressee)
  useEffect(() => {
    // The only one there is stands in whichever case it may be.
    if (all.length === 1 && only && only.case !== now.case) onChoose({ case: only.case, addressee: null })
    onKnown(all.length < 2 || chosen !== undefined)
  }, [found.value, chosen])
  // Who writes without a line goes on writing; what is given is given with one.
  if (all.length < 2) return null
  const many = new Set(all.map((one) => one.case)).size > 1
  const choose = (value: string) => {
    const one = all.find((other) => keyOf(other) === value)
    if (one) onChoose({ case: one.case, addressee: one.person })
  }
  return (
    <div class="stack near">
      <Choice
        question={say("to-whom-question")}
        problem={asked && chosen === undefined ? say("to-whom-missing") : undefined}
        options={all.map((one) => optionOf(one, many))}
        value={chosen === undefined ? null : keyOf(chosen)}
        onChoose={choose}
      />
      <p class="soft">{say("to-whom-help")}</p>
    </div>
  )
}

function optionOf(one: Possible, many: boolean) {
  const names = { person: shortId(one.person), case: shortId(one.case) }
  return {
    value: keyOf(one),
    label: say(many ? "to-whom-one-case" : "to-whom-one", names),
    hint: one.lastDay === null ? say("to-whom-none") : say("to-whom-last", { day: writtenDate(one.lastDay) }),
  }
}
