// SPDX-License-Identifier: EUPL-1.2
/** A page, or a part of one, that is fetched when somebody goes there, together with its words. */
import { type ComponentChildren, type ComponentType, Fragment } from "preact"
import { useEffect, useState } from "preact/hooks"
import type { Catalogue } from "../locales/catalogue.ts"
import { Trouble } from "./elements/trouble/trouble.tsx"
import { needWords, say } from "./language.ts"

type Fetch<P> = () => Promise<ComponentType<P>>

type Around = ComponentType<{ readonly children: ComponentChildren }>

/** What stands for a page on its way: a screen reader finds the middle and a heading here, too. */
function Coming({ children }: { readonly children: ComponentChildren }) {
  return (
    <main id="main" class="middle" tabIndex={-1}>
      <h1 class="unseen">{say("title")}</h1>
      {children}
    </main>
  )
}

/** Make a whole page of one that is not here yet. */
export function lazyPage<P extends object>(
  words: readonly Catalogue[],
  fetchPage: Fetch<P>,
): ComponentType<P> {
  return lazily(words, fetchPage, Coming)
}

/** Make a part of a page of one that is not here yet; what stands for it meanwhile stands `around` it. */
export function lazily<P extends object>(
  words: readonly Catalogue[],
  fetchPage: Fetch<P>,
  Around: Around = Fragment,
): ComponentType<P> {
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
    if (Page !== null) return <Page {...properties} />
    return (
      <Around>
        {failed ? <Trouble code="part-missing" again={fetchIt} /> : <p role="status">{say("loading")}</p>}
      </Around>
    )
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
