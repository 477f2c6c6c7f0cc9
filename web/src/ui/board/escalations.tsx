// SPDX-License-Identifier: EUPL-1.2
/** What had to be shared outside, under which rule and on which day: the page itself stays sealed for the mediators. */
import { type Board, ofType } from "../../relay/casework.ts"
import { More } from "../elements/more/more.tsx"
import { say, writtenDate } from "../language.ts"
import { By, Own, Sealed } from "./record-lines.tsx"

export function Escalations({ board }: { readonly board: Board }) {
  const all = ofType(board, "escalation")
  return (
    <section class="stack board-section" aria-labelledby="escalations">
      <h2 id="escalations">{say("escalations-title")}</h2>
      {all.length === 0 && <p class="soft">{say("escalations-none")}</p>}
      <ul class="cards">
        {all.map((record) => (
          <li key={record.record} class="card">
            <p>
              {say("escalation-line", {
                day: writtenDate(record.day),
                rule: record.words?.rule ?? record.clear.rule,
              })}
            </p>
            {record.words !== null && (
              <More title={say("escalation-page")}>
                <p class="soft">{say("escalation-to")}</p>
                <Own text={record.words.to} />
                <Own text={record.words.page} />
              </More>
            )}
            <Sealed record={record} />
            <By record={record} />
          </li>
        ))}
      </ul>
    </section>
  )
}
