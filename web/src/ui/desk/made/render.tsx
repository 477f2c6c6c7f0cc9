// SPDX-License-Identifier: EUPL-1.2
/** A translation, captions, plain words: another form of a letter, shown to its reader beside the letter only. */
import { useState } from "preact/hooks"
import type { Review } from "../../../relay/desk.ts"
import { Letter } from "../../elements/letter/letter.tsx"
import { newRemote } from "../../elements/player/remote.ts"
import { Sides } from "../../elements/sides/sides.tsx"
import { say } from "../../language.ts"
import { RenditionForm } from "../../made/rendition-form.tsx"
import { madeFrom, type Sending, useSending } from "../../made/sending.ts"
import { Films } from "../../watching/films.tsx"
import { hiding } from "../care/hiding.ts"
import { Sent } from "./sent.tsx"
import { WithReview } from "./with-review.tsx"

export function Render({ message }: { readonly message: string }) {
  const sending = useSending()
  const [caseId, setCaseId] = useState("")
  if (sending.sent !== null) return <Sent key="sent" text={say("making-form-sent")} caseId={caseId} />
  return (
    <WithReview message={message} title={say("making-form-title")} wide>
      {(review) => {
        if (caseId === "") setCaseId(review.item.case)
        return <Rendering review={review} sending={sending} />
      }}
    </WithReview>
  )
}

function Rendering({ review, sending }: { readonly review: Review; readonly sending: Sending }) {
  const { item, language, paragraphs, media } = review
  const [remote] = useState(newRemote)
  const film = media.films.length > 0
  const other = language === "fr" ? "en" : "fr"
  return (
    <>
      <p class="lead">{say("making-form-lead")}</p>
      <Sides
        both={say("sides-both")}
        first={{
          title: say("compare-original"),
          only: say("compare-original-only"),
          children: (
            <>
              {paragraphs.length > 0 && (
                <Letter paragraphs={paragraphs} language={language} label={say("compare-original")} />
              )}
              <Films media={media} language={language} veiled hidden={hiding.value} remote={remote} />
            </>
          ),
        }}
        second={{
          title: say("making-form-words"),
          only: say("making-form-only"),
          children: (
            <RenditionForm
              from={madeFrom(review)}
              caseId={item.case}
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
