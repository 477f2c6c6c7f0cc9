// SPDX-License-Identifier: EUPL-1.2
/** The programme in counts: what waits, what is on its way, who has how much. Nothing here judges anybody. */
import type { ShownCount, SupervisionView } from "../../protocol/wire_office.ts"
import { dayOf } from "../../relay/clock.ts"
import { useLoaded } from "../doing.ts"
import { Facts } from "../elements/facts/facts.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../language.ts"
import { Page } from "../page.tsx"
import { shortId } from "../short-id.ts"
import { officeActions } from "./actions.ts"
import { Closings } from "./closings.tsx"
import { useFresh } from "./fresh.ts"
import { heldDesk } from "./held.ts"

const MORE = 4
const DAY_SECONDS = 86_400
const WEEK_DAYS = 7
/** From a Monday to 1970-01-01, in days. */
const MONDAY = 3

/** A count in words. */
export function countWords({ how, least }: ShownCount): string {
  if (how === "some") return say("supervision-some", { least, most: least + MORE })
  return say(how === "few" ? "supervision-few" : "supervision-withheld")
}

/** The next Monday, UTC: from then on the counts are new. */
function nextMonday(at: number): string {
  const days = Math.floor(at / DAY_SECONDS) + MONDAY
  return dayOf((days - (days % WEEK_DAYS) + WEEK_DAYS - MONDAY) * DAY_SECONDS)
}

/** The name of an age: 0 is the youngest. */
function ageWords(ages: readonly number[], band: number): string {
  const [from, until] = [ages[band - 1], ages[band]]
  if (from === undefined) return say("supervision-age-under", { days: until ?? 0 })
  if (until === undefined) return say("supervision-age-over", { days: from })
  return say("supervision-age-between", { from, until: until - 1 })
}

function Waiting({ counts: { waiting, ages } }: { readonly counts: SupervisionView }) {
  return (
    <section class="stack" aria-labelledby="waiting">
      <h2 id="waiting">{say("supervision-waiting")}</h2>
      {waiting.map(({ state, by_age: byAge, total }) => (
        <div key={state} class="stack near">
          <h3>{say(`supervision-${state}`)}</h3>
          <Facts
            facts={[
              ...byAge.map((count, band) => ({ name: ageWords(ages, band), value: countWords(count) })),
              { name: say("supervision-total"), value: countWords(total) },
            ]}
          />
        </div>
      ))}
    </section>
  )
}

function OnTheirWay({ counts: { on_their_way: onTheirWay } }: { readonly counts: SupervisionView }) {
  return (
    <section class="stack" aria-labelledby="on-their-way">
      <h2 id="on-their-way">{say("supervision-on-their-way")}</h2>
      <p class="small soft">{say("supervision-on-their-way-text")}</p>
      <Facts
        facts={onTheirWay.map(({ state, count }) => ({
          name: say(`supervision-${state}`),
          value: countWords(count),
        }))}
      />
    </section>
  )
}

function Workloads({ counts: { workloads } }: { readonly counts: SupervisionView }) {
  return (
    <section class="stack" aria-labelledby="workloads">
      <h2 id="workloads">{say("supervision-workloads")}</h2>
      <p class="small soft">{say("supervision-workloads-text")}</p>
      {workloads.map(({ mediator, cases, in_hand: inHand }) => (
        <div key={mediator} class="stack near">
          <h3>{say("supervision-mediator", { person: shortId(mediator) })}</h3>
          <Facts
            facts={[
              { name: say("supervision-cases"), value: countWords(cases) },
              { name: say("supervision-in-hand"), value: countWords(inHand) },
            ]}
          />
        </div>
      ))}
    </section>
  )
}

export function Supervision() {
  const seen = useLoaded(async () => (await officeActions().supervision()).supervise(heldDesk()))
  useFresh(seen.again)
  const { value } = seen
  return (
    <Page title={say("supervision-title")}>
      <p class="lead">{say("supervision-lead")}</p>
      <Trouble code={seen.trouble} again={seen.again} />
      {value === null && seen.trouble === null && <p role="status">{say("loading")}</p>}
      {value !== null && (
        <>
          <Closings closings={value.closings} again={seen.again} />
          <Waiting counts={value.counts} />
          <OnTheirWay counts={value.counts} />
          <Workloads counts={value.counts} />
          <div class="stack near small soft">
            <p>{say("supervision-why-few")}</p>
            <p>
              {say("supervision-until", {
                day: writtenDate(dayOf(value.counts.at)),
                monday: writtenDate(nextMonday(value.counts.at)),
              })}
            </p>
          </div>
        </>
      )}
    </Page>
  )
}
