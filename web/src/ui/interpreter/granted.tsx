// SPDX-License-Identifier: EUPL-1.2
/** Words to look at beside the rendition that is written of them; gone when access is, whatever stood on the page. */
import { useState } from "preact/hooks"
import type { GrantedWords } from "../../relay/interpreting.ts"
import { useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { LookOnly } from "../elements/look-only/look-only.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { newRemote } from "../elements/player/remote.ts"
import { Sides } from "../elements/sides/sides.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../language.ts"
import { useLive } from "../live.ts"
import { RenditionForm } from "../made/rendition-form.tsx"
import { type Sending, useSending } from "../made/sending.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import { Films } from "../watching/films.tsx"
import { interpreterActions } from "./actions.ts"

/** Refusals after which nothing of the words may stay. */
const OVER = ["grant-over", "withdrawn", "not-found", "forbidden", "key-destroyed", "revoked"]

export function Granted({ message }: { readonly message: string }) {
  const words = useLoaded(async () =>
    (await interpreterActions().interpreting()).openGranted(signedIn(), message),
  )
  const sending = useSending()
  useLive(words.again, message)
  const { value } = words
  const over = [words.trouble, sending.doing.trouble].some((code) => code !== null && OVER.includes(code))
  if (sending.sent !== null) return <Given />
  if (over) return <Over />
  return (
    <Page
      key={value === null ? "wait" : "shown"}
      title={say("interpreter-words-title")}
      titlePrinted={false}
      wide={value !== null}
    >
      {value === null && words.trouble === null && <p role="status">{say("loading")}</p>}
      <Trouble code={words.trouble} again={words.again} />
      {value !== null && <Work words={value} sending={sending} />}
      <ToList />
    </Page>
  )
}

function ToList() {
  return (
    <div class="row no-print">
      <Button kind="quiet" onPress={() => go({ at: "queue" })}>
        {say("interpreter-back")}
      </Button>
    </div>
  )
}

function Work({ words, sending }: { readonly words: GrantedWords; readonly sending: Sending }) {
  const { language, media, paragraphs } = words
  const [remote] = useState(newRemote)
  const film = media.films.length > 0
  const other = language === "fr" ? "en" : "fr"
  return (
    <>
      <p class="no-print">{say("interpreter-words-until", { day: writtenDate(words.until) })}</p>
      <p class="no-print">{say("interpreter-look-only")}</p>
      <Sides
        both={say("sides-both")}
        first={{
          title: say("interpreter-words"),
          only: say("interpreter-words-only"),
          children: (
            <>
              {(paragraphs.length > 0 || words.contentNote !== "") && (
                <LookOnly
                  paragraphs={paragraphs}
                  language={language}
                  contentNote={words.contentNote}
                  label={say("interpreter-words")}
                />
              )}
              <Films media={media} language={language} remote={remote} />
            </>
          ),
        }}
        second={{
          title: say("making-form-words"),
          only: say("making-form-only"),
          children: (
            <RenditionForm
              from={words}
              caseId={words.case}
              language={film ? language : other}
              sending={sending}
              remote={film ? remote : null}
            />
          ),
        }}
      />
    </>
  )
}

function Given() {
  return (
    <Page key="given" title={say("making-sent")}>
      <Notice tone="done">
        <p>{say("interpreter-given")}</p>
      </Notice>
      <ToList />
    </Page>
  )
}

function Over() {
  return (
    <Page key="over" title={say("interpreter-over")}>
      <p>{say("interpreter-over-text")}</p>
      <ToList />
    </Page>
  )
}
