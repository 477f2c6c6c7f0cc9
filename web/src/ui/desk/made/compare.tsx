// SPDX-License-Identifier: EUPL-1.2
/** Made words and what they were made from, side by side, for the mediator who judges them. */

import type { Review } from "../../../relay/desk.ts"
import type { Original } from "../../../relay/made.ts"
import { isShortened, leftOut } from "../../../review/shortening.ts"
import { Notice } from "../../elements/notice/notice.tsx"
import { say } from "../../language.ts"
import { MadeLetter } from "../../made/look-over.tsx"
import { sortOf } from "../../sort.ts"
import { Films } from "../../watching/films.tsx"
import { hiding } from "../care/hiding.ts"
import { Needed } from "../station.tsx"
import { Beside } from "./beside.tsx"
import { WithReview } from "./with-review.tsx"

export function Compare({ message }: { readonly message: string }) {
  return (
    <WithReview message={message} title={say("compare-title")} wide>
      {(review) =>
        review.original === null ? (
          <p>{say("compare-none")}</p>
        ) : (
          <Both review={review} original={review.original} />
        )
      }
    </WithReview>
  )
}

type BothProperties = { readonly review: Review; readonly original: Original }

/** Whether it holds only its author's words is checked; a film the mediator looks at. */
function WhatChanged({ review, original }: BothProperties) {
  if (sortOf(review.item) === "film") return <p>{say("compare-film")}</p>
  if (isShortened(original.text, review.text)) return <p>{say("compare-only-left-out")}</p>
  return <Notice tone="care" title={say("compare-other-words")} />
}

function Both({ review, original }: BothProperties) {
  const shorter = review.item.kind !== "rendition"
  const written = { captions: review.media.captions, language: review.language }
  return (
    <>
      {shorter && <WhatChanged review={review} original={original} />}
      <Beside
        original={original}
        seen={
          <Films
            media={original.media}
            language={original.language}
            beside={written}
            veiled
            hidden={hiding.value}
            unplayable={<Needed message={original.id} />}
          />
        }
        left={shorter ? leftOut(original.text, review.text) : []}
        made={
          <>
            <MadeLetter
              paragraphs={review.paragraphs}
              language={review.language}
              contentNote={review.contentNote}
              label={say("compare-made")}
              captions={review.media.films.length === 0 ? review.media.captions : []}
            />
            {review.media.films.length > 0 && (
              <Films media={review.media} language={review.language} veiled hidden={hiding.value} />
            )}
          </>
        }
      />
    </>
  )
}
