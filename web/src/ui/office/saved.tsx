// SPDX-License-Identifier: EUPL-1.2
/** The first signature for a mediator, in a file for who signs second on another computer. */
import { useEffect, useState } from "preact/hooks"
import type { Bytes } from "../../crypto/bytes.ts"
import { Notice } from "../elements/notice/notice.tsx"
import { SixWords } from "../elements/words/words.tsx"
import { language, say } from "../language.ts"

export type Saved = {
  readonly content: Bytes
  /** Of the file. */
  readonly name: string
  /** Six, of the mediator's keys. */
  readonly words: string
}

/** The address of a file that this page made, for as long as the page shows it. */
function useAddress(content: Bytes): string {
  const [address, setAddress] = useState("")
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([content], { type: "application/json" }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [content])
  return address
}

export function SavedFirst({ content, name, words }: Saved) {
  const address = useAddress(content)
  return (
    <Notice tone="done" live="polite" title={say("first-done")}>
      <p>
        <a class="button" href={address} download={name}>
          {say("first-save")}
        </a>
      </p>
      <p>{say("first-words")}</p>
      <SixWords words={words} language={language.value} />
      <p>{say("first-next")}</p>
    </Notice>
  )
}
