// SPDX-License-Identifier: EUPL-1.2
/** What the mediator may do with a letter. Each decision is two steps: choose it, then sign it with its words. */
import { useState } from "preact/hooks"
import type { DeskItem, Review } from "../../relay/desk.ts"
import type { Command } from "../../review/machine.ts"
import { actions } from "../actions.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenMoment } from "../language.ts"
import { signedIn } from "../session.ts"
import { DecisionForm, NO_WORDS, type Words } from "./decision-form.tsx"
import { isCooling, nowSeconds } from "./naming.ts"
import { type Decision, sign } from "./signing.ts"

/** What takes the letter its next step comes first, wherever it is. */
const DECISIONS: readonly Decision[] = [
  "release",
  "offer",
  "approve",
  "hold",
  "return",
  "decline",
  "escalate",
  "withdraw",
]

export type DecideProperties = {
  readonly review: Review
  readonly item: DeskItem
  readonly onDone: (now: DeskItem) => void
  /** Fetch the letter anew: somebody else was first. */
  readonly again: () => void
}

function allowed(item: DeskItem): readonly Decision[] {
  const may: readonly Command[] = item.may
  return DECISIONS.filter((decision) => may.includes(decision))
}

function Claim({ item, onDone }: { readonly item: DeskItem; readonly onDone: (now: DeskItem) => void }) {
  const doing = useDoing()
  const claim = () => doing.run(async () => onDone(await (await actions().desk()).claim(signedIn(), item)))
  return (
    <div class="stack near">
      <div class="row">
        <Button kind="main" busy={doing.busy} onPress={claim}>
          {say("decide-claim")}
        </Button>
      </div>
      <p class="small soft">{say("decide-claim-hint")}</p>
      <Trouble code={doing.trouble} />
    </div>
  )
}

function Wait({ item }: { readonly item: DeskItem }) {
  if (isCooling(item, nowSeconds())) {
    return <p>{say("decide-cooling", { moment: writtenMoment(item.coolingUntil ?? 0) })}</p>
  }
  if (item.state === "offered" && item.answer !== "ready") return <p>{say("decide-wait-answer")}</p>
  return null
}

export function Decide({ review, item, onDone, again }: DecideProperties) {
  const [chosen, setChosen] = useState<Decision | null>(null)
  const [words, setWords] = useState<Words>(NO_WORDS)
  const [done, setDone] = useState(false)
  const doing = useDoing()
  const may = allowed(item)
  const decide = (decision: Decision) =>
    doing.run(async () => {
      setDone(false)
      const now = await sign(decision, { ...review, item }, words)
      setChosen(null)
      setWords(NO_WORDS)
      setDone(true)
      if (now === null) again()
      else onDone(now)
    })
  const stale = doing.trouble === "stale-version"
  return (
    <section class="stack" aria-labelledby="decide-title">
      <h2 id="decide-title">{say("decide-title")}</h2>
      {done && <Notice tone="done" live="polite" title={say("decided-done")} />}
      <Wait item={item} />
      {item.may.includes("claim") && !item.claimedByMe && <Claim item={item} onDone={onDone} />}
      {may.length === 0 && !item.may.includes("claim") && <p class="soft">{say("decide-none")}</p>}
      {chosen === null && (
        <div class="decide-list">
          {may.map((decision) => (
            <Button key={decision} onPress={() => setChosen(decision)}>
              {say(`decide-${decision}`)}
            </Button>
          ))}
        </div>
      )}
      {chosen !== null && (
        <DecisionForm
          decision={chosen}
          item={item}
          words={words}
          busy={doing.busy}
          onWords={setWords}
          onSign={() => decide(chosen)}
          onCancel={() => setChosen(null)}
        />
      )}
      {stale && (
        <Notice tone="care" live="now" title={say("desk-stale")}>
          <div class="row">
            <Button onPress={again}>{say("queue-open")}</Button>
          </div>
        </Notice>
      )}
      {!stale && <Trouble code={doing.trouble} />}
    </section>
  )
}
