// SPDX-License-Identifier: EUPL-1.2
/** Pictures and videos of a message, after its words. Their bytes get an address of this page only, and lose it with it. */
import { useEffect, useState } from "preact/hooks"
import type { MediaPart } from "../../../relay/media.ts"
import { Viewer } from "../../elements/viewer/viewer.tsx"
import { say } from "../../language.ts"
import { hiding } from "../care/hiding.ts"

function One({ part, number }: { readonly part: MediaPart; readonly number: number }) {
  const [source, setSource] = useState<string | null>(null)
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([part.content], { type: part.type }))
    setSource(address)
    return () => URL.revokeObjectURL(address)
  }, [part])
  if (source === null) return null
  return (
    <Viewer
      kind={part.kind}
      source={source}
      label={say(`media-${part.kind}`, { number })}
      hidden={hiding.value}
    />
  )
}

export function Media({ media }: { readonly media: readonly MediaPart[] }) {
  return media.map((part, at) => <One key={`${at}-${part.type}`} part={part} number={at + 1} />)
}
