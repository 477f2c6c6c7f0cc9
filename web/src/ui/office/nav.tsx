// SPDX-License-Identifier: EUPL-1.2
/** The parts of the office, and which of them this is. */
import { say } from "../language.ts"
import { go, place } from "../place.ts"
import "./office.css"

const PARTS = [
  { at: "office", word: "office-nav-day" },
  { at: "requests", word: "office-nav-requests" },
  { at: "staff", word: "office-nav-staff" },
  { at: "office-cases", word: "office-nav-cases" },
  { at: "supervision", word: "office-nav-supervision" },
] as const

export function OfficeNav() {
  const here = place.value.at
  return (
    <nav class="office-nav" aria-label={say("office-nav")}>
      {PARTS.map(({ at, word }) => (
        <button
          key={at}
          type="button"
          class="top-link"
          aria-current={at === here ? "page" : undefined}
          onClick={() => go({ at })}
        >
          {say(word)}
        </button>
      ))}
    </nav>
  )
}
