// SPDX-License-Identifier: EUPL-1.2
/** The pages of the queue that were fetched so far; a change fetches as many again, so that nothing jumps away. */
import { useEffect, useRef, useState } from "preact/hooks"
import type { ErrorCode } from "../../../errors.ts"
import type { DeskItem, QueueFilter, QueuePage } from "../../../relay/desk.ts"
import type { Side } from "../../../relay/queue_side.ts"
import { codeOf } from "../../elements/trouble/trouble.tsx"
import { useLive } from "../../live.ts"
import { signedIn } from "../../session.ts"
import { deskActions } from "../actions.ts"

export type Asked = {
  readonly case: string | null
  readonly state: string | null
  readonly side: Side | null
}

export const EVERYTHING: Asked = { case: null, state: null, side: null }

export type Listed = {
  readonly items: readonly DeskItem[]
  /** False until the first page is here. */
  readonly known: boolean
  readonly trouble: ErrorCode | null
  readonly busy: boolean
  /** Fetch anew what is shown. */
  readonly again: () => void
  /** Fetch the next page; null when there is none. */
  readonly more: (() => void) | null
}

async function fetchPage(asked: Asked, after: string | null): Promise<QueuePage> {
  const filter: QueueFilter = {
    ...(asked.case === null ? {} : { case: asked.case }),
    ...(asked.state === null ? {} : { state: asked.state }),
    ...(after === null ? {} : { after }),
  }
  return (await deskActions().queue()).queueOfSide(signedIn(), asked.side, filter)
}

/** Fetch `count` pages, or as many as there are. */
async function fetchPages(asked: Asked, count: number): Promise<readonly QueuePage[]> {
  const pages: QueuePage[] = []
  let after: string | null = null
  while (pages.length < count) {
    const page: QueuePage = await fetchPage(asked, after)
    pages.push(page)
    after = page.next
    if (after === null) break
  }
  return pages
}

type State = {
  readonly pages: readonly QueuePage[] | null
  readonly trouble: ErrorCode | null
  readonly busy: boolean
}

const NOTHING_YET: State = { pages: null, trouble: null, busy: false }

/** What this mediator asked to see. */
export function usePages(asked: Asked): Listed {
  const [state, setState] = useState(NOTHING_YET)
  const turn = useRef(0)
  const fetchIt = async (count: number) => {
    turn.current += 1
    const mine = turn.current
    setState((before) => ({ ...before, busy: true }))
    const found = await fetchPages(asked, count).then(
      (pages): State => ({ pages, trouble: null, busy: false }),
      (error: unknown) => ({ trouble: codeOf(error) }),
    )
    // An answer to an older question is nobody's any more.
    if (turn.current === mine) setState((before) => ({ ...before, busy: false, ...found }))
  }
  const count = state.pages?.length ?? 1
  const again = () => void fetchIt(count)
  useEffect(() => {
    setState(NOTHING_YET)
    void fetchIt(1)
    return () => {
      turn.current += 1
    }
  }, [asked.case, asked.state, asked.side])
  useLive(again)
  const last = state.pages?.at(-1)
  return {
    items: state.pages?.flatMap(({ items }) => items) ?? [],
    known: state.pages !== null,
    trouble: state.trouble,
    busy: state.busy,
    again,
    more: last === undefined || last.next === null ? null : () => void fetchIt(count + 1),
  }
}
