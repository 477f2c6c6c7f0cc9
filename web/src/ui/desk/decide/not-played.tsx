// SPDX-License-Identifier: EUPL-1.2
/** Who is about to approve a film is told where not all of it has played here; it forbids nothing. */
import type { Review } from "../../../relay/desk.ts"
import { Notice } from "../../elements/notice/notice.tsx"
import { say } from "../../language.ts"
import { hasPlayedWhole } from "../../watching/played.ts"

export function NotPlayed({ media: { films } }: Pick<Review, "media">) {
  const left = films.filter((film) => !hasPlayedWhole(film))
  return left.map(({ message, part, kind }) => (
    <Notice key={`${message} ${part}`} title={say("approve-not-played", { what: kind })}>
      <p>{say("approve-not-played-text")}</p>
    </Notice>
  ))
}
