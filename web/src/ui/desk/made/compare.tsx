// SPDX-License-Identifier: EUPL-1.2
/** Made words and what they were made from, side by side, for the mediator who judges them. */

import type { Review } from "../../../relay/desk.ts"
import type { Original } from "../../../relay/made.ts"
import { isShortened, leftOut } from "../../../review/shortening.ts"
import { Notice } from "../../elements/notice/notice.tsx"
import { say } from "../../language.ts"
import { MadeLetter } from "../../made/look-over.tsx"
import { Films } from "../../watching/films.tsx"
import { hiding } from "../care/hiding.ts"
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

function Both({ review, original }: { readonly review: Review; readonly original: Original }) {
  const shorter = review.item.kind !== "rendition"
  const written = { captions: review.media.captions, language: review.language }
  return (
    <>
      {shorter &&
        (isShortened(original.text, review.text) ? (
          <p>{say("compare-only-left-out")}</p>
        ) : (
          <Notice tone="care" title={say("compare-other-words")} />
        ))}
      <Beside
        original={original}
        seen={
          <Films
            media={original.media}
            language={original.language}
            beside={written}
            veiled
            hidden={hiding.value}
          />
        }
        left={shorter ? leftOut(original.text, review.text) : []}
        made={
          <MadeLetter
            paragraphs={review.paragraphs}
            language={review.language}
            contentNote={review.contentNote}
            label={say("compare-made")}
            captions={review.media.captions}
          />
        }
      />
    </>
  )
}
