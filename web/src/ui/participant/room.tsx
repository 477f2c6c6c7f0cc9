// SPDX-License-Identifier: EUPL-1.2
/** The participant's room: which page stands where, once this person's keys are confirmed. */

import { CAPTIONS } from "../../locales/captions.ts"
import { ENROL } from "../../locales/enrol.ts"
import { FILM } from "../../locales/film.ts"
import { HANDOVER } from "../../locales/handover.ts"
import { OWN } from "../../locales/own.ts"
import { PARTICIPANT } from "../../locales/participant.ts"
import { say } from "../language.ts"
import { lazily, lazyPage, withWords } from "../lazy.tsx"
import { Page } from "../page.tsx"
import type { Place } from "../place.ts"
import { signedIn } from "../session.ts"
import { Settled } from "../settled.tsx"
import { Home } from "./home.tsx"

const Waiting = lazily([ENROL], () => import("../enrol/waiting.tsx").then((module) => module.Waiting))
const Write = lazyPage([], () => import("./write.tsx").then((module) => module.Write))
const Film = lazyPage([FILM, CAPTIONS], () => import("./film/film.tsx").then((module) => module.Film))
const Sent = lazyPage([], () => import("./sent.tsx").then((module) => module.Sent))
const Proposed = lazyPage([], () => import("./proposed.tsx").then((module) => module.Proposed))
const TakeBack = lazyPage([], () => import("./take-back.tsx").then((module) => module.TakeBack))
const Offered = lazyPage([], () => import("./offered.tsx").then((module) => module.Offered))
const Reading = lazyPage([], () => import("./reading.tsx").then((module) => module.Reading))
const Mediators = lazyPage([HANDOVER], () =>
  import("../handover/mediators.tsx").then((module) => module.Mediators),
)
const Agree = lazyPage([OWN], () => import("./own/agree.tsx").then((module) => module.Agree))
const Needs = lazyPage([OWN], () => import("./own/needs.tsx").then((module) => module.Needs))
const Stop = lazyPage([], () => import("./stop.tsx").then((module) => module.Stop))

export function ParticipantRoom({ there }: { readonly there: Place }) {
  if (signedIn().trust.state() === "unanchored") {
    return (
      <Page title={say("title")}>
        <Waiting ticket={null} />
      </Page>
    )
  }
  return (
    <Settled>
      <At there={there} />
    </Settled>
  )
}

function At({ there }: { readonly there: Place }) {
  switch (there.at) {
    case "write":
      return (
        <Write
          key={there.draft ?? there.supersedes ?? "new"}
          draft={there.draft}
          supersedes={there.supersedes}
        />
      )
    case "film":
      return <Film key={there.supersedes ?? "new"} supersedes={there.supersedes} />
    case "sent":
      return <Sent key={there.message} message={there.message} />
    case "proposed":
      return <Proposed key={there.message} message={there.message} />
    case "take-back":
      return <TakeBack key={there.message} message={there.message} />
    case "offered":
      return <Offered key={there.message} message={there.message} />
    case "read":
      return <Reading key={there.message} message={there.message} />
    case "handover":
      return <Mediators key={there.case} caseId={there.case} />
    case "agree":
      return <Agree />
    case "needs":
      return <Needs />
    case "stop":
      return <Stop />
    default:
      return <Home />
  }
}

/** The room, once its words are here. */
export const participantRoom = () => withWords(ParticipantRoom, PARTICIPANT)
