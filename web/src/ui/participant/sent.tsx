// SPDX-License-Identifier: EUPL-1.2
/** A letter I gave: where it is, what happens next, exactly what I sent, and the way to take it back. */

import type { Access } from "../../relay/granting.ts"
import type { NoteText, OwnLetter } from "../../relay/letters.ts"
import { paragraphsOf } from "../../review/release.ts"
import { actions } from "../actions.ts"
import { useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Facts } from "../elements/facts/facts.tsx"
import { Letter } from "../elements/letter/letter.tsx"
import { Marked } from "../elements/marked/marked.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { StateTag } from "../elements/state/state.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../language.ts"
import { useLive } from "../live.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import { sortIn, sortOf } from "../sort.ts"
import { Films } from "../watching/films.tsx"
import { GONE, Gone } from "./gone.tsx"
import { madeWords, titleOf } from "./made-words.ts"
import { MediatorNote } from "./mediator-note.tsx"
import { marksOf } from "./returned.tsx"
import { nextWords } from "./sent-list.tsx"
import "./participant.css"

function Notes({ notes }: { readonly notes: readonly NoteText[] }) {
  return notes.map((note, index) => <MediatorNote key={index} note={note} />)
}

/** One's own words as they were given; where passages were marked, with the marks. */
function OwnWords({ own: { letter, text, language, notes } }: { readonly own: OwnLetter }) {
  const [label, marks] = [say("sent-words-label", { what: sortOf(letter) }), marksOf(notes)]
  if (text === "") return null
  if (marks.length > 0) return <Marked text={text} language={language} label={label} marks={marks} />
  return <Letter paragraphs={paragraphsOf(text)} language={language} label={label} />
}

function Words({ own }: { readonly own: OwnLetter }) {
  return (
    <section class="stack part" aria-labelledby="words-title">
      <h2 id="words-title">{say("sent-words-title")}</h2>
      {own.contentNote !== "" && (
        <Notice title={say("sent-note-first")}>
          <p class="note-words" lang={own.language} translate={false}>
            {own.contentNote}
          </p>
        </Notice>
      )}
      <OwnWords own={own} />
      <Films media={own.media} language={own.language} />
    </section>
  )
}

/** Interpreters whom a mediator let in to these words: never without their author knowing. */
function OthersAccess({ access }: { readonly access: readonly Access[] }) {
  if (access.length === 0) return null
  return (
    <Notice title={say("sent-access-title")}>
      <p>{say("sent-access-text")}</p>
      <ul>
        {access.map(({ keyId, until, stands }) => (
          <li key={keyId}>
            {stands ? say("sent-access-until", { day: writtenDate(until) }) : say("sent-access-over")}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Words are taken up again where they stood; a film is made anew. */
function GiveAgain({ letter }: Pick<OwnLetter, "letter">) {
  if (sortOf(letter) === "film") {
    return (
      <Button kind="main" onPress={() => go({ at: "film", supersedes: letter.id })}>
        {say("sent-film-again")}
      </Button>
    )
  }
  return (
    <Button kind="main" onPress={() => go({ at: "write", draft: null, supersedes: letter.id })}>
      {say("sent-again")}
    </Button>
  )
}

function Choices({ own }: { readonly own: OwnLetter }) {
  const { letter } = own
  const again = letter.state === "returned" && letter.kind === "original"
  return (
    <div class="stack near part">
      <div class="row">
        {letter.state === "proposed" && (
          <Button kind="main" onPress={() => go({ at: "proposed", message: letter.id })}>
            {say("home-proposed-open")}
          </Button>
        )}
        {again && <GiveAgain letter={letter} />}
        {letter.may.includes("withdraw") && (
          <Button onPress={() => go({ at: "take-back", message: letter.id })}>{say("sent-take-back")}</Button>
        )}
        <Button kind="quiet" onPress={() => go({ at: "home" })}>
          {say("receipt-home")}
        </Button>
      </div>
      {again && (
        <p class="soft">{say(sortOf(letter) === "film" ? "sent-film-again-hint" : "sent-again-hint")}</p>
      )}
    </div>
  )
}

export function Sent({ message }: { readonly message: string }) {
  const own = useLoaded(async () => (await actions().letters()).readOwn(signedIn(), message))
  useLive(own.again, message)
  if (own.trouble !== null && GONE.includes(own.trouble)) return <Gone />
  if (own.value === null) {
    return (
      <Page title={say("sent-words-title")} key="wait">
        <Trouble code={own.trouble} again={own.again} />
      </Page>
    )
  }
  const { letter, notes, access, media } = own.value
  const how = madeWords(letter)
  return (
    <Page
      title={
        letter.kind === "original"
          ? say("sent-title", { day: writtenDate(letter.day), what: sortIn({ ...letter, media }) })
          : titleOf(letter)
      }
      key="shown"
    >
      {how !== "" && <p>{how}</p>}
      <Facts
        facts={[
          { name: say("sent-state"), value: <StateTag state={letter.state} mine /> },
          { name: say("sent-next"), value: nextWords(letter, Date.now() / 1000) },
        ]}
      />
      <OthersAccess access={access} />
      <Notes notes={notes} />
      <Words own={own.value} />
      <Choices own={own.value} />
    </Page>
  )
}
