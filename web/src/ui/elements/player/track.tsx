// SPDX-License-Identifier: EUPL-1.2
/** Captions in the browser's own form, at an address that lives as long as they are shown. */
import { useEffect, useState } from "preact/hooks"
import { writeCaptions } from "../../../review/captions.ts"
import type { Captions } from "./player.tsx"

export type TrackProperties = { readonly captions: Captions; readonly first: boolean }

export function Track({ captions: { cues, language, label }, first }: TrackProperties) {
  const [address, setAddress] = useState<string | null>(null)
  const file = writeCaptions(cues)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([file], { type: "text/vtt" }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address && <track kind="captions" src={address} srcLang={language} label={label} default={first} />
}
