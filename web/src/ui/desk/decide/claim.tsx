// SPDX-License-Identifier: EUPL-1.2
/** Who has a letter, until when; taking it up, taking it over with a trace, and letting it go. */
import { useEffect, useRef } from "preact/hooks"
import type { DeskItem } from "../../../relay/desk.ts"
import { passRefusal } from "../../../relay/refusals.ts"
import { useDoing } from "../../doing.ts"
import { Button } from "../../elements/button/button.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { clockTime, say } from "../../language.ts"
import { signedIn } from "../../session.ts"
import { deskActions } from "../actions.ts"
import { nowSeconds, whoWithin, whoWords } from "../naming.ts"

/** How often a claim is looked after, and how much of it must be left for it to be left alone. */
const LOOK_EVERY_MS = 60_000
const ENOUGH_SECONDS = 1200

export type ClaimProperties = {
  readonly item: DeskItem
  readonly onDone: (now: DeskItem) => void
}

/** True while another mediator's claim lasts. */
export function isAnothers(item: DeskItem, at: number): boolean {
  return item.claimedBy !== null && !item.claimedByMe && (item.claimedUntil ?? 0) > at
}

/** True while one's own claim lasts. */
export function isMine(item: DeskItem, at: number): boolean {
  return item.claimedByMe && (item.claimedUntil ?? 0) > at
}

/** True when a claim of one's own should be renewed: something was done, and not much of it is left. */
export function shouldRenew(item: DeskItem, at: number, active: boolean): boolean {
  return active && isMine(item, at) && (item.claimedUntil ?? 0) - at < ENOUGH_SECONDS
}

/** Keep a claim while the mediator does something on the page. */
export function useRenewal({ item, onDone }: ClaimProperties): void {
  const active = useRef(false)
  const latest = useRef({ item, onDone })
  latest.current = { item, onDone }
  useEffect(() => {
    const note = () => {
      active.current = true
    }
    const look = async () => {
      const { item: now, onDone: tell } = latest.current
      if (!shouldRenew(now, nowSeconds(), active.current)) return
      active.current = false
      const { renewClaim } = await deskActions().desk()
      await renewClaim(signedIn(), now).then(tell, passRefusal)
    }
    for (const sign of ["keydown", "pointerdown", "scroll"] as const)
      document.addEventListener(sign, note, { capture: true, passive: true })
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    return () => {
      clearInterval(timer)
      for (const sign of ["keydown", "pointerdown", "scroll"] as const)
        document.removeEventListener(sign, note, { capture: true })
    }
  }, [])
}

type Act = "claim" | "takeOver" | "letGo"

function useActs({ item, onDone }: ClaimProperties) {
  const doing = useDoing()
  const act = (name: Act) =>
    doing.run(async () => onDone(await (await deskActions().desk())[name](signedIn(), item)))
  return { doing, act }
}

/** How a letter is held now, and what can be done about it. */
export function Claim(properties: ClaimProperties) {
  const { item } = properties
  const { doing, act } = useActs(properties)
  const now = nowSeconds()
  return (
    <div class="stack near">
      {isMine(item, now) ? (
        <Mine item={item} busy={doing.busy} onLetGo={() => act("letGo")} />
      ) : isAnothers(item, now) ? (
        <Anothers item={item} busy={doing.busy} onTakeOver={() => act("takeOver")} />
      ) : (
        item.may.includes("claim") && <Free busy={doing.busy} onClaim={() => act("claim")} />
      )}
      <Trouble code={doing.trouble} />
    </div>
  )
}

type MineProperties = { readonly item: DeskItem; readonly busy: boolean; readonly onLetGo: () => void }

function Mine({ item, busy, onLetGo }: MineProperties) {
  return (
    <>
      <p>{say("claim-mine", { time: clockTime(item.claimedUntil ?? 0) })}</p>
      <div class="row">
        <Button busy={busy} onPress={onLetGo}>
          {say("claim-let-go")}
        </Button>
      </div>
    </>
  )
}

type AnothersProperties = { readonly item: DeskItem; readonly busy: boolean; readonly onTakeOver: () => void }

function Anothers({ item, busy, onTakeOver }: AnothersProperties) {
  const by = item.claimedBy ?? ""
  const person = whoWithin(by, "mediator")
  return (
    <Notice
      tone="care"
      title={say("claim-another", {
        person: whoWords(by, "mediator"),
        time: clockTime(item.claimedUntil ?? 0),
      })}
    >
      <p>{say("claim-another-text", { person })}</p>
      <div class="row">
        <Button busy={busy} onPress={onTakeOver}>
          {say("claim-take-over")}
        </Button>
      </div>
    </Notice>
  )
}

function Free({ busy, onClaim }: { readonly busy: boolean; readonly onClaim: () => void }) {
  return (
    <>
      <div class="row">
        <Button kind="main" busy={busy} onPress={onClaim}>
          {say("decide-claim")}
        </Button>
      </div>
      <p class="small soft">{say("decide-claim-hint")}</p>
    </>
  )
}
