// SPDX-License-Identifier: EUPL-1.2
/** Who wrote it, as far as keys can tell, and what colleagues decided before. */
import type { EarlierStatement, Review } from "../../relay/desk.ts"
import { actions } from "../actions.ts"
import { useLoaded } from "../doing.ts"
import { Facts } from "../elements/facts/facts.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { say, type Word, writtenDate } from "../language.ts"
import { signedIn } from "../session.ts"
import { shortId, sideWords } from "./naming.ts"

/** A hash in groups of four, to compare by eye. */
export function grouped(hash: string): string {
  return hash.match(/.{1,4}/gu)?.join(" ") ?? hash
}

export function Author({ review }: { readonly review: Review }) {
  const { author, item } = review
  const safety = useLoaded(async () => (await actions().trust()).safetyNumberWith(signedIn(), author.person))
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
          author.keyChanged
            ? null
            : { name: say("review-author-key"), value: say("review-author-key-first") },
          safety.value === null
            ? null
            : { name: say("review-author-safety"), value: <span class="fingerprint">{safety.value}</span> },
          {
            name: say("review-certificate"),
            value: <span class="fingerprint">{grouped(author.certificate)}</span>,
          },
          item.quorum === null || item.quorum < 2
            ? null
            : {
                name: say("review-approvals"),
                value: say("review-approvals-of", { count: item.approvals ?? 0, quorum: item.quorum }),
              },
        ]}
      />
    </section>
  )
}

const WHAT: ReadonlySet<string> = new Set([
  "decision-hold",
  "decision-return",
  "decision-decline",
  "decision-escalate",
  "answer-ready",
  "answer-not-now",
  "answer-never",
  "answer-keep",
])

function whatWords({ kind, what }: EarlierStatement): string {
  const name = `${kind === "readiness" ? "answer" : "decision"}-${what ?? ""}`
  return WHAT.has(name) ? say(name as Extract<Word, "decision-hold">) : say(`statement-${kind}`)
}

export function Earlier({ review }: { readonly review: Review }) {
  return (
    <section class="stack" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{say("review-earlier")}</h2>
      {review.earlier.length === 0 ? (
        <p class="soft">{say("review-earlier-none")}</p>
      ) : (
        <ul class="earlier">
          {review.earlier.map((one) => (
            <li key={`${one.kind}-${one.by}-${one.number}`}>
              <strong>{whatWords(one)}</strong>{" "}
              <span class="soft">
                {say("statement-by", { person: shortId(one.by), day: writtenDate(one.day) })}
              </span>
              {one.note && (
                <p class="note-words" translate={false} dir="auto">
                  {one.note}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
