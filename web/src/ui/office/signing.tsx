// SPDX-License-Identifier: EUPL-1.2
/** Before every signature: what will be signed, in plain words. After a refusal the form behind it is as it was. */
import { useEffect, useRef } from "preact/hooks"
import type { Doing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { say } from "../language.ts"
import { useHeldStill } from "./fresh.ts"
import { KeyFileTrouble } from "./key-file.tsx"

export type SigningProperties = {
  /** One sentence each. */
  readonly says: readonly string[]
  readonly doing: Doing
  readonly onSign: () => void
  readonly onBack: () => void
  /** Fetch what stands now. */
  readonly again: () => void
}

export function Signing({ says, doing, onSign, onBack, again }: SigningProperties) {
  useHeldStill()
  const heading = useRef<HTMLHeadingElement>(null)
  // The form that had the focus is gone: a screen reader goes on here.
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="stack decide-panel" aria-label={say("signing-title")}>
      <h3 ref={heading} tabIndex={-1}>
        {say("signing-title")}
      </h3>
      <ul class="stack near">
        {says.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <SigningTrouble doing={doing} again={again} />
      <div class="row">
        <Button kind="main" busy={doing.busy} onPress={onSign}>
          {say("signing-go")}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {say("signing-back")}
        </Button>
      </div>
      <p role="status">{doing.busy && say("signing-busy")}</p>
    </section>
  )
}

/** A refusal; that another manager was first is told apart, because then one looks again and signs again. */
export function SigningTrouble({ doing, again }: Pick<SigningProperties, "doing" | "again">) {
  if (doing.trouble !== "stale-version" && doing.trouble !== "fork") {
    return <KeyFileTrouble code={doing.trouble} />
  }
  const look = () => {
    doing.clear()
    again()
  }
  return (
    <Notice tone="care" live="now" title={say("signing-meanwhile")}>
      <p>{say("signing-meanwhile-text")}</p>
      <div class="row">
        <Button onPress={look}>{say("signing-look")}</Button>
      </div>
    </Notice>
  )
}
