// SPDX-License-Identifier: EUPL-1.2
/** What would go over to each mediator of a case, and the going over itself: it can be stopped, and gone on with. */

import { useRef, useState } from "preact/hooks"
import type { ErrorCode } from "../../errors.ts"
import type { HandedOver, HandoverPlan, HandoverProgress } from "../../relay/handover.ts"
import { useDoing } from "../doing.ts"
import { signedIn } from "../session.ts"
import { handoverActions } from "./actions.ts"

/** Return a plan for every mediator of a case but oneself. */
export async function fetchPlans(caseId: string): Promise<readonly HandoverPlan[]> {
  const now = signedIn()
  const { receivers, planHandover } = await handoverActions().handover()
  const people = await receivers(now, caseId)
  return Promise.all(people.map(({ person }) => planHandover(now, caseId, person)))
}

/** True where something could go over. */
export function lacks({ items }: HandoverPlan): boolean {
  return items.length > 0
}

export type Going = {
  readonly busy: boolean
  readonly trouble: ErrorCode | null
  readonly progress: HandoverProgress | null
  /** How it ended; null before, and while it is under way. */
  readonly outcome: HandedOver | null
  readonly start: () => void
  readonly stop: () => void
}

/** Run a plan. `onEnd`: look again what is left. */
export function useGoing(plan: HandoverPlan, onEnd: () => void): Going {
  const [progress, setProgress] = useState<HandoverProgress | null>(null)
  const [outcome, setOutcome] = useState<HandedOver | null>(null)
  const stopping = useRef(new AbortController())
  const doing = useDoing()
  const start = () =>
    doing.run(async () => {
      stopping.current = new AbortController()
      setOutcome(null)
      setProgress({ done: 0, of: plan.items.length })
      try {
        const { runHandover } = await handoverActions().handover()
        const { signal } = stopping.current
        setOutcome(await runHandover(signedIn(), plan, { onProgress: setProgress, signal }))
      } finally {
        setProgress(null)
        onEnd()
      }
    })
  return {
    busy: doing.busy,
    trouble: doing.trouble,
    progress,
    outcome,
    start,
    stop: () => stopping.current.abort(),
  }
}
