// SPDX-License-Identifier: EUPL-1.2
/** Sending made words: sealed once, and sent again as the same message until they have arrived. */
import { useRef, useState } from "preact/hooks"
import type { Review } from "../../relay/desk.ts"
import type { SealedToSend } from "../../relay/hand_in.ts"
import type { MadeFrom, ToMake } from "../../relay/making.ts"
import { lastsOf } from "../../review/contents.ts"
import { type Doing, useDoing } from "../doing.ts"
import { signedIn } from "../session.ts"
import { makingActions } from "./actions.ts"

/** What a mediator makes something from: words that they opened for review. */
export function madeFrom({ manifest, item, author, text, media }: Review): MadeFrom {
  return {
    ...{ manifest, text, lasts: lastsOf(media) },
    ...{ channel: item.channel, author: author.person, addressee: item.addressee },
  }
}

export type Sending = {
  readonly doing: Doing
  /** Id of what arrived; null before. */
  readonly sent: string | null
  readonly send: (toMake: ToMake) => void
}

/** What was written stays with the page: this only sends it. */
export function useSending(): Sending {
  const doing = useDoing()
  const [sent, setSent] = useState<string | null>(null)
  const sealed = useRef<{ readonly from: string; readonly whole: SealedToSend } | null>(null)
  const send = (toMake: ToMake) =>
    doing.run(async () => {
      const { sealMade, sendMade } = await makingActions().making()
      const from = JSON.stringify(toMake)
      if (sealed.current?.from !== from) {
        sealed.current = { from, whole: await sealMade(signedIn(), toMake) }
      }
      const { whole } = sealed.current
      await sendMade(signedIn(), whole)
      setSent(whole.id)
    })
  return { doing, sent, send }
}
