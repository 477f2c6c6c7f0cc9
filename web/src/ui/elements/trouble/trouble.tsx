// SPDX-License-Identifier: EUPL-1.2
/** A refusal in words: what happened, what was kept, what to do next. The code is there for who is asked for help. */

import { useEffect, useState } from "preact/hooks"
import { type ErrorCode, RelayError } from "../../../errors.ts"
import { ERRORS } from "../../../locales/errors.ts"
import { needWords, say } from "../../language.ts"
import { session } from "../../session.ts"
import { Button } from "../button/button.tsx"
import { Notice } from "../notice/notice.tsx"

/** Return the code of whatever was thrown: our own bugs are `internal`. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof RelayError ? error.code : "internal"
}

/** What was written outlives this page only on a device that keeps it; elsewhere the page must stay open. */
function isKept(): boolean {
  return session.value?.device.durable === true
}

function words(code: ErrorCode): string {
  return code === "offline" && !isKept() ? say("error-offline-open") : say(`error-${code}`)
}

export type TroubleProperties = {
  readonly code: ErrorCode | null
  /** Try what failed once more; where nothing else on the page does. */
  readonly again?: () => void
}

export function Trouble({ code, again }: TroubleProperties) {
  const said = useSaid(code)
  if (code === null || said === "coming") return null
  return (
    <>
      {said === "unreached" ? (
        <Notice
          tone="trouble"
          live="now"
          title={say(isKept() ? "error-unreached" : "error-unreached-open")}
        />
      ) : (
        <Notice tone="trouble" live="now" title={say("error-title")}>
          <p>{words(code)}</p>
          <p class="small soft">{say("error-code", { code })}</p>
        </Notice>
      )}
      {again && (
        <div class="row">
          <Button onPress={again}>{say("again")}</Button>
        </div>
      )}
    </>
  )
}

/** Have the words for refusals: on their way, here, or not to be had. */
function useSaid(code: ErrorCode | null): "coming" | "here" | "unreached" {
  const [said, setSaid] = useState<"coming" | "here" | "unreached">("coming")
  useEffect(() => {
    if (code === null) return
    needWords(ERRORS).then(
      () => setSaid("here"),
      () => setSaid("unreached"),
    )
  }, [code])
  return said
}
