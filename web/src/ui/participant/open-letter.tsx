// SPDX-License-Identifier: EUPL-1.2
/** An open letter: its note first, then its words, and what may be done after. */

import { useEffect, useRef, useState } from "preact/hooks"
import type { Reading } from "../../relay/forms.ts"
import type { ReadLetter } from "../../relay/read.ts"
import { actions } from "../actions.ts"
import { useDoing, useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Dialog } from "../elements/dialog/dialog.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../language.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import { sortIn, sortOf } from "../sort.ts"
import { lengthOf, OpenWords } from "./open-words.tsx"
import { Provenance } from "./provenance.tsx"

export type OpenLetterProperties = {
  readonly reading: Reading
  /** One paragraph at a time. */
  readonly parts: boolean
  /** Whether the mediator left it to the reader to have it on paper. */
  readonly mayPrint: boolean
  /** Another form of it is to stand beside it. */
  readonly onForm: (form: ReadLetter) => void
  readonly onStop: () => void
  /** It was handed back to the mediator, who keeps it. */
  readonly onHandedBack: () => void
}

export function OpenLetter(properties: OpenLetterProperties) {
  const { reading, parts, mayPrint, onForm, onStop, onHandedBack } = properties
  const { letter, form } = reading
  const all = lengthOf(reading)
  const [wanted, setWanted] = useState(parts ? 1 : Number.POSITIVE_INFINITY)
  const shown = Math.min(wanted, all)
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (shown > 1 && shown < all) end.current?.scrollIntoView({ block: "nearest" })
  }, [shown, all])
  return (
    <Page
      key="open"
      title={say("read-title", { what: sortIn(letter) })}
      titlePrinted={false}
      wide={form !== null}
    >
      <p class="soft no-print">
        {say("read-facts-day", { what: sortOf(letter) })} {writtenDate(letter.day)}
      </p>
      <Provenance letter={letter} />
      <OpenWords reading={reading} shown={shown} />
      <div class="stack no-print" ref={end}>
        {shown < all ? (
          <NextPart
            now={shown}
            of={all}
            onNext={() => setWanted(shown + 1)}
            onRest={() => setWanted(Number.POSITIVE_INFINITY)}
          />
        ) : (
          letter.media.films.length === 0 && <p class="soft">{say("read-end")}</p>
        )}
        {form === null && <OtherForms letter={letter} onForm={onForm} />}
        <div class="row">
          <Button onPress={onStop}>{say("read-stop")}</Button>
        </div>
        {shown === all && <After letter={letter} mayPrint={mayPrint} onHandedBack={onHandedBack} />}
      </div>
    </Page>
  )
}

type OtherFormsProperties = {
  readonly letter: ReadLetter
  readonly onForm: (form: ReadLetter) => void
}

/** Other languages and forms of it that may be read: none opens by itself. */
function OtherForms({ letter, onForm }: OtherFormsProperties) {
  const forms = useLoaded(async () => (await actions().forms()).formsOf(signedIn(), letter))
  const doing = useDoing()
  const open = (id: string) =>
    doing.run(async () => onForm(await (await actions().read()).readLetter(signedIn(), id)))
  return (
    <>
      <Trouble code={doing.trouble ?? forms.trouble} />
      {forms.value?.map((id) => (
        <div key={id} class="row">
          <Button busy={doing.busy} onPress={() => open(id)}>
            {say("read-form-open")}
          </Button>
        </div>
      ))}
    </>
  )
}

type NextProperties = {
  readonly now: number
  readonly of: number
  readonly onNext: () => void
  readonly onRest: () => void
}

function NextPart({ now, of, onNext, onRest }: NextProperties) {
  return (
    <div class="stack near">
      <p class="soft" role="status">
        {say("read-of", { now, of })}
      </p>
      <div class="row">
        <Button onPress={onNext}>{say("read-next")}</Button>
        <Button kind="quiet" onPress={onRest}>
          {say("read-rest")}
        </Button>
      </div>
    </div>
  )
}

async function handBack(id: string): Promise<void> {
  const { openOffer, answerOffer } = await actions().offers()
  await answerOffer(signedIn(), await openOffer(signedIn(), id), "keep")
}

type AfterProperties = Pick<OpenLetterProperties, "mayPrint" | "onHandedBack"> & {
  readonly letter: ReadLetter
}

function After({ letter, mayPrint, onHandedBack }: AfterProperties) {
  const [printing, setPrinting] = useState(false)
  const written = letter.paragraphs.length > 0
  const doing = useDoing()
  const giveBack = () =>
    doing.run(async () => {
      await handBack(letter.id)
      onHandedBack()
    })
  return (
    <section class="stack part" aria-labelledby="after-title">
      <h2 id="after-title">{say("read-after-title", { what: sortOf(letter) })}</h2>
      <p class="soft">{say("read-checked", { what: sortOf(letter) })}</p>
      <Trouble code={doing.trouble} />
      <div class="row">
        <Button onPress={() => go({ at: "write", draft: null, supersedes: null })}>
          {say("read-reply")}
        </Button>
        {sortOf(letter) === "film" && (
          <Button onPress={() => go({ at: "film", supersedes: null })}>{say("home-film")}</Button>
        )}
        {written && mayPrint && (
          <Button kind="quiet" onPress={() => setPrinting(true)}>
            {say("read-print")}
          </Button>
        )}
      </div>
      <div class="row">
        <Button busy={doing.busy} onPress={giveBack}>
          {say("read-hand-back")}
        </Button>
      </div>
      <p class="soft">{say("read-hand-back-hint")}</p>
      {written && !mayPrint && <p class="soft">{say("read-print-asked")}</p>}
      {printing && <PrintQuestion onDone={() => setPrinting(false)} />}
    </section>
  )
}

function PrintQuestion({ onDone }: { readonly onDone: () => void }) {
  const print = () => {
    onDone()
    globalThis.requestAnimationFrame(() => globalThis.print())
  }
  return (
    <Dialog title={say("read-print-title")} onCancel={onDone}>
      <p>{say("read-print-text")}</p>
      <div class="answers">
        <Button onPress={onDone}>{say("read-print-no")}</Button>
        <Button onPress={print}>{say("read-print-yes")}</Button>
      </div>
    </Dialog>
  )
}
