// SPDX-License-Identifier: EUPL-1.2
/** Beside a letter: who made it and whether its author said yes, and what may be made of it. */

import type { DeskItem, Review } from "../../../relay/desk.ts"
import { Button } from "../../elements/button/button.tsx"
import { More } from "../../elements/more/more.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { say } from "../../language.ts"
import { go } from "../../place.ts"
import { signedIn } from "../../session.ts"
import { shortId } from "../../short-id.ts"
import { sortOf } from "../../sort.ts"
import { isCooling, nowSeconds } from "../naming.ts"
import { AtStation } from "../station.tsx"

export type PanelProperties = { readonly review: Review; readonly item: DeskItem }

export function Panel({ review, item }: PanelProperties) {
  return (
    <>
      <Provenance review={review} item={item} />
      <Possible review={review} item={item} />
    </>
  )
}

/** Where words come from that their author did not write themselves. */
function Provenance({ review, item }: PanelProperties) {
  const { maker, original } = review
  if (maker === null || item.kind === "original") return null
  return (
    <section class="stack" aria-labelledby="made-title">
      <h2 id="made-title">{say(`made-kind-${item.kind}`)}</h2>
      <p>{say(`made-by-${maker.role}`, { person: shortId(maker.person) })}</p>
      <Yes review={review} item={item} />
      {maker.person === signedIn().person && <p>{say("made-by-me")}</p>}
      {original !== null && (
        <div class="row">
          <Button onPress={() => go({ at: "compare", message: item.id })}>{say("compare-go")}</Button>
        </div>
      )}
    </section>
  )
}

/** Whether its author said yes to this very version. */
function Yes({ review, item }: PanelProperties) {
  if (item.kind === "rendition") return <p>{say("made-beside-only")}</p>
  if (review.confirmed) return <p>{say("made-confirmed")}</p>
  return (
    <Notice tone="care" title={say("made-not-confirmed")}>
      <p>{say("made-not-confirmed-text")}</p>
    </Notice>
  )
}

const OUT_OF_REACH: readonly DeskItem["state"][] = ["uploading", "proposed", "withdrawn", "expired"]

/** What can be made of it, once it lies with the mediators. */
function Possible({ review, item }: PanelProperties) {
  if (OUT_OF_REACH.includes(item.state) || isCooling(item, nowSeconds())) return null
  const { id: message, kind } = item
  return (
    <More title={say("made-possible")}>
      <p>{say("made-possible-text")}</p>
      <div class="stack near">
        {review.media.films.length > 0 && kind !== "rendition" && <AtStation message={message} />}
        {(kind === "original" || kind === "relayed") && sortOf(item) === "letter" && (
          <Button onPress={() => go({ at: "shorten", message })}>{say("made-go-shorten")}</Button>
        )}
        {kind !== "rendition" && (
          <Button onPress={() => go({ at: "render", message })}>{say("made-go-form")}</Button>
        )}
        <Button onPress={() => go({ at: "access", message })}>{say("made-go-access")}</Button>
      </div>
    </More>
  )
}
