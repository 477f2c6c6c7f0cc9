// SPDX-License-Identifier: EUPL-1.2
/** What of a message is seen or heard, after its words. Pictures get an address of this page only, and lose it with it. */
import type { DeskItem } from "../../../relay/desk.ts"
import type { Media as Held, Picture } from "../../../review/contents.ts"
import { Viewer } from "../../elements/viewer/viewer.tsx"
import { say } from "../../language.ts"
import { useAddress } from "../../watching/address.ts"
import { Films } from "../../watching/films.tsx"
import { hiding } from "../care/hiding.ts"
import { Needed } from "../station.tsx"

function One({ picture, number }: { readonly picture: Picture; readonly number: number }) {
  const source = useAddress(picture)
  if (source === null) return null
  return <Viewer source={source} label={say("media-picture", { number })} hidden={hiding.value} />
}

export type MediaProperties = {
  readonly message: string
  readonly media: Held
  readonly language: string
  /** Told when a film that cannot be shown here is kept for a station. */
  readonly onClaimed?: (now: DeskItem) => void
}

export function Media({ message, media, language, onClaimed }: MediaProperties) {
  const needed = <Needed message={message} onClaimed={onClaimed} />
  return (
    <>
      <Films media={media} language={language} veiled hidden={hiding.value} unplayable={needed} />
      {media.pictures.map((picture, at) => (
        <One key={`${at}-${picture.type}`} picture={picture} number={at + 1} />
      ))}
    </>
  )
}
