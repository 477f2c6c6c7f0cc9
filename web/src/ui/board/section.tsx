// SPDX-License-Identifier: EUPL-1.2
/** A part of the board: its heading, what stands there, and one form at a time to add to it. */
import type { ComponentChildren } from "preact"
import { useEffect, useRef, useState } from "preact/hooks"
import { useShortcuts } from "../desk/keys/shortcuts.ts"
import { Button } from "../elements/button/button.tsx"
import { say } from "../language.ts"

export type SectionProperties = {
  readonly id: string
  readonly title: string
  readonly lead?: string
  /** What is said where nothing stands. */
  readonly empty: string | null
  readonly children?: ComponentChildren
  /** What the button says; null: nothing can be added now. */
  readonly add: string | null
  /** A key that opens the form too. */
  readonly shortcut?: string
  /** Draws the form; `close` puts it away. */
  readonly form: (close: () => void) => ComponentChildren
}

export function Section({ id, title, lead, empty, children, add, shortcut, form }: SectionProperties) {
  const [open, setOpen] = useState(false)
  useShortcuts(shortcut === undefined ? {} : { [shortcut]: () => setOpen(true) })
  return (
    <section class="stack board-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead !== undefined && <p class="small soft">{lead}</p>}
      {empty !== null && <p class="soft">{empty}</p>}
      {children}
      {add !== null && (
        <Opening open={open} add={add} onOpen={setOpen}>
          {open && form(() => setOpen(false))}
        </Opening>
      )}
    </section>
  )
}

type OpeningProperties = {
  readonly open: boolean
  readonly add: ComponentChildren
  readonly onOpen: (open: boolean) => void
  readonly children: ComponentChildren
  /** What stands beside the button. */
  readonly beside?: ComponentChildren
  readonly quiet?: boolean
}

/** A button that gives way to a form, and takes the focus again when the form is put away. */
export function Opening({ open, add, onOpen, children, beside, quiet }: OpeningProperties) {
  const room = useRef<HTMLDivElement>(null)
  const was = useRef(open)
  useEffect(() => {
    if (was.current === open) return
    was.current = open
    const wanted = open ? "input, textarea, select" : "button"
    room.current?.querySelector<HTMLElement>(wanted)?.focus()
  }, [open])
  return (
    <div ref={room} class="stack near">
      {open ? (
        children
      ) : (
        <div class="row">
          <Button kind={quiet ? "quiet" : "plain"} onPress={() => onOpen(true)}>
            {add}
          </Button>
          {beside}
        </div>
      )}
    </div>
  )
}

/** A button whose name for a screen reader says what it is about. */
export function Named({ short, long }: { readonly short: string; readonly long: string }) {
  return (
    <>
      <span aria-hidden="true">{short}</span>
      <span class="unseen">{long}</span>
    </>
  )
}

/** Words to say that something is missing, once somebody tried. */
export function missingWords(asked: boolean, isMissing: boolean): string | undefined {
  return asked && isMissing ? say("board-missing-words") : undefined
}
