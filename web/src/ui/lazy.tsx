// SPDX-License-Identifier: EUPL-1.2
/** A page that is fetched when somebody goes there, together with its words. */
import type { ComponentType } from "preact"
import { useEffect, useState } from "preact/hooks"
import type { Catalogue } from "../locales/catalogue.ts"
import { Trouble } from "./elements/trouble/trouble.tsx"
import { needWords, say } from "./language.ts"

type Fetch<P> = () => Promise<ComponentType<P>>

/** Make a component of one that is not here yet. */
export function lazily<P extends object>(words: readonly Catalogue[], fetchPage: Fetch<P>): ComponentType<P> {
  return function Lazy(properties: P) {
    const [Page, setPage] = useState<ComponentType<P> | null>(null)
    const [failed, setFailed] = useState(false)
    const fetchIt = () => {
      setFailed(false)
      Promise.all([fetchPage(), needWords(...words)]).then(
        ([page]) => setPage(() => page),
        () => setFailed(true),
      )
    }
    useEffect(fetchIt, [])
    if (failed) return <Trouble code="part-missing" again={fetchIt} />
    return Page === null ? <p role="status">{say("loading")}</p> : <Page {...properties} />
  }
}

/** A page once its words are here: for a room, which alone knows them. */
export async function withWords<P>(
  page: ComponentType<P>,
  ...words: readonly Catalogue[]
): Promise<ComponentType<P>> {
  await needWords(...words)
  return page
}
