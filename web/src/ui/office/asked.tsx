// SPDX-License-Identifier: EUPL-1.2
/** What somebody wrote who asks to take part: for a manager, and for the mediator whom it is passed on to. */
import type { Asking } from "../../protocol/intake_words.ts"
import { Facts } from "../elements/facts/facts.tsx"
import { say } from "../language.ts"

type Line = "name" | "person" | "institution" | "reach" | "hours" | "needs" | "responsibility" | "words"

const LINES: readonly Line[] = [
  "name",
  "person",
  "institution",
  "reach",
  "hours",
  "needs",
  "responsibility",
  "words",
]

export function Asked({ asking }: { readonly asking: Asking }) {
  const written = LINES.filter((line) => asking[line] !== "")
  return (
    <Facts
      facts={[
        { name: say("request-line-who"), value: say(`request-who-${asking.who}`) },
        { name: say("request-line-language"), value: say(`request-language-${asking.language}`) },
        asking.federal === null
          ? null
          : {
              name: say("request-line-federal"),
              value: say(asking.federal ? "check-yes" : "check-no"),
            },
        ...written.map((line) => ({
          name: say(`request-line-${line}`),
          value: (
            <span class="asked-words" translate={false} dir="auto">
              {asking[line]}
            </span>
          ),
        })),
      ]}
    />
  )
}
