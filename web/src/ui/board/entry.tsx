// SPDX-License-Identifier: EUPL-1.2
/** One record of words on the board: shown, changed, or taken off. */
import type { ComponentChildren } from "preact"
import { useState } from "preact/hooks"
import type { OpenedRecord, RecordDraft } from "../../relay/records.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { By, EarlierVersions, Sealed } from "./record-lines.tsx"
import { Named, Opening } from "./section.tsx"
import { writeAtOnce } from "./writing.ts"

/** The types that can be taken off the board. */
export type Removable = "note" | "meeting" | "repair"

export type EntryProperties<T extends Removable> = {
  readonly record: OpenedRecord<T>
  readonly what: string
  /** What of it is taken off: the same type with empty words. */
  readonly emptied: RecordDraft<T>
  readonly children: ComponentChildren
  /** Draws the form to change it. */
  readonly form: (close: () => void) => ComponentChildren
  readonly again: () => void
}

export function Entry<T extends Removable>(properties: EntryProperties<T>) {
  const { record, what, emptied, children, form, again } = properties
  const [open, setOpen] = useState(false)
  const doing = useDoing()
  const shown = record as OpenedRecord
  const remove = () =>
    doing.run(async () => {
      await writeAtOnce<T>(shown.case, emptied, shown)
      again()
    })
  return (
    <li class="card">
      {children}
      <Sealed record={shown} />
      <By record={shown} />
      <EarlierVersions record={shown} what={what} />
      <Trouble code={doing.trouble} />
      {shown.words !== null && (
        <Opening
          open={open}
          add={<Named short={say("board-change")} long={say("board-change-what", { what })} />}
          onOpen={setOpen}
          beside={
            <Button kind="quiet" busy={doing.busy} onPress={remove}>
              <Named short={say("board-remove")} long={say("board-remove-what", { what })} />
            </Button>
          }
        >
          {form(() => setOpen(false))}
        </Opening>
      )}
    </li>
  )
}
