// SPDX-License-Identifier: EUPL-1.2
/** One person of a case on the board: needs in their own words, gates, and their own yes or no to each channel. */
import type { Shut } from "../../protocol/gates.ts"
import type { PersonOnBoard } from "../../relay/casework.ts"
import type { ChannelConsent } from "../../relay/consent.ts"
import { TOPICS } from "../../relay/record_words.ts"
import { Tag } from "../elements/state/state.tsx"
import { say, writtenDate } from "../language.ts"
import { shortId } from "../short-id.ts"
import { topicWords } from "./facts.ts"
import { Gates } from "./gates.tsx"
import { By, EarlierVersions, Own, Sealed } from "./record-lines.tsx"

function Needs({ person }: { readonly person: PersonOnBoard }) {
  const closed = TOPICS.filter((topic) => !person.topics.includes(topic))
  return (
    <div class="stack near">
      <h4>{say("needs-title")}</h4>
      {person.needs.length === 0 && <p class="soft">{say("needs-none")}</p>}
      {person.needs.map((need) => (
        <blockquote key={need.record} class="board-need">
          {need.words !== null && <Own text={need.words.words} />}
          <Sealed record={need} />
          <By record={need} />
          <EarlierVersions record={need} what={say("type-need")} />
        </blockquote>
      ))}
      {person.topics.length > 0 && <p>{say("needs-open", { topics: topicWords(person.topics) })}</p>}
      {closed.length > 0 && <p class="small soft">{say("needs-closed", { topics: topicWords(closed) })}</p>}
    </div>
  )
}

export function consentWords({ channel, said, day }: ChannelConsent): string {
  const named = say(`channel-${channel}`)
  if (said === "nothing") return say("consent-nothing", { channel: named })
  return say(`consent-${said}`, { channel: named, day: writtenDate(day ?? "") })
}

function Consent({ consents }: { readonly consents: readonly ChannelConsent[] }) {
  return (
    <div class="stack near">
      <h4>{say("consent-title")}</h4>
      <ul class="board-plain">
        {consents.map((one) => (
          <li key={one.channel}>{consentWords(one)}</li>
        ))}
      </ul>
    </div>
  )
}

export type PersonProperties = {
  readonly caseId: string
  readonly person: PersonOnBoard
  readonly onlyServer: readonly Shut[]
  readonly doubted: boolean
  readonly day: string
  readonly again: () => void
}

export function Person(properties: PersonProperties) {
  const { person } = properties
  return (
    <article class="card board-person" aria-labelledby={`person-${person.person}`}>
      <div class="card-head">
        <h3 id={`person-${person.person}`} translate={false}>
          {shortId(person.person)}
        </h3>
        {!person.enrolled && <Tag words={say("board-not-enrolled")} />}
      </div>
      <Needs person={person} />
      <Gates {...properties} />
      <Consent consents={person.consents} />
    </article>
  )
}
