// SPDX-License-Identifier: EUPL-1.2
/**
 * Reading: closed until a deliberate click, a paragraph at a time if wished, and stopped at any point.
 *
 * The words live in this page's memory only; closing drops them.
 */

import { useState } from "preact/hooks"
import type { Reading as Read } from "../../relay/forms.ts"
import type { OpenedOffer } from "../../relay/offers.ts"
import { actions } from "../actions.ts"
import { type Doing, useDoing, useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { useLive } from "../live.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import { sortOf } from "../sort.ts"
import { GONE, Gone } from "./gone.tsx"
import { MediatorNote } from "./mediator-note.tsx"
import { OpenLetter } from "./open-letter.tsx"
import "./participant.css"

type Opened = { readonly reading: Read; readonly parts: boolean }

export function Reading({ message }: { readonly message: string }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [closed, setClosed] = useState<"by-me" | "kept" | null>(null)
  const offer = useLoaded(async () => (await actions().offers()).openOffer(signedIn(), message))
  useLive(offer.again, message)
  // Taken back meanwhile: then its words leave the page at once.
  const gone = offer.trouble !== null && GONE.includes(offer.trouble)
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
        mayPrint={mayPrint(offer.value)}
        onForm={(form) => setOpened({ ...opened, reading: { ...opened.reading, form } })}
        onStop={() => close("by-me")}
        onHandedBack={() => close("kept")}
      />
    )
  }
  const looked = offer.value !== null || offer.trouble !== null
  return <NotYet offer={offer.value} looked={looked} doing={doing} onOpen={open} />
}

/** No paper is offered where the mediator asked for none: it cannot be taken back. */
function mayPrint(offer: OpenedOffer | null): boolean {
  const said = offer?.note?.said
  return said?.kind !== "offer" || said.conditions.print
}

type NotYetProperties = {
  readonly offer: OpenedOffer | null
  /** Whether it is here, or will not come: until then nothing can be pressed that it would push away. */
  readonly looked: boolean
  readonly doing: Doing
  readonly onOpen: (parts: boolean) => void
}

/** Closed: what the mediator says of it, again, and how it may be opened. */
function NotYet({ offer, looked, doing, onOpen }: NotYetProperties) {
  const what = offer === null ? "unknown" : sortOf(offer)
  return (
    <Page key="closed" title={say("read-title", { what })}>
      <p class="lead">{say("read-lead", { what })}</p>
      {offer?.note && <MediatorNote note={offer.note} />}
      <p>{say("read-with")}</p>
      <Trouble code={doing.trouble} />
      {looked && (
        <div class="answers">
          {what !== "film" && (
            <Button busy={doing.busy} onPress={() => onOpen(true)}>
              {say("read-parts")}
            </Button>
          )}
          <Button busy={doing.busy} onPress={() => onOpen(false)}>
            {say("read-whole", { what })}
          </Button>
          <Button onPress={() => go({ at: "home" })}>{say("read-later")}</Button>
        </div>
      )}
      <p role="status">{doing.busy && say("read-busy")}</p>
    </Page>
  )
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
