// SPDX-License-Identifier: EUPL-1.2
/** A record's lines, who wrote them and when, and the versions before. */

import { useState } from "preact/hooks"
import type { OpenedRecord } from "../../relay/records.ts"
import { deskActions } from "../desk/actions.ts"
import { whoWords } from "../desk/naming.ts"
import { useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../language.ts"
import { signedIn } from "../session.ts"
import { type Line, linesOf } from "./facts.ts"

/** Who signed a version, and on which day. */
export function By({ record }: { readonly record: Pick<OpenedRecord, "by" | "day"> }) {
  const day = writtenDate(record.day)
  const mine = record.by === signedIn().person
  return (
    <p class="small soft">
      {mine ? say("board-by-me", { day }) : say("board-by", { person: whoWords(record.by, "mediator"), day })}
    </p>
  )
}

/** Words that a person wrote: as they are, in whatever language. */
export function Own({ text }: { readonly text: string }) {
  return (
    <p class="note-words" translate={false} dir="auto">
      {text}
    </p>
  )
}

/** Why there are no words to show; nothing where there are. */
export function Sealed({ record }: { readonly record: OpenedRecord }) {
  if (record.words !== null) return null
  if (record.trouble === null) return <p class="soft">{say("board-not-for-me")}</p>
  return <p class="field-problem">{say("board-sealed-broken", { code: record.trouble })}</p>
}

function OneLine({ line }: { readonly line: Line }) {
  return (
    <div class="board-line">
      <dt>{line.name}</dt>
      <dd>{line.own ? <Own text={line.text} /> : line.text}</dd>
    </div>
  )
}

export function Lines({ record }: { readonly record: OpenedRecord }) {
  return (
    <div class="stack near">
      <dl class="board-lines">
        {linesOf(record).map((line) => (
          <OneLine key={line.name} line={line} />
        ))}
      </dl>
      <Sealed record={record} />
      <By record={record} />
    </div>
  )
}

type EarlierProperties = { readonly record: OpenedRecord; readonly what: string }

function Versions({ record }: { readonly record: OpenedRecord }) {
  const versions = useLoaded(async () =>
    (await deskActions().casework()).historyOf(signedIn(), record.case, record.record),
  )
  const earlier = versions.value?.filter(({ version }) => version < record.version) ?? null
  return (
    <>
      <Trouble code={versions.trouble} again={versions.again} />
      {earlier === null && versions.trouble === null && <p role="status">{say("loading")}</p>}
      {earlier?.length === 0 && <p class="soft">{say("board-history-none")}</p>}
      <ol class="earlier" reversed>
        {[...(earlier ?? [])].reverse().map((one) => (
          <li key={one.version}>
            <Lines record={one} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** The versions before, fetched when somebody asks. Nothing where there can be none. */
export function EarlierVersions({ record, what }: EarlierProperties) {
  const [asked, setAsked] = useState(false)
  if (record.version === 1) return null
  if (asked) return <Versions record={record} />
  return (
    <Button kind="quiet" onPress={() => setAsked(true)}>
      <span aria-hidden="true">{say("board-history")}</span>
      <span class="unseen">{say("board-history-of", { what })}</span>
    </Button>
  )
}
