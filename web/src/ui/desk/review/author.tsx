// SPDX-License-Identifier: EUPL-1.2
/** Who wrote it, as far as keys can tell: verified, compared by voice, and how their keys changed. */

import type { Review } from "../../../relay/desk.ts"
import type { KeyOfPerson } from "../../../relay/key_history.ts"
import { useLoaded } from "../../doing.ts"
import { Facts } from "../../elements/facts/facts.tsx"
import { More } from "../../elements/more/more.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../../language.ts"
import { signedIn } from "../../session.ts"
import { shortId } from "../../short-id.ts"
import { deskActions } from "../actions.ts"
import { sideWords, whoWithin } from "../naming.ts"

/** A hash in groups of four, to compare by eye. */
export function grouped(hash: string): string {
  return hash.match(/.{1,4}/gu)?.join(" ") ?? hash
}

function OneKey({ one, signed }: { readonly one: KeyOfPerson; readonly signed: boolean }) {
  const given = { epoch: one.epoch, day: writtenDate(one.day), person: whoWithin(one.by, "mediator") }
  return (
    <li>
      {say(one.current ? "key-current" : "key-former", given)}
      {signed && <strong> {say("key-signed")}</strong>}
      <br />
      <span class="fingerprint">{grouped(one.certificate)}</span>
    </li>
  )
}

function Keys({ review }: { readonly review: Review }) {
  const { author, item } = review
  const keys = useLoaded(async () =>
    (await deskActions().keyHistory()).keyHistory(signedIn(), item.case, author.person),
  )
  return (
    <More title={say("key-history")} open={author.keyChanged}>
      <Trouble code={keys.trouble} again={keys.again} />
      <ol class="keys" reversed>
        {keys.value?.map((one) => (
          <OneKey key={one.certificate} one={one} signed={one.certificate === author.certificate} />
        ))}
      </ol>
      <p class="small soft">{say("key-history-hint")}</p>
    </More>
  )
}

export function Author({ review }: { readonly review: Review }) {
  const { author, item } = review
  const safety = useLoaded(async () =>
    (await deskActions().trust()).safetyNumberWith(signedIn(), author.person),
  )
  return (
    <section class="stack" aria-labelledby="author-title">
      <h2 id="author-title">{say("review-author-title")}</h2>
      {author.keyChanged ? (
        <Notice tone="care" title={say("review-author-key-changed", { epoch: author.keyEpoch })} />
      ) : (
        <p>{say("review-author-checked")}</p>
      )}
      <Facts
        facts={[
          { name: say("review-author-side"), value: sideWords(author.side) },
          {
            name: say("review-author-person"),
            value: <span translate={false}>{shortId(author.person)}</span>,
          },
          safety.value === null
            ? null
            : { name: say("review-author-safety"), value: <span class="fingerprint">{safety.value}</span> },
          item.quorum === null || item.quorum < 2
            ? null
            : {
                name: say("review-approvals"),
                value: say("review-approvals-of", { count: item.approvals ?? 0, quorum: item.quorum }),
              },
        ]}
      />
      <Keys review={review} />
    </section>
  )
}
