// SPDX-License-Identifier: EUPL-1.2
/** The mediator's room: which page stands where, once the mediator's own key is confirmed. */

import { useEffect } from "preact/hooks"
import { BOARD } from "../../locales/board.ts"
import { DESK } from "../../locales/desk.ts"
import { ENROL } from "../../locales/enrol.ts"
import { ERRORS } from "../../locales/errors.ts"
import { HANDOVER } from "../../locales/handover.ts"
import { MADE } from "../../locales/made.ts"
import { PARTICIPANT } from "../../locales/participant.ts"
import { REVIEW } from "../../locales/review.ts"
import { STATION } from "../../locales/station.ts"
import { useFoundFocus } from "../found-focus.ts"
import { say } from "../language.ts"
import { lazily, lazyPage, withWords } from "../lazy.tsx"
import { Page } from "../page.tsx"
import type { Place } from "../place.ts"
import { signedIn } from "../session.ts"
import { Settled } from "../settled.tsx"
import { Hiding } from "./care/care.tsx"
import { Queue } from "./queue/queue.tsx"
import { fetchSettings } from "./settings.ts"

const Waiting = lazily([ENROL], () => import("../enrol/waiting.tsx").then((module) => module.Waiting))
const ReviewPage = lazyPage([], () => import("./review/review.tsx").then((module) => module.ReviewPage))
const History = lazyPage([], () => import("./review/history.tsx").then((module) => module.History))
const Handover = lazyPage([HANDOVER], () =>
  import("../handover/handover.tsx").then((module) => module.Handover),
)
const Today = lazyPage([BOARD], () => import("../board/today.tsx").then((module) => module.Today))
const BoardPage = lazyPage([BOARD], () => import("../board/board.tsx").then((module) => module.BoardPage))
const PaperPage = lazyPage([BOARD, PARTICIPANT], () =>
  import("../board/paper.tsx").then((module) => module.PaperPage),
)
const Tell = lazyPage([MADE], () => import("./made/tell.tsx").then((module) => module.Tell))
const Shorten = lazyPage([MADE], () => import("./made/shorten.tsx").then((module) => module.Shorten))
const Render = lazyPage([MADE], () => import("./made/render.tsx").then((module) => module.Render))
const Compare = lazyPage([MADE], () => import("./made/compare.tsx").then((module) => module.Compare))
const AccessPage = lazyPage([MADE], () => import("./made/access.tsx").then((module) => module.AccessPage))
const StationPage = lazyPage([MADE, STATION, ERRORS], () =>
  import("./station/station.tsx").then((module) => module.StationPage),
)
const LogPage = lazyPage([], () => import("./care/log-page.tsx").then((module) => module.LogPage))
const People = lazyPage([ENROL], () => import("./people.tsx").then((module) => module.People))

export function DeskRoom({ there }: { readonly there: Place }) {
  useFoundFocus()
  useEffect(() => {
    void fetchSettings()
  }, [])
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
      <Hiding />
    </Settled>
  )
}

function At({ there }: { readonly there: Place }) {
  switch (there.at) {
    case "review":
      return <ReviewPage key={there.message} message={there.message} />
    case "history":
      return <History key={there.case} caseId={there.case} from={there.from} />
    case "handover":
      return <Handover key={there.case} caseId={there.case} />
    case "tell":
      return <Tell key={there.case} caseId={there.case} />
    case "shorten":
      return <Shorten key={there.message} message={there.message} />
    case "render":
      return <Render key={there.message} message={there.message} />
    case "compare":
      return <Compare key={there.message} message={there.message} />
    case "access":
      return <AccessPage key={there.message} message={there.message} />
    case "station":
      return <StationPage key={there.message} message={there.message} />
    case "reading-log":
      return <LogPage />
    case "people":
      return <People />
    case "case":
      return <BoardPage key={there.case} caseId={there.case} />
    case "paper":
      return <PaperPage key={there.message} caseId={there.case} message={there.message} />
    case "queue":
      return <Queue />
    default:
      return <Today />
  }
}

/** The room, once its words are here. */
export const deskRoom = () => withWords(DeskRoom, DESK, REVIEW)
