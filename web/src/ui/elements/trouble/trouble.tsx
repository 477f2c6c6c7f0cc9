// SPDX-License-Identifier: EUPL-1.2
/** A refusal in words: what happened, what was kept, what to do next. The code is there for who is asked for help. */
import { useEffect, useState } from "preact/hooks"
import { type ErrorCode, RelayError } from "../../../errors.ts"
import { needRooms, say } from "../../language.ts"
import { Notice } from "../notice/notice.tsx"

/** Return the code of whatever was thrown: our own bugs are `internal`. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof RelayError ? error.code : "internal"
}

export type TroubleProperties = { readonly code: ErrorCode | null }

export function Trouble({ code }: TroubleProperties) {
  const [words, setWords] = useState<"coming" | "here" | "unreached">("coming")
  useEffect(() => {
    if (code === null) return
    needRooms("errors").then(
      () => setWords("here"),
      () => setWords("unreached"),
    )
  }, [code])
  if (code === null || words === "coming") return null
  if (words === "unreached") return <Notice tone="trouble" live="now" title={say("error-unreached")} />
  return (
    <Notice tone="trouble" live="now" title={say("error-title")}>
      <p>{say(`error-${code}`)}</p>
      <p class="small soft">{say("error-code", { code })}</p>
    </Notice>
  )
}
