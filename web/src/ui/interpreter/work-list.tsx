// SPDX-License-Identifier: EUPL-1.2
/** What may be opened now, each until its day, and what was made of it. Never a word of it here. */
import type { GrantedItem, OwnRendition, Work } from "../../relay/interpreting.ts"
import { useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Tag } from "../elements/state/state.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../language.ts"
import { useLive } from "../live.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import { interpreterActions } from "./actions.ts"
import "../participant/participant.css"

export function WorkList() {
  const work = useLoaded(async () => (await interpreterActions().interpreting()).listWork(signedIn()))
  useLive(work.again)
  return (
    <Page title={say("interpreter-title")}>
      <p class="lead">{say("interpreter-lead")}</p>
      <Trouble code={work.trouble} again={work.again} />
      {work.value === null && work.trouble === null && <p role="status">{say("loading")}</p>}
      {work.value !== null && <Parts work={work.value} />}
    </Page>
  )
}

function Parts({ work: { granted, made } }: { readonly work: Work }) {
  return (
    <div class="stack far">
      <section class="stack" aria-labelledby="granted-title">
        <h2 id="granted-title">{say("interpreter-granted")}</h2>
        {granted.length === 0 && <p>{say("interpreter-nothing")}</p>}
        <ul class="cards">
          {granted.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      </section>
      {made.length > 0 && (
        <section class="stack" aria-labelledby="made-title">
          <h2 id="made-title">{say("interpreter-made")}</h2>
          <ul class="cards">
            {made.map((one) => (
              <Made key={one.id} one={one} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** As many characters as people read out to tell cases apart. */
const SHORT = 6

function Item({ item }: { readonly item: GrantedItem }) {
  return (
    <li class="card">
      <h3>{say("interpreter-item", { case: item.case.slice(0, SHORT) })}</h3>
      <p>{say("interpreter-until", { day: writtenDate(item.until) })}</p>
      <p class="soft">{say("interpreter-by", { person: item.by.slice(0, SHORT) })}</p>
      <div class="row">
        <Button onPress={() => go({ at: "granted", message: item.id })}>{say("interpreter-open")}</Button>
      </div>
    </li>
  )
}

/** How far it is, as far as an interpreter is told. */
function stateWords({ state }: OwnRendition): string {
  if (state === "uploading") return say("interpreter-made-partly")
  if (state === "withdrawn" || state === "expired") return say("interpreter-made-over")
  return say("interpreter-made-given")
}

function Made({ one }: { readonly one: OwnRendition }) {
  return (
    <li class="card">
      <div class="card-head">
        <h3>{say("interpreter-made-item", { day: writtenDate(one.day), case: one.case.slice(0, SHORT) })}</h3>
        <Tag words={stateWords(one)} />
      </div>
    </li>
  )
}
