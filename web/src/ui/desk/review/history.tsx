// SPDX-License-Identifier: EUPL-1.2
/** Everything of one case that was ever written and decided: each letter with its state, its decisions when asked for. */

import { useState } from "preact/hooks"
import type { DeskItem } from "../../../relay/desk.ts"
import { useLoaded } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Tag } from "../../elements/state/state.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../../language.ts"
import { Page } from "../../page.tsx"
import { go } from "../../place.ts"
import { signedIn } from "../../session.ts"
import { shortId } from "../../short-id.ts"
import { sortOf } from "../../sort.ts"
import { deskActions } from "../actions.ts"
import { KeysHelp } from "../keys/keys-help.tsx"
import { STOP, useMoving } from "../keys/moving.ts"
import { kindWords, nowSeconds, sideWithin, sideWords, stateWords } from "../naming.ts"
import { usePages } from "../queue/pages.ts"
import { mayTell, TellingShut } from "../telling.tsx"
import { EarlierList } from "./earlier.tsx"
import "../desk.css"

function Decisions({ item }: { readonly item: DeskItem }) {
  const said = useLoaded(async () => (await deskActions().desk()).decisionsOn(signedIn(), item.id))
  if (said.value === null && said.trouble === null) return <p role="status">{say("loading")}</p>
  return (
    <>
      <Trouble code={said.trouble} again={said.again} />
      {said.value !== null && <EarlierList earlier={said.value} />}
    </>
  )
}

/** There is nothing left to look at. */
function isGone({ state }: DeskItem): boolean {
  return state === "withdrawn" || state === "expired" || state === "uploading"
}

function Entry({ item }: { readonly item: DeskItem }) {
  const [asked, setAsked] = useState(false)
  const named = { day: writtenDate(item.day), side: sideWithin(item.senderSide), what: sortOf(item) }
  return (
    <li class="card">
      <div class="card-head">
        <h2 class="card-title">
          {sideWords(item.senderSide)} <span class="soft">{writtenDate(item.day)}</span>
        </h2>
        <Tag words={stateWords(item, nowSeconds())} />
      </div>
      <p>{kindWords(item)}</p>
      {!isGone(item) && (
        <div class="row">
          <Button mark={STOP} onPress={() => go({ at: "review", message: item.id })}>
            <span aria-hidden="true">{say("queue-open")}</span>
            <span class="unseen">{say("queue-open-name", named)}</span>
          </Button>
          {!asked && (
            <Button onPress={() => setAsked(true)}>
              {say("history-decisions")} <span class="unseen">{say("history-of", named)}</span>
            </Button>
          )}
        </div>
      )}
      {asked && <Decisions item={item} />}
    </li>
  )
}

export function History({ caseId, from }: { readonly caseId: string; readonly from: string | null }) {
  const pages = usePages({ case: caseId, state: null, side: null })
  useMoving()
  return (
    <Page title={say("history-title", { case: shortId(caseId) })} wide>
      <p class="soft">{say("history-lead")}</p>
      <Trouble code={pages.trouble} again={pages.again} />
      {!pages.known && pages.trouble === null && <p role="status">{say("loading")}</p>}
      <ul class="cards">
        {pages.items.map((item) => (
          <Entry key={item.id} item={item} />
        ))}
      </ul>
      {mayTell(caseId) ? (
        <div class="row">
          <Button onPress={() => go({ at: "tell", case: caseId })}>{say("history-tell")}</Button>
        </div>
      ) : (
        <TellingShut />
      )}
      <div class="row">
        {pages.more && (
          <Button busy={pages.busy} onPress={pages.more}>
            {say("queue-more")}
          </Button>
        )}
        <Button
          kind="quiet"
          onPress={() => go(from === null ? { at: "queue" } : { at: "review", message: from })}
        >
          {say(from === null ? "desk-back" : "history-back")}
        </Button>
      </div>
      <div class="row no-print">
        <KeysHelp />
      </div>
    </Page>
  )
}
