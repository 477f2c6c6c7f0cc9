// SPDX-License-Identifier: EUPL-1.2
/** What is due, a line each: the day, what it is and for whom, and the way to its case. */
import { clearOf } from "../../protocol/record.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import type { Due } from "../../relay/today.ts"
import { STOP } from "../desk/keys/moving.ts"
import { sideWords } from "../desk/naming.ts"
import { Button } from "../elements/button/button.tsx"
import { say, writtenDate } from "../language.ts"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import { shortId } from "../short-id.ts"
import { Own, Sealed } from "./record-lines.tsx"
import { Named } from "./section.tsx"

/** What is asked for, in a few words. */
function whatWords(record: OpenedRecord<"task" | "gate">): string {
  const gate = clearOf(record, "gate")
  return say(gate === undefined ? `due-${clearOf(record, "task")?.task ?? "promise"}` : `due-${gate.gate}`)
}

/** For whom, and in which case. */
function whoWords(record: OpenedRecord<"task" | "gate">): string {
  const named = shortId(record.case)
  const { participant } = record.clear
  const members = signedIn().trust.members(record.case)
  const member = members.find(({ person }) => person === participant)
  if (member === undefined) return say("due-for-case", { case: named })
  return say("due-for", { side: sideWords(member.side), person: shortId(member.person), case: named })
}

function OneDue({ due, day }: { readonly due: Due; readonly day: string }) {
  const { record } = due
  const written = writtenDate(due.day)
  return (
    <li class="due-one">
      <p>{due.day < day ? say("due-since", { day: written }) : written}</p>
      <div class="stack near">
        <p>
          <strong>{whatWords(record)}</strong>
        </p>
        {record.type === "task" && record.words !== null && <Own text={record.words.words} />}
        <Sealed record={record} />
        <p class="soft">{whoWords(record)}</p>
      </div>
      <Button mark={STOP} onPress={() => go({ at: "case", case: record.case })}>
        <Named short={say("queue-open")} long={say("today-open-case", { case: shortId(record.case) })} />
      </Button>
    </li>
  )
}

export function DueList({ all, day }: { readonly all: readonly Due[]; readonly day: string }) {
  return (
    <ul class="due">
      {all.map((due) => (
        <OneDue key={due.record.record} due={due} day={day} />
      ))}
    </ul>
  )
}
