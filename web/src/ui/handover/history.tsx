// SPDX-License-Identifier: EUPL-1.2
/** Who came to a case and who left it, the latest first, as the managers signed it. */
import type { MediatorsChange, MediatorsHistory } from "../../relay/mediators.ts"
import { say, writtenDay } from "../language.ts"
import { shortId } from "../short-id.ts"

/** Several pseudonyms in a row. */
export function whoAll(people: readonly string[]): string {
  return people.map(shortId).join(", ")
}

function Change({ change }: { readonly change: MediatorsChange }) {
  const { came, left, at } = change
  return (
    <li class="card">
      <p class="card-title">{writtenDay(at)}</p>
      {came.length > 0 && <p>{say("handover-came", { who: whoAll(came) })}</p>}
      {left.length > 0 && <p>{say("handover-left", { who: whoAll(left) })}</p>}
    </li>
  )
}

export function History({ history }: { readonly history: MediatorsHistory }) {
  const { changes, whole } = history
  return (
    <section class="stack part" aria-labelledby="history-title">
      <h2 id="history-title">{say("handover-history")}</h2>
      {changes.length === 0 ? (
        whole && <p>{say("handover-history-none")}</p>
      ) : (
        <ul class="cards">
          {changes.map((change) => (
            <Change key={change.version} change={change} />
          ))}
        </ul>
      )}
      {!whole && <p class="soft">{say("handover-history-part")}</p>}
    </section>
  )
}
