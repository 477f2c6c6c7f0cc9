// SPDX-License-Identifier: EUPL-1.2
/** One calm page: what is mine, where it is and what happens next. Of what waits, only what a mediator offered. */
import type { SavedDraft } from "../../relay/drafts.ts"
import type { Unsent } from "../../relay/give.ts"
import type { Letter } from "../../relay/letters.ts"
import type { LeftRecording } from "../../relay/recording.ts"
import { actions } from "../actions.ts"
import { useLoaded } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { useLive } from "../live.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { useReturning } from "../returning.ts"
import { signedIn } from "../session.ts"
import { Drafts, UnsentLetters } from "./drafts.tsx"
import { HandoverWanted, KeyNotices } from "./notices.tsx"
import { AskedToAgree } from "./own/asked.tsx"
import { isProposal, Proposals } from "./proposals.tsx"
import { Offers, Received } from "./received.tsx"
import { SentLetters } from "./sent-list.tsx"
import "./participant.css"

export type Mine = {
  readonly letters: readonly Letter[]
  readonly drafts: readonly SavedDraft[]
  readonly unsent: readonly Unsent[]
  /** Ids of those that the server no longer waits for. */
  readonly lapsed: readonly string[]
  readonly recordings: readonly LeftRecording[]
  readonly paused: boolean
}

/** A message in these states is what its device has, and stands there. */
const STANDS_HERE: readonly Letter["state"][] = ["uploading", "expired"]

async function fetchMine(): Promise<Mine> {
  const now = signedIn()
  const [letters, drafts, give, recording] = await Promise.all([
    actions().letters(),
    actions().drafts(),
    actions().give(),
    actions().recordings(),
  ])
  const [all, saved, unsent, recordings, places] = await Promise.all([
    letters.listLetters(now),
    drafts.listDrafts(now),
    give.unsentLetters(now),
    recording.leftRecordings(now),
    now.ports.client.cases(),
  ])
  const waiting = new Set(unsent.map((one) => one.id))
  const lapsed = all.filter(({ id, state }) => state === "expired" && waiting.has(id)).map(({ id }) => id)
  return {
    letters: all.filter(({ id, state }) => !(STANDS_HERE.includes(state) && waiting.has(id))),
    drafts: saved,
    ...{ unsent, lapsed, recordings },
    paused: places.cases.some((place) => place.paused_by_me),
  }
}

function Paused() {
  return (
    <Notice title={say("home-paused")}>
      <div class="row">
        <Button kind="quiet" onPress={() => go({ at: "stop" })}>
          {say("home-paused-change")}
        </Button>
      </div>
    </Notice>
  )
}

export function Home() {
  const mine = useLoaded(fetchMine)
  useLive(mine.again)
  useReturning(mine.again)
  return (
    <Page title={say("home-title")}>
      <p class="lead">{say("home-lead")}</p>
      <KeyNotices notices={signedIn().trust.notices()} />
      <HandoverWanted />
      <Trouble code={mine.trouble} again={mine.again} />
      {mine.value === null ? (
        mine.trouble === null && <p role="status">{say("loading")}</p>
      ) : (
        <HomeParts mine={mine.value} again={mine.again} />
      )}
    </Page>
  )
}

function HomeParts({ mine, again }: { readonly mine: Mine; readonly again: () => void }) {
  const theirs = mine.letters.filter((letter) => !letter.mine)
  const own = mine.letters.filter((letter) => letter.mine && !isProposal(letter))
  return (
    <div class="stack far">
      {mine.paused && <Paused />}
      <Proposals letters={mine.letters} />
      <Offers letters={theirs} />
      <AskedToAgree />
      <div class="row">
        <Button kind="main" onPress={() => go({ at: "write", draft: null, supersedes: null })}>
          {say("home-write")}
        </Button>
        <Button onPress={() => go({ at: "film", supersedes: null })}>{say("home-film")}</Button>
        <Button onPress={() => go({ at: "agree" })}>{say("home-agree")}</Button>
        <Button onPress={() => go({ at: "needs" })}>{say("home-needs")}</Button>
      </div>
      <UnsentLetters unsent={mine.unsent} lapsed={mine.lapsed} again={again} />
      <Drafts drafts={mine.drafts} recordings={mine.recordings} again={again} />
      <Received letters={theirs} />
      <SentLetters letters={own} />
    </div>
  )
}
