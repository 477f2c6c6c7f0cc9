// SPDX-License-Identifier: EUPL-1.2
/** Which part of the queue is shown: by where it is, by side, by case. Nothing is counted. */
import type { Side } from "../../../relay/queue_side.ts"
import { Select } from "../../elements/select/select.tsx"
import { say } from "../../language.ts"
import { caseIds } from "../../session.ts"
import { shortId } from "../../short-id.ts"
import { sideWords } from "../naming.ts"
import type { Asked } from "./pages.ts"

/** Choices of where a letter is, each with the states that it asks the server for. */
const PLACES = {
  new: "submitted",
  reading: "in_review",
  held: "held",
  returned: "returned",
  approved: "approved",
  offered: "offered,kept",
  passed: "released,opened",
  declined: "declined",
  over: "withdrawn,expired",
} as const

type PlaceName = keyof typeof PLACES

const SIDES: readonly Side[] = ["harmed", "responsible"]

function placeOf(state: string | null): PlaceName | "all" {
  const names = Object.keys(PLACES) as readonly PlaceName[]
  return names.find((name) => PLACES[name] === state) ?? "all"
}

export type FiltersProperties = { readonly asked: Asked; readonly onAsk: (asked: Asked) => void }

export function Filters({ asked, onAsk }: FiltersProperties) {
  const places = Object.keys(PLACES) as readonly PlaceName[]
  return (
    <form class="filters" aria-label={say("queue-filters")} onSubmit={(event) => event.preventDefault()}>
      <Select
        label={say("queue-by-place")}
        value={placeOf(asked.state)}
        options={[
          { value: "all", label: say("queue-all") },
          ...places.map((value) => ({ value, label: say(`queue-place-${value}`) })),
        ]}
        onChoose={(value) => onAsk({ ...asked, state: value === "all" ? null : PLACES[value] })}
      />
      <Select
        label={say("queue-by-side")}
        value={asked.side ?? "all"}
        options={[
          { value: "all", label: say("queue-all") },
          ...SIDES.map((value) => ({ value, label: sideWords(value) })),
        ]}
        onChoose={(value) => onAsk({ ...asked, side: value === "all" ? null : value })}
      />
      <Select
        label={say("queue-by-case")}
        value={asked.case ?? "all"}
        options={[
          { value: "all", label: say("queue-all") },
          ...caseIds().map((value) => ({ value, label: shortId(value) })),
        ]}
        onChoose={(value) => onAsk({ ...asked, case: value === "all" ? null : value })}
      />
    </form>
  )
}
