// SPDX-License-Identifier: EUPL-1.2
/**
 * Reading: closed until a deliberate click, a paragraph at a time if wished, and stopped at any point.
 *
 * The words live in this page's memory only; closing drops them.
 */
import { useState } from "preact/hooks"
import type { Reading as Read } from "../../relay/forms.ts"
import { actions } from "../actions.ts"
import { useDoing, useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { useLive } from "../live.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import { GONE, Gone } from "./gone.tsx"
import { MediatorNote } from "./mediator-note.tsx"
import { OpenLetter } from "./open-letter.tsx"
import "./participant.css"

type Opened = { readonly reading: Read; readonly parts: boolean }

export function Reading({ message }: { readonly message: string }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [closed, setClosed] = useState<"by-me" | "kept" | null>(null)
  const gone = useGone(message)
  const doing = useDoing()
  const open = (parts: boolean) =>
    doing.run(async () => {
      const reading = await (await actions().forms()).readWithOriginal(signedIn(), message)
      setOpened({ reading, parts })
    })
  if (gone || (doing.trouble !== null && GONE.includes(doing.trouble))) return <Gone />
  if (closed !== null) return <Closed kept={closed === "kept"} />
  if (opened !== null) {
    const close = (how: "by-me" | "kept") => {
      setOpened(null)
      setClosed(how)
    }
    return (
      <OpenLetter
        reading={opened.reading}
        parts={opened.parts}
        onForm={(form) => setOpened({ ...opened, reading: { ...opened.reading, form } })}
        onStop={() => close("by-me")}
        onHandedBack={() => close("kept")}
      />
    )
  }
  return (
    <Page key="closed" title={say("read-title")}>
      <p class="lead">{say("read-lead")}</p>
      <FirstToKnow message={message} />
      <p>{say("read-with")}</p>
      <Trouble code={doing.trouble} />
      <div class="answers">
        <Button busy={doing.busy} onPress={() => open(true)}>
          {say("read-parts")}
        </Button>
        <Button busy={doing.busy} onPress={() => open(false)}>
          {say("read-whole")}
        </Button>
        <Button onPress={() => go({ at: "home" })}>{say("read-later")}</Button>
      </div>
      <p role="status">{doing.busy && say("read-busy")}</p>
    </Page>
  )
}

/** Whether it was taken back meanwhile: then its words leave the page at once. */
function useGone(message: string): boolean {
  const offer = useLoaded(async () => (await actions().offers()).openOffer(signedIn(), message))
  useLive(offer.again, message)
  return offer.trouble !== null && GONE.includes(offer.trouble)
}

/** The mediator's words about it, again, before it opens. */
function FirstToKnow({ message }: { readonly message: string }) {
  const offer = useLoaded(async () => (await actions().offers()).openOffer(signedIn(), message))
  if (!offer.value?.note) return null
  return <MediatorNote note={offer.value.note} />
}

function Closed({ kept }: { readonly kept: boolean }) {
  return (
    <Page key="stopped" title={say("read-closed-title")}>
      <p>{say(kept ? "read-hand-back-hint" : "read-closed-text")}</p>
      <div class="row">
        <Button onPress={() => go({ at: "home" })}>{say("receipt-home")}</Button>
      </div>
    </Page>
  )
}
