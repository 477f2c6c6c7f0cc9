// SPDX-License-Identifier: EUPL-1.2
/** The words of an open letter, and another form of it beside the letter itself. */
import type { Reading } from "../../relay/forms.ts"
import type { ReadLetter } from "../../relay/read.ts"
import { Letter } from "../elements/letter/letter.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Sides } from "../elements/sides/sides.tsx"
import { say } from "../language.ts"
import { sortOf } from "../sort.ts"
import { Films } from "../watching/films.tsx"

function FormProvenance({ form: { maker } }: { readonly form: ReadLetter }) {
  return <p>{say(maker?.role === "interpreter" ? "read-form-interpreter" : "read-form-mediator")}</p>
}

function NoteFirst({ letter }: { readonly letter: ReadLetter }) {
  if (letter.contentNote === "") return null
  return (
    <Notice title={say(letter.kind === "rendition" ? "read-form-what" : "read-facts-note")}>
      <p class="note-words" lang={letter.language} translate={false}>
        {letter.contentNote}
      </p>
    </Notice>
  )
}

/** A film that this browser cannot show, beside a form of it that it can. */
function OtherPlays() {
  return (
    <Notice live="now" title={say("read-film-other")}>
      <p>{say("read-film-other-text")}</p>
    </Notice>
  )
}

type OneProperties = {
  readonly letter: ReadLetter
  readonly shown: number
  readonly label: string
  /** The other form of it, with its own captions. */
  readonly form?: ReadLetter | null
}

/** Words first; what is watched comes when all of them are shown. */
function One({ letter, shown, label, form = null }: OneProperties) {
  const { paragraphs, language, media } = letter
  const beside = form === null ? null : { captions: form.media.captions, language: form.language }
  return (
    <>
      <NoteFirst letter={letter} />
      {paragraphs.length > 0 && (
        <Letter paragraphs={paragraphs.slice(0, shown)} language={language} label={label} />
      )}
      {shown >= paragraphs.length && (
        <Films
          media={media}
          language={language}
          beside={beside}
          unplayable={form !== null && form.media.films.length > 0 ? <OtherPlays /> : null}
        />
      )}
    </>
  )
}

export type OpenWordsProperties = {
  readonly reading: Reading
  /** How many paragraphs are shown. */
  readonly shown: number
}

export function OpenWords({ reading: { letter, form }, shown }: OpenWordsProperties) {
  const label = say("read-label", { what: sortOf(letter) })
  if (form === null) return <One letter={letter} shown={shown} label={label} />
  return (
    <>
      <FormProvenance form={form} />
      <Sides
        both={say("sides-both")}
        first={{
          title: label,
          only: say("read-label-only", { what: sortOf(letter) }),
          children: <One letter={letter} shown={shown} label={label} form={form} />,
        }}
        second={{
          title: say("read-form"),
          only: say("read-form-only"),
          children: <One letter={form} shown={shown} label={say("read-form")} />,
        }}
      />
    </>
  )
}

/** How many paragraphs there are to show. */
export function lengthOf({ letter, form }: Reading): number {
  return Math.max(letter.paragraphs.length, form?.paragraphs.length ?? 0)
}
