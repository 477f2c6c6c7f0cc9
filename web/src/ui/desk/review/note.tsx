// SPDX-License-Identifier: EUPL-1.2
/** A sealed note about a letter, for the case's mediators: by a button, or by N. Nothing is decided with it. */
import { useEffect, useRef, useState } from "preact/hooks"
import type { DeskItem } from "../../../relay/desk.ts"
import { useDoing } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Field } from "../../elements/field/field.tsx"
import { Form } from "../../elements/form/form.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { useKeptFocus } from "../../kept-focus.ts"
import { say } from "../../language.ts"
import { signedIn } from "../../session.ts"
import { deskActions } from "../actions.ts"
import { useShortcuts } from "../keys/shortcuts.ts"

const FOCUS = ["button"]

type Writing = { readonly words: string; readonly onWords: (words: string) => void }

function NoteForm({
  item,
  words,
  onWords,
  onDone,
  onClose,
}: Writing & { readonly item: DeskItem; readonly onDone: () => void; readonly onClose: () => void }) {
  const form = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState(false)
  const doing = useDoing()
  useEffect(() => form.current?.querySelector("textarea")?.focus(), [])
  const send = () => {
    setAsked(true)
    if (words.trim() === "") return
    doing.run(async () => {
      const { leaveNote } = await deskActions().deskRecords()
      await leaveNote(signedIn(), item.case, { words: words.trim(), message: item.id })
      onWords("")
      onDone()
    })
  }
  return (
    <div ref={form}>
      <Form onSend={send} class="decide-panel stack" label={say("aside-title")}>
        <Field
          label={say("aside-words")}
          hint={say("aside-hint")}
          lines={4}
          value={words}
          onWrite={onWords}
          problem={asked && words.trim() === "" ? say("note-missing") : undefined}
        />
        <Trouble code={doing.trouble} />
        <div class="row">
          <Button kind="main" ends busy={doing.busy}>
            {say("aside-keep")}
          </Button>
          <Button onPress={onClose}>{say("decide-close")}</Button>
        </div>
      </Form>
    </div>
  )
}

/** Closed at first; what was written stays when it is closed again. */
export function CaseNote({ item }: { readonly item: DeskItem }) {
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState("")
  const [kept, setKept] = useState(false)
  const room = useKeptFocus<HTMLDivElement>(FOCUS)
  const begin = () => {
    setKept(false)
    setOpen(true)
  }
  useShortcuts({ n: begin })
  const done = () => {
    setOpen(false)
    setKept(true)
  }
  return (
    <div ref={room} class="stack near">
      {kept && <Notice tone="done" live="polite" title={say("aside-kept")} />}
      {open ? (
        <NoteForm {...{ item, words }} onWords={setWords} onDone={done} onClose={() => setOpen(false)} />
      ) : (
        <div class="row">
          <Button onPress={begin}>{say("aside-title")}</Button>
        </div>
      )}
    </div>
  )
}
