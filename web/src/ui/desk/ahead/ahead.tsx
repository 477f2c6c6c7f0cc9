// SPDX-License-Identifier: EUPL-1.2
/** What would shut the offer of a message now, said before it is approved. It holds nobody back. */
import type { Shut } from "../../../protocol/gates.ts"
import type { DeskItem } from "../../../relay/desk.ts"
import type { Ahead as Judged } from "../../../relay/gates_ahead.ts"
import { shutWords } from "../../board/shut.ts"
import { useLoaded } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say } from "../../language.ts"
import { go } from "../../place.ts"
import { signedIn, standing } from "../../session.ts"
import { deskActions } from "../actions.ts"
import { sideWords } from "../naming.ts"

export type AheadProperties = {
  readonly item: DeskItem
  /** Whether it is about to be approved: that is possible all the same. */
  readonly approving: boolean
}

export function Ahead({ item, approving }: AheadProperties) {
  const judged = useLoaded(async () => (await deskActions().ahead()).gatesAhead(signedIn(), item))
  const paused = standing.value?.paused.includes(item.case) ?? false
  const { value } = judged
  if (value === null) return <Trouble code={judged.trouble} again={judged.again} />
  const { shut, onlyServer, needsForm, doubt } = value
  const open = shut.length === 0 && onlyServer.length === 0 && !needsForm && doubt === null
  if (open && !paused) return null
  return (
    <Notice tone="care" live="polite" title={say("ahead-title")}>
      {approving && <p>{say("ahead-approving")}</p>}
      <Reasons judged={value} item={item} paused={paused} />
      <div class="row">
        <Button kind="quiet" onPress={() => go({ at: "case", case: item.case })}>
          {say("refused-board")}
        </Button>
      </div>
    </Notice>
  )
}

type ReasonsProperties = { readonly judged: Judged; readonly item: DeskItem; readonly paused: boolean }

function Reasons({ judged, item, paused }: ReasonsProperties) {
  const { shut, onlyServer, needsForm, doubt } = judged
  return (
    <ul>
      {paused && <li>{say("people-paused")}</li>}
      {doubt !== null && <li>{say("board-doubt")}</li>}
      {[...shut, ...onlyServer].map((one) => (
        <li key={`${one.code} ${one.participant} ${one.channel}`}>
          <strong>{say("ahead-line", { side: sideOf(one, item), why: shutWords(one) })}</strong>
          <p class="small">{say(`shut-${one.code}-how`)}</p>
          {onlyServer.includes(one) && <p class="small">{say("shut-only-server")}</p>}
        </li>
      ))}
      {needsForm && (
        <li>
          <strong>{say("ahead-form")}</strong>
          <p class="small">{say("ahead-form-how")}</p>
        </li>
      )}
    </ul>
  )
}

function sideOf({ participant }: Shut, { case: caseId }: DeskItem): string {
  const member = signedIn()
    .trust.members(caseId)
    .find(({ person }) => person === participant)
  return sideWords(member?.side ?? null)
}
